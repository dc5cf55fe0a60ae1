"""What holds: goals and steps with no next step yet, for as long as they do."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, QuerySet
from django.db.models.expressions import Combinable

from alongside.access.actor import Actor
from alongside.goals.choices import RESTING, GoalState, StepState
from alongside.goals.models import Goal, Step


@dataclass(frozen=True)
class Held:
    """A goal, or a step of one, that holds."""

    kind: str
    row: UUID
    words: str
    since: datetime
    look_again_on: date | None
    goal_words: str = ""


def holding_list(actor: Actor, participant: UUID) -> list[Held]:
    """What holds, as long as it does: goals in their order, then steps."""
    goals = Goal.objects.filter(participant_id=participant, state=GoalState.HOLDING, removed_at=None)
    held = [
        Held("goal", goal.pk, goal.words, goal.changed_at, goal.look_again_on)
        for goal in goals.order_by("place", "id")
    ]
    steps = _open_steps().filter(participant_id=participant).select_related("goal")
    return held + [
        Held("step", step.pk, step.words, step.changed_at, step.look_again_on, step.goal.words)
        for step in steps.order_by("goal__place", "place", "id")
    ]


def _open_steps() -> QuerySet[Step]:
    steps = Step.objects.filter(state=StepState.HOLDING, removed_at=None, goal__removed_at=None)
    return steps.exclude(goal__state__in=RESTING)


def look_again_beside(actor: Actor | None, today: date) -> dict[str, Combinable]:
    """What comes in the same query as people: whether today was chosen to look again at something that holds.

    The day after it is no reason any more: nothing that holds is ever behind.
    """
    of_person = {"participant": OuterRef("pk"), "look_again_on": today}
    goals = Goal.objects.filter(state=GoalState.HOLDING, removed_at=None, **of_person)
    either = Exists(goals) | Exists(_open_steps().filter(**of_person))
    return {"looks_again": ExpressionWrapper(either, output_field=BooleanField())}
