"""What holds: goals and steps with no next step yet, for as long as they do."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, JSONObject

from alongside.goals.choices import RESTING, GoalState, StepState
from alongside.goals.models import Goal, GoalStateChange, Step
from alongside.participants.models import Participant
from alongside.vault.opening import open_told


@dataclass(frozen=True)
class Held:
    """A goal, or a step of one, that holds."""

    kind: str
    row: UUID
    words: str
    since: datetime
    revisit_on: date | None
    goal_words: str = ""


def holding_list(participant: UUID) -> list[Held]:
    """What holds, as long as it does: goals in their order, then steps."""
    goals = Goal.objects.filter(participant_id=participant, state=GoalState.HOLDING, removed_at=None)
    held = [
        Held("goal", goal.pk, goal.words, goal.since, goal.revisit_on)
        for goal in goals.annotate(since=_since(goal=OuterRef("pk"), step=None)).order_by("place", "id")
    ]
    steps = _open_steps().filter(participant_id=participant).select_related("goal")
    return held + [
        Held("step", step.pk, step.words, step.since, step.revisit_on, step.goal.words)
        for step in steps.annotate(since=_since(step=OuterRef("pk"))).order_by("goal__place", "place", "id")
    ]


def _since(**of_row: OuterRef | None) -> Combinable:
    """Since when something holds: its last turn. Words that were put right since then are no new beginning."""
    turns = GoalStateChange.objects.filter(**of_row).order_by("-at", "-id")
    return Coalesce(Subquery(turns.values("at")[:1]), F("changed_at"))


def held_beside() -> dict[str, Combinable]:
    """For a query over people: goals and steps that hold, with their words and since when."""
    its = JSONObject(id=F("id"), key=F("key_id"), words=F("words"), since=F("since"))
    goals = Goal.objects.filter(state=GoalState.HOLDING, removed_at=None, participant=OuterRef("pk"))
    goals = goals.annotate(since=_since(goal=OuterRef("pk"), step=None)).order_by("place", "id")
    steps = _open_steps().filter(participant=OuterRef("pk"))
    steps = steps.annotate(since=_since(step=OuterRef("pk"))).order_by("goal__place", "place", "id")
    return {
        "goals_held": ArraySubquery(goals.values(json=its)),
        "steps_held": ArraySubquery(steps.values(json=its)),
    }


def held_of(person: Participant) -> list[tuple[str, datetime]]:
    """What holds with somebody who came with `held_beside`, in their words, and since when."""
    found = []
    for name, model in (("goals_held", Goal), ("steps_held", Step)):
        for told in vars(person)[name]:
            table = model._meta.db_table
            words = open_told(UUID(told["key"]), table, "words", UUID(told["id"]), told["words"])
            found.append((words, datetime.fromisoformat(told["since"])))
    return found


def _open_steps() -> QuerySet[Step]:
    steps = Step.objects.filter(state=StepState.HOLDING, removed_at=None, goal__removed_at=None)
    return steps.exclude(goal__state__in=RESTING)


def look_again_beside(today: date) -> dict[str, Combinable]:
    """What comes in the same query as people: what holds and was to be revisited today.

    The day after it is no reason any more: nothing that holds is ever behind.
    """
    of_person = {"participant": OuterRef("pk"), "revisit_on": today}
    goals = Goal.objects.filter(state=GoalState.HOLDING, removed_at=None, **of_person)
    its = JSONObject(id=F("id"), key=F("key_id"), words=F("words"))
    return {
        "goal_again": Subquery(goals.order_by("place", "id").values(json=its)[:1]),
        "step_again": Subquery(_open_steps().filter(**of_person).order_by("id").values(json=its)[:1]),
    }


def to_revisit(person: Participant) -> str:
    """The words of what was to be revisited today, a goal before a step; nothing where nothing was."""
    for told, model in ((vars(person)["goal_again"], Goal), (vars(person)["step_again"], Step)):
        if told:
            table = model._meta.db_table
            return open_told(UUID(told["key"]), table, "words", UUID(told["id"]), told["words"])
    return ""
