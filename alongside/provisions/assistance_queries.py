"""What can be read of help with money: by those who walk with somebody, and by whoever decides."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, Subquery, Value

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.access.roles import Can, Role
from alongside.access.written import Read, later
from alongside.provisions import assistance_rules as rules
from alongside.provisions.assistance_choices import State
from alongside.provisions.models import (
    AssistanceDecision,
    AssistanceKind,
    AssistanceRequest,
    AssistanceRules,
    VoucherRange,
)

if TYPE_CHECKING:
    from django.db.models import QuerySet

# Pages name these rows by what is found here, not by their tables.
__all__ = ["AssistanceDecision", "AssistanceKind", "AssistanceRequest", "AssistanceRules", "VoucherRange"]

SHOWN = 50
TOLD_FOR = timedelta(days=3)


@dataclass(frozen=True)
class Fund:
    """A fund as whoever asks or decides reads it."""

    id: UUID
    name: str
    balance: Decimal
    is_open: bool


def funds() -> dict[UUID, Fund]:
    """Every fund by its reference, in the order of names."""
    with connection.cursor() as cursor:
        cursor.execute("select id, name, balance, is_open from core.funds_to_choose()")
        return {row[0]: Fund(*row) for row in cursor.fetchall()}


def kinds(*, hidden: bool = False) -> list[AssistanceKind]:
    """Kinds of help in their order; those that are hidden only where they are asked for."""
    rows = AssistanceKind.objects.order_by("place", "id")
    return list(rows if hidden else rows.filter(hidden=False))


def kind_named(kind: UUID) -> AssistanceKind | None:
    """One kind of help."""
    return AssistanceKind.objects.filter(pk=kind).first()


def limits() -> AssistanceRules:
    """The agency's limit and cap."""
    return AssistanceRules.objects.get(pk=1)


@dataclass(frozen=True)
class Asking:
    """One asking with what is decided about it, and the name of its fund."""

    row: AssistanceRequest
    line: AssistanceDecision
    fund: str

    @property
    def numbers(self) -> str:
        """The numbers of the vouchers that were handed over."""
        of, found = self.line.vouchers, rules.numbers_in(self.row.numbers)
        return ", ".join(of.said(each) for each in found) if of else ""

    @property
    def origin(self) -> rules.Origin:
        """What it came from."""
        return rules.Origin.read(self.row.came_from)


def _lines(ids: Iterable[UUID]) -> dict[UUID, AssistanceDecision]:
    rows = AssistanceDecision.objects.filter(pk__in=list(ids)).select_related(
        "kind", "asked_by", "decided_by", "vouchers"
    )
    return {each.pk: each for each in rows}


def askings(participant: UUID) -> list[Asking]:
    """What was asked for somebody, the newest first."""
    rows = AssistanceRequest.objects.filter(participant_id=participant).select_related("need", "by")
    return _read(rows.order_by("-at", "-id"))


def asking_named(participant: UUID, asking: UUID) -> Asking | None:
    """One asking."""
    rows = AssistanceRequest.objects.filter(pk=asking, participant_id=participant).select_related(
        "need", "by"
    )
    return next(iter(_read(rows)), None)


def _read(rows: Iterable[AssistanceRequest]) -> list[Asking]:
    found = list(rows)
    lines = _lines(each.decision for each in found)
    named = funds() if found else {}
    return [
        Asking(each, line, _out_of(line, named))
        for each in found
        if (line := lines.get(each.decision)) is not None
    ]


def _out_of(line: AssistanceDecision, named: dict[UUID, Fund]) -> str:
    if line.vouchers is not None:
        return line.vouchers.name
    return named[line.fund].name if line.fund in named else ""


def vouchers(*, ended: bool = False) -> list[VoucherRange]:
    """Ranges of vouchers by name, those of which something is left first."""
    rows = VoucherRange.objects.filter(**({} if ended else {"ended_at": None, "left__gt": 0}))
    return list(rows.order_by(F("ended_at").asc(nulls_first=True), "name", "first"))


@dataclass(frozen=True)
class SoFar:
    """What somebody has had in this year, the cap if there is one, and how near it is."""

    given: Decimal
    cap: Decimal | None
    band: int


def so_far(participant: UUID) -> SoFar | None:
    """What somebody has had in this year."""
    with connection.cursor() as cursor:
        cursor.execute("select given, cap, band from core.help_so_far(%s)", [participant])
        row = cursor.fetchone()
    return SoFar(*row) if row else None


def band(line: UUID) -> int:
    """How near an asking comes to the cap of a year."""
    return int(call("core.help_band", line))


def line_named(line: UUID) -> AssistanceDecision | None:
    """What is decided about, for whoever may read it."""
    return _lines([line]).get(line)


def to_decide(actor: Actor) -> list[AssistanceDecision]:
    """What waits for a decision by me, the oldest first."""
    rows = AssistanceDecision.objects.filter(state=State.ASKED).exclude(asked_by_id=actor.id)
    rows = rows.exclude(changed_by_id=actor.id).select_related("kind", "asked_by", "vouchers")
    return [each for each in rows.order_by("state_at", "id") if may_decide(actor, each)]


def decided(actor: Actor) -> list[AssistanceDecision]:
    """What I decided lately, the newest first."""
    rows = AssistanceDecision.objects.filter(decided_by_id=actor.id).select_related(
        "kind", "asked_by", "vouchers"
    )
    return list(rows.order_by("-state_at", "id")[:SHOWN])


def may_decide(actor: Actor, line: AssistanceDecision, limit: Any = ...) -> bool:
    """Whether this is mine to decide, as far as the amount goes; the database looks again."""
    if Role.DIRECTOR in actor.roles:
        return True
    most = limits().limit if limit is ... else limit
    return most is None or line.amount <= most


@dataclass(frozen=True)
class Waits:
    """Something for Today: what I decide about, or what was decided about my asking; `ref` is the line or the
    participant."""

    kind: str
    ref: UUID
    amount: Decimal
    on: datetime


def waiting(actor: Actor) -> Read[list[Waits]]:
    """What waits for my decision, and what was answered me: agreed until it is handed over, not this time for a few
    days."""
    every, decides = Role.DIRECTOR in actor.roles, actor.may(Can.DECIDE_MONEY)
    read = later(_waiting, every, decides, me=actor.id, since=clock.now() - TOLD_FOR)
    return read.into(lambda rows: sorted((Waits(*row) for row in rows), key=attrgetter("on", "ref")))


def _waiting(every: bool, decides: bool, me: UUID, since: datetime) -> "QuerySet[Any, Any]":
    lines = AssistanceDecision.objects.filter(pk=OuterRef("decision")).order_by()
    mine = AssistanceRequest.objects.filter(by_id=me).order_by()
    mine = mine.annotate(
        stands=Subquery(lines.values("state")[:1]),
        much=Subquery(lines.values("amount")[:1]),
        since=Subquery(lines.values("state_at")[:1]),
    )
    told = ("participant_id", "much", "since")
    agreed = mine.filter(stands=State.AGREED).values_list(Value("agreed"), *told)
    refused = mine.filter(stands=State.REFUSED, since__gte=since).values_list(Value("refused"), *told)
    if not decides:
        return agreed.union(refused, all=True)
    asks = AssistanceDecision.objects.filter(state=State.ASKED).exclude(asked_by_id=me)
    asks = asks.filter(Q(changed_by_id=None) | ~Q(changed_by_id=me)).order_by()
    if not every:
        over = AssistanceRules.objects.filter(limit__lt=OuterRef("amount"))
        asks = asks.filter(~Exists(over))
    found = asks.values_list(Value("decide"), "pk", "amount", "state_at")
    return found.union(agreed, refused, all=True)


def doing(participant: UUID) -> list[tuple[date, str]]:
    """What was handed over, in words for the person, with its day; nothing that would not be safe to show."""
    rows = AssistanceRequest.objects.filter(participant_id=participant)
    told = [each for each in rows if each.handed_on and not each.unsafe]
    lines = _lines(each.decision for each in told)
    return [(each.handed_on, lines[each.decision].kind.told_as) for each in told if each.decision in lines]
