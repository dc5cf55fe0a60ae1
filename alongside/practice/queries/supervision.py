"""Reading what is brought to supervision, when the two met, and the sheet for a session."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import BooleanField, Max, OuterRef, Q, Subquery
from django.db.models.expressions import RawSQL

from alongside import clock
from alongside.access.actor import Actor
from alongside.agency.models import Staff
from alongside.connection import queries as connection
from alongside.connection.queries import Strand
from alongside.goals import queries as goals
from alongside.goals.queries import GoalRead
from alongside.participants import queries as participants
from alongside.participants.choices import Part, State
from alongside.participants.models import Membership
from alongside.participants.queries import Participant
from alongside.practice.models import Supervision, SupervisionItem, SupervisionPair

SHOWN = 12
MOST_PEOPLE = 60


def worker_named(actor: Actor, worker: UUID) -> Staff | None:
    """Myself, or somebody of my team; the keeper says who that is."""
    of_my_team = RawSQL(
        '"agency_staff"."id" = any((select core.my_team())::uuid[])', [], output_field=BooleanField()
    )
    rows = Staff.objects.annotate(of_my_team=of_my_team).select_related("supervisor")
    return rows.filter(Q(pk=actor.id) | Q(of_my_team=True), pk=worker).first()


def pair_of(worker: Staff) -> SupervisionPair | None:
    """The worker and the supervisor of now, if anything was brought or planned between them yet."""
    return SupervisionPair.objects.filter(worker_id=worker.pk, supervisor_id=worker.supervisor_id).first()


def brought(pair: SupervisionPair | None) -> list[SupervisionItem]:
    """What is brought to the next time, oldest first, and after it what was talked about lately."""
    if pair is None:
        return []
    rows = SupervisionItem.objects.filter(pair=pair).select_related("by")
    waiting = list(rows.filter(talked_at=None).order_by("at", "id"))
    return waiting + list(rows.exclude(talked_at=None).order_by("-talked_at", "-id")[:SHOWN])


def brought_named(brought: UUID) -> SupervisionItem | None:
    """One thing that was brought, if I am one of the two."""
    return (
        SupervisionItem.objects.filter(pk=brought).select_related("pair__worker", "pair__supervisor").first()
    )


def supervisions(worker: UUID) -> list[Supervision]:
    """The times this worker and a supervisor met or mean to meet, newest first."""
    rows = Supervision.objects.filter(pair__worker_id=worker, removed_at=None)
    return list(rows.select_related("pair__supervisor").order_by("-at", "-id")[:SHOWN])


def supervision_named(supervision: UUID, *, removed: bool = False) -> Supervision | None:
    """One such time, if I am one of the two."""
    rows = Supervision.objects.filter(pk=supervision).select_related("pair__worker", "pair__supervisor")
    return rows.first() if removed else rows.filter(removed_at=None).first()


@dataclass(frozen=True)
class Between:
    """A worker as their supervisor sees them here: when the two last met and next mean to."""

    worker: Staff
    last: datetime | None
    next: datetime | None


def team(actor: Actor) -> list[Between]:
    """My team by name, each with the last and the next time: what the two themselves wrote down."""
    workers = Staff.objects.filter(supervisor_id=actor.id, id__is_active=True).order_by("name")
    times = Supervision.objects.filter(pair__worker_id=OuterRef("pk"), removed_at=None).order_by()
    met = times.filter(held=True).values("pair__worker_id")
    planned = times.filter(held=False, at__gte=clock.now()).order_by("at")
    rows = workers.annotate(
        last_met=Subquery(met.annotate(last=Max("at")).values("last")),
        next_at=Subquery(planned.values("at")[:1]),
    )
    return [Between(row, row.last_met, row.next_at) for row in rows]


@dataclass(frozen=True)
class Walked:
    """Somebody the worker walks with, as the sheet has them: how we are together, and what they want."""

    person: Participant
    is_backup: bool
    strand: Strand
    shift: connection.EngagementShift | None
    goals: list[GoalRead] = field(default_factory=list)
    lately: list[connection.Note] = field(default_factory=list)


def walked_with(actor: Actor, worker: UUID) -> list[Walked]:
    """Each person the worker walks with, their own first: five queries, however many they are."""
    theirs = Membership.objects.filter(staff_id=worker, during__contains=clock.now())
    part = theirs.filter(participant=OuterRef("pk")).order_by("-part").values("part")[:1]
    found = participants.everybody(
        actor,
        Q(opens=True, pk__in=theirs.values("participant_id")) & ~Q(state=State.CLOSED),
        along=connection.strand_beside() | {"their_part": Subquery(part)},
        most=MOST_PEOPLE,
    )
    ids = [person.pk for person in found]
    shifts = connection.latest_shifts(ids)
    wanted = goals.standing_goals_of(ids)
    lately = connection.lately_with(ids, worker)
    rows = [
        Walked(
            person,
            vars(person)["their_part"] != Part.CASE_MANAGER,
            connection.strand_of(person),
            shifts.get(person.pk),
            wanted.get(person.pk, []),
            lately.get(person.pk, []),
        )
        for person in found
    ]
    return sorted(rows, key=lambda row: (row.is_backup, row.person.alias.casefold()))


def last_met(staff: Sequence[UUID]) -> dict[UUID, datetime]:
    """When each of these last had supervision, where I am one of the two."""
    met = Supervision.objects.filter(pair__worker_id__in=staff, held=True, removed_at=None).order_by()
    return dict(met.values_list("pair__worker_id").annotate(last=Max("at")))
