"""Time off, and who covers for whom meanwhile."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import BooleanField, DateTimeField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable, RawSQL
from django.db.models.functions import JSONObject

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.keeper import call
from alongside.access.roles import Role
from alongside.access.written import Read, later
from alongside.agency.models import Staff, TimeOff
from alongside.agency.queries import staff_with_role
from alongside.connection.queries import hello_beside
from alongside.goals.choices import SupportLevel
from alongside.goals.queries import level_beside, level_of
from alongside.participants.choices import Intensity, State
from alongside.participants.critical import live_beside, live_of
from alongside.participants.models import LinkedRecords
from alongside.participants.queries import Participant, everybody, way_beside
from alongside.vault.folding import fold
from alongside.workforce.models import Cover, OnCallShift

__all__ = ["Cover", "TimeOff"]


def times_off() -> list[TimeOff]:
    """What is planned or holds and is not over, as far as whoever acts may read it, the soonest first."""
    rows = TimeOff.objects.filter(taken_back_at=None, during__endswith__gt=clock.now())
    return list(rows.select_related("staff", "confirmed_by").order_by("during", "id"))


def time_off_named(off: UUID) -> TimeOff | None:
    """One that is not over."""
    return next((each for each in times_off() if each.pk == off), None)


def next_off(staff: UUID) -> TimeOff | None:
    """When somebody is away now or next, once it is confirmed."""
    return next((each for each in times_off() if each.staff_id == staff and each.confirmed_at), None)


def to_confirm() -> Read[list[TimeOff]]:
    """What waits for a supervisor, of those who are theirs to decide about."""
    return later(_to_confirm, now=clock.now())


def _to_confirm(now: datetime) -> QuerySet[TimeOff]:
    rows = TimeOff.objects.filter(taken_back_at=None, confirmed_at=None, during__endswith__gt=now)
    asks = RawSQL('core.leads_worker("agency_timeoff"."staff_id")', [], output_field=BooleanField())
    return rows.annotate(asks=asks).filter(asks=True).select_related("staff").order_by("during", "id")


def leads(staff: UUID) -> bool:
    """Whether whoever acts decides about this colleague's time off."""
    return bool(call("core.leads_worker", staff))


def walked_with(actor: Actor, off: TimeOff) -> list[Participant]:
    """The people this worker walks with, each once, with what decides who covers; those first for whom somebody has to
    be named, then by alias."""
    along = level_beside() | live_beside(_first_day(off)) | way_beside() | hello_beside()
    again = LinkedRecords.objects.filter(ended_at=None).values("other")
    mine = Q(case_manager=off.staff_id) & ~Q(state=State.CLOSED) & Q(opens=True) & ~Q(pk__in=again)
    found = everybody(actor, mine, along=along)
    return sorted(found, key=lambda person: (not needs_somebody(person), fold(person.alias)))


def needs_somebody(person: Participant) -> bool:
    """Whether somebody has to be named for them: the support level is close, or a critical period is intense."""
    live = live_of(person)
    intense = live is not None and any(each.intensity == Intensity.INTENSE for each in live.periods)
    return intense or level_of(person) == SupportLevel.CLOSE


def uncovered(actor: Actor, off: TimeOff) -> list[Participant]:
    """For whom somebody has to be named and nobody is who works here."""
    named = {who for who, row in covers(off.pk).items() if row.staff.id.is_active}
    return [each for each in walked_with(actor, off) if needs_somebody(each) and each.pk not in named]


def _first_day(off: TimeOff) -> date:
    first: date = off.during.lower.astimezone(clock.zone()).date()
    return max(first, clock.today())


def covers(off: UUID) -> dict[UUID, Cover]:
    """Who covers for whom, as far as whoever acts reaches them."""
    rows = Cover.objects.filter(off=off).select_related("staff", "staff__id")
    return {row.participant_id: row for row in rows}


def who_can_cover(off: TimeOff) -> list[Staff]:
    """Colleagues who may walk with somebody and are here then."""
    gone = TimeOff.objects.filter(
        confirmed_at__isnull=False, taken_back_at=None, during__overlap=off.during
    ).values_list("staff", flat=True)
    not_then = {off.staff_id, *gone}
    found = {each.pk: each for role in (Role.CASE_MANAGER, Role.SUPERVISOR) for each in staff_with_role(role)}
    return sorted((each for each in found.values() if each.pk not in not_then), key=lambda each: each.name)


def on_call_meanwhile(off: TimeOff) -> list[OnCallShift]:
    """Shifts of theirs on call while they are away."""
    return list(OnCallShift.objects.filter(staff=off.staff_id, during__overlap=off.during).order_by("during"))


def i_cover(actor: Actor) -> Read[list[Cover]]:
    """Whom I cover for just now, by whose they are."""
    return later(_i_cover, me=actor.id, now=clock.now())


def _i_cover(me: UUID, now: datetime) -> QuerySet[Cover]:
    running = Cover.objects.filter(staff=me, off__during__contains=now, off__taken_back_at=None)
    rows = running.filter(off__confirmed_at__isnull=False).select_related("off__staff", "participant")
    return rows.order_by("off__during", "id")


def cover_beside() -> dict[str, Combinable]:
    """What comes in the same query as a person: who covers just now, and until when."""
    # The moment is asked of the database: what comes along with a person is written once and asked many times.
    now = RawSQL("(select access.now())", [], output_field=DateTimeField())
    rows = Cover.objects.filter(participant=OuterRef("pk"), off__during__contains=now)
    rows = rows.filter(off__confirmed_at__isnull=False, off__taken_back_at=None)
    told = JSONObject(name=F("staff__name"), until=F("off__during__endswith"))
    return {"cover_now": Subquery(rows.order_by("id").values(json=told)[:1])}
