"""Who is on call, and who stands in for a colleague who left."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.access.written import Read, later
from alongside.participants.choices import Part, State
from alongside.participants.models import Membership
from alongside.workforce import may_be
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift, StaffPhone, StandIn

if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class Behind(TypedDict):
        """Whether somebody stands behind them just now."""

        backup: bool

    StandInRead = WithAnnotations[StandIn, Behind]

IN_SIGHT = timedelta(days=14)


@dataclass(frozen=True)
class OnCallNow:
    """The first and the second of this moment, where somebody is set."""

    first: OnCallShift | None
    second: OnCallShift | None


def _running(now: datetime) -> QuerySet[OnCallShift]:
    return may_be.answered().filter(during__contains=now)


def beside(now: datetime) -> dict[str, Combinable]:
    """Columns that bring who is first on call now along with another query, for the top of every page."""
    first = _running(now).filter(place=Place.FIRST)
    return {
        "on_call_name": Subquery(first.values("staff__name")[:1]),
        "on_call_until": Subquery(first.values("during__endswith")[:1]),
    }


def on_call_now() -> OnCallNow:
    """Who is first and who is second on call now."""
    rows = {shift.place: shift for shift in _running(clock.now()).select_related("staff")}
    return OnCallNow(rows.get(Place.FIRST), rows.get(Place.SECOND))


def phones() -> dict[UUID, str]:
    """The numbers that whoever acts may read, by whose they are: one's own, and of those on call together."""
    return {row.staff_id: row.number or "" for row in StaffPhone.objects.all()}


def my_phone(actor: Actor) -> str:
    """The number I gave."""
    stands = StaffPhone.objects.filter(staff=actor.id).first()
    return (stands.number or "") if stands else ""


def shifts_in_sight() -> list[OnCallShift]:
    """Everybody who is on call now and in the next two weeks, in order."""
    now = clock.now()
    rows = may_be.answered().filter(during__overlap=(now, now + IN_SIGHT)).select_related("staff")
    return list(rows.order_by("during", "place"))


def shift_named(shift: UUID) -> OnCallShift | None:
    """One shift."""
    return OnCallShift.objects.filter(pk=shift).select_related("staff").first()


@dataclass(frozen=True)
class Parts:
    """With how many people somebody walks, how many of these have a backup, and how many they back up."""

    walks: int
    has_backup: int
    backs_up: int

    @property
    def alone(self) -> int:
        """How many will have nobody until a supervisor chooses."""
        return self.walks - self.has_backup


def parts_of(staff: UUID) -> Parts:
    """Numbers for whoever closes an account; no name comes with them."""
    with connection.cursor() as cursor:
        cursor.execute("select walks, has_backup, backs_up from core.parts_of(%s)", [staff])
        return Parts(*cursor.fetchone())


def transfers_of(staff: UUID) -> tuple[int, int]:
    """How many transfers go on from a colleague, and how many to them; no name comes with them."""
    with connection.cursor() as cursor:
        cursor.execute("select gives, receives from core.open_transfers(%s)", [staff])
        gives, receives = cursor.fetchone()
    return gives, receives


def standing_in() -> "Read[list[StandInRead]]":
    """People whose case manager or backup left, until a supervisor has said how it goes on; those without a case
    manager are in it too. Each has `backup`, whether somebody stands behind them just now."""
    return later(_not_settled, now=clock.now()).into(lambda rows: [row for row in rows if _goes_on(row)])


def _not_settled(now: datetime) -> QuerySet[StandIn]:
    behind = Membership.objects.filter(
        participant=OuterRef("participant"),
        part=Part.BACKUP,
        during__contains=now,
        staff__id__is_active=True,
    )
    rows = StandIn.objects.filter(settled_at=None).exclude(participant__state=State.CLOSED)
    rows = rows.select_related("participant", "left", "staff").annotate(backup=Exists(behind))
    return rows.order_by("at", "id")


def _goes_on(row: "StandInRead") -> bool:
    """Whether it still is as it was when they left; of two who left, the case manager is told."""
    if row.part == Part.CASE_MANAGER:
        return row.participant.case_manager_id == row.staff_id
    return row.participant.case_manager_id is not None and not row.backup


def left_beside() -> dict[str, Combinable]:
    """What comes in the same query as a person: the name of a backup who left, until it is said how it goes on."""
    rows = StandIn.objects.filter(participant=OuterRef("pk"), part=Part.BACKUP, settled_at=None)
    return {"backup_left": Subquery(rows.order_by("-at", "-id").values("left__name")[:1])}


def is_opened(brief: UUID) -> bool:
    """Whether whoever acts has opened this brief since their shift began."""
    return bool(call("core.is_brief_opened", brief))


def briefs_tonight() -> dict[UUID, date | None]:
    """The on-call briefs that whoever acts may open at this minute, each with the last day of the critical period;
    without one, of somebody who gave their alias and code word in this shift."""
    with connection.cursor() as cursor:
        cursor.execute("select brief, through from core.briefs_tonight()")
        return dict(cursor.fetchall())
