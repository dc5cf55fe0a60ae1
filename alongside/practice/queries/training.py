"""Reading trainings: what is coming, who comes, what I have learned, and what a team has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection

from alongside import clock
from alongside.access.actor import Actor
from alongside.agency.models import Staff
from alongside.practice import rules
from alongside.practice.models import (
    Scenario,
    TrainingPlace,
    TrainingRecord,
    TrainingReflection,
    TrainingSession,
    TrainingTopic,
)

LOOK_BACK = timedelta(days=60)


def topics(*, hidden: bool = False) -> list[TrainingTopic]:
    """The agency's list of topics; the hidden ones too, where asked."""
    rows = TrainingTopic.objects.order_by("place", "name", "id")
    return list(rows if hidden else rows.filter(hidden=False))


@dataclass(frozen=True)
class SessionRead:
    """A session as one member of staff sees it."""

    session: TrainingSession
    taken: int
    mine: TrainingPlace | None
    thought: bool = False

    @property
    def left(self) -> int | None:
        """Places that are left; None where nobody counts them."""
        return None if self.session.places is None else max(0, self.session.places - self.taken)

    @property
    def comes(self) -> bool:
        """I have a place."""
        return self.mine is not None and not self.mine.waits

    @property
    def has_begun(self) -> bool:
        """It has begun or is over."""
        return self.session.at <= clock.now()


def sessions(actor: Actor) -> list[SessionRead]:
    """What is coming, soonest first, and before it what I came to lately: four queries."""
    now = clock.now()
    rows = TrainingSession.objects.filter(at__gte=now - LOOK_BACK, cancelled_at=None).select_related("topic")
    read = _read(actor, rows.order_by("at", "id"))
    return [each for each in read if each.session.at >= now or each.comes]


def session_read(actor: Actor, session: UUID) -> SessionRead | None:
    """One session."""
    rows = TrainingSession.objects.filter(pk=session).select_related("topic", "changed_by")
    return next(iter(_read(actor, rows)), None)


def _read(actor: Actor, rows: Iterable[TrainingSession]) -> list[SessionRead]:
    found = list(rows)
    ids = [row.pk for row in found]
    taken: dict[UUID, int] = {}
    if ids:
        with connection.cursor() as cursor:
            cursor.execute("select session, taken from core.places_taken(%s)", [ids])
            taken = dict(cursor.fetchall())
    mine = {row.session_id: row for row in TrainingPlace.objects.filter(session__in=ids, staff_id=actor.id)}
    thought = set(
        TrainingReflection.objects.filter(by_id=actor.id, session__in=ids).values_list(
            "session_id", flat=True
        )
    )
    return [SessionRead(row, taken.get(row.pk, 0), mine.get(row.pk), row.pk in thought) for row in found]


def who_comes(session: UUID) -> list[TrainingPlace]:
    """Everybody with a place and everybody who waits for one, for those who lead training."""
    rows = TrainingPlace.objects.filter(session_id=session).select_related("staff")
    return list(rows.order_by("waits", "at", "id"))


def scenario_of(session: UUID) -> Scenario | None:
    """The scenario of a session: for all once approved, before that for those who lead training."""
    return (
        Scenario.objects.filter(session_id=session).select_related("by", "changed_by", "approved_by").first()
    )


def scenarios_to_read(actor: Actor) -> list[Scenario]:
    """Scenarios that wait for a second person, than the one who wrote them last."""
    rows = Scenario.objects.filter(approved_at=None).exclude(changed_by_id=actor.id)
    return list(rows.select_related("session__topic").order_by("changed_at", "id"))


def own_thoughts(actor: Actor, session: UUID) -> TrainingReflection | None:
    """What I took with me from a session."""
    return TrainingReflection.objects.filter(session_id=session, by_id=actor.id).first()


@dataclass(frozen=True)
class Learned:
    """The last time somebody learned about a topic, and from when on it is good to refresh."""

    topic: TrainingTopic
    on_day: date
    refresh_on: date | None

    @property
    def is_time(self) -> bool:
        """The day from which a refresher is good has come."""
        return self.refresh_on is not None and self.refresh_on <= clock.today()


def _learned(row: TrainingRecord) -> Learned:
    months = row.topic.refresh_months
    return Learned(row.topic, row.on_day, rules.months_after(row.on_day, months) if months else None)


def own_record(actor: Actor) -> list[Learned]:
    """What I have learned, newest first."""
    rows = TrainingRecord.objects.filter(staff_id=actor.id).select_related("topic")
    return [_learned(row) for row in rows.order_by("-on_day", "-at", "id")]


@dataclass(frozen=True)
class Coverage:
    """A topic across a team: for each worker, in the team's order, the last time; or nothing yet."""

    topic: TrainingTopic
    cells: list[Learned | None]


def coverage(actor: Actor) -> tuple[list[Staff], list[Coverage]]:
    """My team by name, and each topic across it: three queries."""
    workers = list(Staff.objects.filter(supervisor_id=actor.id, id__is_active=True).order_by("name"))
    latest: dict[tuple[UUID, UUID], Learned] = {}
    rows = TrainingRecord.objects.filter(staff__in=workers).select_related("topic")
    for row in rows.order_by("on_day", "at"):
        latest[row.topic_id, row.staff_id] = _learned(row)
    return workers, [
        Coverage(topic, [latest.get((topic.pk, worker.pk)) for worker in workers]) for topic in topics()
    ]


def team_of(actor: Actor) -> list[Staff]:
    """Those whose training I may write down besides my own."""
    return list(Staff.objects.filter(supervisor_id=actor.id, id__is_active=True).order_by("name"))


def without_training(actor: Actor, topic: str, staff: Sequence[UUID]) -> list[UUID]:
    """Those of my team among these of whom no training about a topic is recorded."""
    learned = TrainingRecord.objects.filter(topic__key=topic).values("staff_id")
    rows = Staff.objects.filter(supervisor_id=actor.id, pk__in=staff).exclude(pk__in=learned)
    return list(rows.order_by("name").values_list("pk", flat=True))
