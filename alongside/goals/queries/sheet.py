"""What can be read of a goal sheet. Who is within reach is the wall's matter."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside import clock
from alongside.access.written import asked
from alongside.goals import rules
from alongside.goals.choices import RESTING
from alongside.goals.models import (
    Goal,
    GoalSheet,
    LearnedThing,
    Option,
    OptionAnswer,
    SignOfChange,
    Step,
    StepWho,
)
from alongside.keeping.rules import COMES_BACK_FOR


@dataclass
class StepRead:
    """A step with who has done it so far."""

    step: Step
    history: list[StepWho] = field(default_factory=list)
    unmoved: bool = False


@dataclass
class GoalRead:
    """A goal with its steps: those that stand, those that rest, those taken away lately."""

    goal: Goal
    steps: list[StepRead] = field(default_factory=list)
    resting: list[StepRead] = field(default_factory=list)
    taken_away: list[StepRead] = field(default_factory=list)


@dataclass
class OptionRead:
    """An option we offered with every answer it had."""

    option: Option
    answers: list[OptionAnswer] = field(default_factory=list)

    @property
    def may_be_taken_up(self) -> bool:
        """A yes stands that has not become a goal yet."""
        row = self.option
        return rules.is_fresh_yes(row.answer, row.answered_at, row.taken_up_at)


@dataclass
class SheetRead:
    """A whole goal sheet."""

    participant: UUID
    sheet: GoalSheet | None
    standing: list[GoalRead]
    later: list[GoalRead]
    resting: list[GoalRead]
    taken_away: list[GoalRead]
    signs: list[SignOfChange]
    signs_taken_away: list[SignOfChange]
    options: list[OptionRead]
    learned: list[LearnedThing]

    @property
    def fits_around(self) -> str:
        """What this plan fits around, in their words."""
        return self.sheet.fits_around if self.sheet else ""

    @property
    def unmoved(self) -> list[StepRead]:
        """Steps that have stood for 30 days: a reason to ask whether the plan still fits."""
        return [step for read in self.standing for step in read.steps if step.unmoved]


def goals_with_steps(participant: UUID) -> list[GoalRead]:
    """Every goal in their order with its steps, those taken away lately included: two queries."""
    since = clock.now() - COMES_BACK_FOR
    found = {goal.pk: GoalRead(goal) for goal in asked(_rows, Goal, participant=participant, since=since)}
    today = clock.today()
    for step in asked(_rows, Step, participant=participant, since=since):
        if step.goal_id not in found:
            continue
        read, goal = StepRead(step), found[step.goal_id]
        if step.removed_at is not None:
            goal.taken_away.append(read)
        elif step.state in RESTING:
            goal.resting.append(read)
        else:
            moves = goal.goal.state in rules.MOVING
            read.unmoved = moves and rules.is_unmoved(step.state, _day(step), today)
            goal.steps.append(read)
    return list(found.values())


def _rows(table: type[Goal] | type[Step], participant: UUID, since: datetime) -> QuerySet[Any]:
    """Goals or steps in their order, with whoever changed them; those taken away before `since` are left out."""
    lately = Q(removed_at=None) | Q(removed_at__gte=since)
    rows: QuerySet[Any] = table.objects.filter(lately, participant_id=participant)
    return rows.select_related("changed_by").order_by("place", "set_at", "id")


def _day(step: Step) -> date:
    return timezone.localtime(step.changed_at, clock.zone()).date()


def standing_goals(participant: UUID) -> list[GoalRead]:
    """The goals of now, in their order, for the participant's page: two queries."""
    return [read for read in goals_with_steps(participant) if _stands(read.goal)]


def standing_goals_of(participants: Iterable[UUID]) -> dict[UUID, list[GoalRead]]:
    """The goals of now of several people with the steps that stand: two queries, however many they are."""
    wanted = list(participants)
    rows = Goal.objects.filter(participant__in=wanted, removed_at=None, later=False)
    found = {goal.pk: GoalRead(goal) for goal in rows.order_by("place", "set_at", "id") if _stands(goal)}
    steps = Step.objects.filter(goal__in=found, removed_at=None).exclude(state__in=RESTING)
    for step in steps.order_by("place", "set_at", "id") if found else ():
        found[step.goal_id].steps.append(StepRead(step))
    by_person: dict[UUID, list[GoalRead]] = {}
    for read in found.values():
        by_person.setdefault(read.goal.participant_id, []).append(read)
    return by_person


def _stands(goal: Goal) -> bool:
    return goal.removed_at is None and not goal.later and goal.state not in RESTING


def sheet(participant: UUID) -> SheetRead:
    """A whole goal sheet; the number of queries does not grow with what is on it."""
    reads = goals_with_steps(participant)
    by_step = {
        read.step.pk: read for goal in reads for read in (*goal.steps, *goal.resting, *goal.taken_away)
    }
    if by_step:
        for row in StepWho.objects.filter(participant_id=participant).order_by("at", "id"):
            if row.step_id in by_step:
                by_step[row.step_id].history.append(row)
    signs = _signs(participant)
    here = [read for read in reads if read.goal.removed_at is None]
    return SheetRead(
        participant=participant,
        sheet=GoalSheet.objects.filter(participant_id=participant).select_related("changed_by").first(),
        standing=[read for read in here if _stands(read.goal)],
        later=[read for read in here if read.goal.later and read.goal.state not in RESTING],
        resting=[read for read in here if read.goal.state in RESTING],
        taken_away=[read for read in reads if read.goal.removed_at is not None],
        signs=[sign for sign in signs if sign.removed_at is None],
        signs_taken_away=[sign for sign in signs if sign.removed_at is not None],
        options=options(participant),
        learned=learned_things(participant),
    )


def _signs(participant: UUID) -> list[SignOfChange]:
    lately = Q(removed_at=None) | Q(removed_at__gte=clock.now() - COMES_BACK_FOR)
    rows = SignOfChange.objects.filter(lately, participant_id=participant).select_related("changed_by")
    return list(rows.order_by("set_at", "id"))


def options(participant: UUID) -> list[OptionRead]:
    """What we offered, newest first, with each answer."""
    rows = Option.objects.filter(participant_id=participant).select_related("by")
    found = {row.pk: OptionRead(row) for row in rows.order_by("-offered_at", "-id")}
    if found:
        for answer in OptionAnswer.objects.filter(participant_id=participant).order_by("at", "id"):
            if answer.option_id in found:
                found[answer.option_id].answers.append(answer)
    return list(found.values())


def learned_things(participant: UUID) -> list[LearnedThing]:
    """What they say they have learned to do, oldest first."""
    rows = LearnedThing.objects.filter(participant_id=participant, removed_at=None)
    return list(rows.order_by("at", "id"))
