"""What speaks against planned shifts, and how being on call is shared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from alongside import clock
from alongside.access.keeper import call
from alongside.access.written import Read, later
from alongside.agency import closed
from alongside.agency.models import Staff, TimeOff
from alongside.participants.models import Participant
from alongside.workforce import may_be
from alongside.workforce.models import HandOver, OnCallShift, ShiftSwap
from alongside.workforce.queries import IN_SIGHT
from alongside.workforce.rota_rules import Planned, Share, share


@dataclass(frozen=True)
class Rota:
    """The shifts now and in the next two weeks; whether anybody was ever on call, and whether one is asked to swap.
    Shifts of who may not be on call any more are told apart: there is nobody in them."""

    shifts: list[OnCallShift]
    unanswered: list[OnCallShift]
    was_any: bool
    is_asked: bool


def rota_for(me: UUID) -> Read[Rota]:
    """The rota as Today and the page of who is on call need it."""
    now = clock.now()
    read = later(_rota, me=me, now=now, until=now + IN_SIGHT)
    return read.into(lambda rows: _as_rota(rows, now))


def _rota(me: UUID, now: datetime, until: datetime) -> QuerySet[OnCallShift]:
    last = OnCallShift.objects.filter(during__endswith__lte=now).order_by("-during").values("pk")[:1]
    asks = ShiftSwap.objects.filter(shift=OuterRef("pk"), asked_by=OuterRef("staff"), asked_of=me)
    asked = Exists(asks.filter(answered_at=None, taken_back_at=None))
    is_to_come = Q(during__startswith__gt=now)
    found = (
        OnCallShift.objects.annotate(asked=asked, may=may_be.roles_held())
        .select_related("staff")
        .order_by("during", "place")
    )
    in_sight = Q(during__startswith__lt=until, during__endswith__gt=now)
    return found.filter(in_sight | Q(pk=Subquery(last)) | (is_to_come & asked))


def _as_rota(rows: list[Any], now: datetime) -> Rota:
    in_sight = [each for each in rows if each.during.lower < now + IN_SIGHT and each.during.upper > now]
    may, may_not = ([each for each in in_sight if each.may is so] for so in (True, False))
    return Rota(may, may_not, bool(rows), any(each.asked and each.during.lower > now for each in rows))


@dataclass(frozen=True)
class Looked:
    """A planned shift, and what speaks against it: that its time is over or does not come, or a shift that stands; and
    `off`, where they are away then, which is for whoever sets it to decide."""

    shift: Planned
    staff: Staff
    is_over: bool = False
    stands: OnCallShift | None = None
    off: TimeOff | None = None

    @property
    def fits(self) -> bool:
        """Whether it can be put."""
        return not (self.is_over or self.shift.is_empty or self.stands)


def shifts_between(since: datetime, until: datetime) -> list[OnCallShift]:
    """Every shift of which something lies between two moments, of those who may be on call; in order."""
    rows = may_be.answered().filter(during__overlap=(since, until)).select_related("staff")
    return list(rows.order_by("during", "place"))


def looked_at(planned: Sequence[Planned]) -> list[Looked]:
    """Each planned shift with what speaks against it."""
    if not planned:
        return []
    now = clock.now()
    stands = shifts_between(min(each.begins for each in planned), max(each.ends for each in planned))
    people = Staff.objects.in_bulk({each.staff for each in planned})
    away = list(TimeOff.objects.filter(staff__in=people, taken_back_at=None, confirmed_at__isnull=False))
    return [
        Looked(each, people[each.staff], each.ends <= now, _in_the_way(each, stands), _away(each, away))
        for each in planned
    ]


def _away(shift: Planned, off: Iterable[TimeOff]) -> TimeOff | None:
    """Time off of theirs that a supervisor confirmed, at that time."""
    return next(
        (
            each
            for each in off
            if each.staff_id == shift.staff
            if each.during.lower < shift.ends and shift.begins < each.during.upper
        ),
        None,
    )


def _in_the_way(shift: Planned, stands: Iterable[OnCallShift]) -> OnCallShift | None:
    """A shift of the same place, or of the same worker, at that time."""
    return next(
        (
            each
            for each in stands
            if each.during.lower < shift.ends and shift.begins < each.during.upper
            if each.place == shift.place or each.staff_id == shift.staff
        ),
        None,
    )


def set_together(by: UUID, at: datetime) -> list[OnCallShift]:
    """The shifts that somebody set in one go, of which not all is over."""
    return list(OnCallShift.objects.filter(set_by=by, set_at=at, during__endswith__gt=clock.now()))


def my_shifts(staff: UUID, until: datetime | None = None) -> list[OnCallShift]:
    """Somebody's own shifts that are not over, in order."""
    rows = OnCallShift.objects.filter(staff=staff, during__endswith__gt=clock.now())
    return list((rows.filter(during__startswith__lt=until) if until else rows).order_by("during"))


def shares(since: datetime, until: datetime, staff: UUID | None = None) -> list[tuple[Staff, Share]]:
    """How much everybody who works here, or one worker, is on call between two moments, by name."""
    rows = OnCallShift.objects.filter(during__overlap=(since, until))
    people = Staff.objects.filter(id__is_active=True).order_by("name")
    if staff is not None:
        rows, people = rows.filter(staff=staff), people.filter(pk=staff)
    spans: dict[UUID, list[tuple[datetime, datetime]]] = {}
    for row in rows:
        spans.setdefault(row.staff_id, []).append(
            (max(row.during.lower, since), min(row.during.upper, until))
        )
    zone = clock.zone()
    days = closed.between(since.astimezone(zone).date(), until.astimezone(zone).date())
    return [(each, share(spans.get(each.pk, []), zone, days)) for each in people]


def nights_on_call(staff: UUID, since: datetime, until: datetime) -> int:
    """In how many nights somebody is on call between two moments, first or second."""
    return next((told.nights for _who, told in shares(since, until, staff)), 0)


def is_on_call() -> bool:
    """Whether whoever acts is on call at this minute, first or second."""
    return bool(call("core.is_on_call"))


@dataclass(frozen=True)
class Swaps:
    """What somebody is asked for, what they ask for, and to what a colleague said no; all of it is to come."""

    asked_of_me: list[ShiftSwap]
    asked_by_me: list[ShiftSwap]
    said_no: list[ShiftSwap]


def my_swaps(staff: UUID) -> Swaps:
    """Swaps between somebody and others, about shifts that have not begun; the wall shows nobody else's."""
    rows = ShiftSwap.objects.filter(shift__during__startswith__gt=clock.now(), taken_back_at=None)
    rows = rows.select_related("shift", "in_return", "asked_by", "asked_of").order_by("at", "id")
    stands = [each for each in rows if _stands(each)]
    waits = [each for each in stands if each.answered_at is None]
    return Swaps(
        [each for each in waits if each.asked_of_id == staff],
        [each for each in waits if each.asked_by_id == staff],
        [each for each in stands if each.said_yes is False and each.asked_by_id == staff],
    )


def _stands(swap: ShiftSwap) -> bool:
    """Whether the shifts are still of those two, and to come."""
    if swap.shift.staff_id != swap.asked_by_id:
        return False
    if swap.in_return_id is None:
        return True
    back = swap.in_return
    return back is not None and back.staff_id == swap.asked_of_id and back.during.lower > clock.now()


def to_come(until: datetime) -> list[OnCallShift]:
    """The shifts that have not begun, of those who may be on call; in order."""
    rows = may_be.answered().filter(during__startswith__gt=clock.now(), during__startswith__lt=until)
    return list(rows.select_related("staff").order_by("during", "place"))


def hand_overs() -> list[HandOver]:
    """The hand-over sheets that whoever acts may read, the newest first."""
    return list(HandOver.objects.select_related("by").order_by("-at", "-id"))


def handed_to(staff: UUID) -> list[HandOver]:
    """The sheets of others that somebody may read, the newest first."""
    return [each for each in hand_overs() if each.by_id != staff]


def people_of(sheets: Sequence[HandOver]) -> dict[str, Participant]:
    """Whom sheets are about, by the reference that stands in them: those alone whom whoever reads reaches."""
    named = {each.about for each in sheets if each.about}
    return {str(each.pk): each for each in Participant.objects.filter(pk__in=named)} if named else {}
