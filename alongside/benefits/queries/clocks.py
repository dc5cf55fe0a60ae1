"""Reading clocks, and what of them comes up on Today."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Prefetch, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils import timezone

from alongside import clock
from alongside.benefits import rules
from alongside.benefits.choices import KINDS, ClockState, How, Turn
from alongside.benefits.models import CertificationDate, Clock, ClockChange, ClockRule, FamilyMember
from alongside.benefits.queries.agency import rules_now
from alongside.participants.queries import Participant
from alongside.vault.opening import open_told

ALONG = ("rule", "member", "participant", "changed_by")
SHOWN = 5
MOST = 200


@dataclass(frozen=True)
class ClockRead:
    """A clock with what is said beside it: days left, what was asked and not answered, other rules that counted too,
    and the rule as it stands now where that would end it on another day."""

    row: Clock
    changes: list[ClockChange]
    beside: list[ClockRule]
    now: ClockRule | None = None
    ends_by_now: date | None = None

    @property
    def days_left(self) -> int | None:
        """How many days are left; below nothing where it is over."""
        return (self.row.ends_on - clock.today()).days if self.row.ends_on else None

    @property
    def asked(self) -> ClockChange | None:
        """What was asked and is not answered."""
        said = [each for each in self.changes if each.turn in (Turn.ASKED, Turn.GRANTED, Turn.DECLINED)]
        return said[0] if said and said[0].turn == Turn.ASKED else None

    @property
    def how(self) -> str:
        """How we know when it ends."""
        return str(How(self.row.how).label)

    @property
    def state(self) -> str:
        """How it stands."""
        return str(ClockState(self.row.state).label)

    def on(self, day: date) -> ClockChange | None:
        """How it stood at the end of a day; None where it had not been written down yet."""
        return next((each for each in self.changes if timezone.localtime(each.at).date() <= day), None)


def _clocks() -> QuerySet[Clock]:
    changes = ClockChange.objects.select_related("by").order_by("-at", "-id")
    return Clock.objects.select_related(*ALONG).prefetch_related(Prefetch("changes", queryset=changes))


def clocks(participant: UUID) -> list[ClockRead]:
    """Every clock of somebody and of their family, what ends first before what ends later."""
    return _read(_clocks().filter(participant_id=participant))


def clock_named(participant: UUID, running: UUID) -> ClockRead | None:
    """One clock with its history."""
    found = _read(_clocks().filter(pk=running, participant_id=participant))
    return found[0] if found else None


def my_clocks(me: UUID) -> list[ClockRead]:
    """The running clocks of the people whose case manager I am."""
    mine = _clocks().filter(participant__case_manager_id=me, is_open=True)
    return _read(mine.exclude(participant__state="closed").order_by("comes_up_on", "id")[:MOST])


def _read(rows: Iterable[Clock]) -> list[ClockRead]:
    return read_of([(row, list(row.changes.all())) for row in rows], rules_now())


def read_of(found: Iterable[tuple[Clock, list[ClockChange]]], now: Sequence[ClockRule]) -> list[ClockRead]:
    """Clocks with their changes, and what stands beside them by the rules of now; what ends first before the others."""
    read = [_beside(row, changes, now) for row, changes in found]
    return sorted(
        read, key=lambda each: (each.row.ends_on is None, each.row.ends_on or date.max, each.row.at)
    )


def _beside(row: Clock, changes: list[ClockChange], now: Sequence[ClockRule]) -> ClockRead:
    on = row.starts_on or row.ends_on
    of = [each for each in now if each.key == row.rule.key and not each.off]
    counted = rules.ruling(of, on, row.rule.jurisdiction) if on else []
    beside = [each for each in counted if each.line != row.rule.line]
    leads = next(iter(counted), None)
    if leads is None or leads.pk == row.rule_id or row.how != How.BY_RULE or row.starts_on is None:
        return ClockRead(row, changes, beside)
    other = rules.ends(leads, row.starts_on)
    return ClockRead(row, changes, beside, *((leads, other) if other != row.ends_on else ()))


def excluding(read: Iterable[ClockRead]) -> list[tuple[str, str]]:
    """Which of these clocks may exclude each other, by what they are called."""
    open_ones = [each.row for each in read if each.row.is_open]
    names = {row.rule.key: row.rule.called for row in open_ones}
    pairs = rules.exclude_each_other((row.rule.key, row.rule.excludes) for row in open_ones)
    return [(names[one], names[other]) for one, other in pairs]


def due_beside(today: date) -> dict[str, Combinable]:
    """For a query over people: clocks that come up, with what is needed to say which."""
    rows = Clock.objects.filter(participant=OuterRef("pk"), is_open=True, comes_up_on__lte=today)
    its = JSONObject(
        id=F("id"),
        key=F("key_id"),
        kind=F("rule__key"),
        name=F("rule__name"),
        ends=F("ends_on"),
        member=F("member_id"),
        called=F("member__called"),
    )
    return {"clocks_due": ArraySubquery(rows.order_by("comes_up_on", "id").values(json=its)[:SHOWN])}


@dataclass(frozen=True)
class Due:
    """A clock that comes up: whose it is where not the person's own, what it is of, and when it ends."""

    clock: UUID
    called: str
    member: str
    ends_on: date | None


def due_of(person: Participant) -> list[Due]:
    """The clocks that come up of somebody who came with `due_beside`."""
    found = []
    for told in vars(person)["clocks_due"]:
        key, row = UUID(told["key"]), UUID(told["id"])
        ends = open_told(key, Clock._meta.db_table, "ends_on", row, told["ends"])
        member = ""
        if told["member"]:
            member = open_told(
                key, FamilyMember._meta.db_table, "called", UUID(told["member"]), told["called"]
            )
        called = told["name"] or str(KINDS.get(told["kind"], told["kind"]))
        found.append(Due(row, called, member, date.fromisoformat(ends) if ends else None))
    return found


def certification_date_named(participant: UUID, dated: UUID) -> CertificationDate | None:
    """One of them."""
    return CertificationDate.objects.filter(pk=dated, participant_id=participant).first()
