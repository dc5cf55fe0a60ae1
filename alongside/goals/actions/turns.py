"""Turning a goal or a sign from one state to another, placing goals in their order, taking away and back."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.goals.actions._latch import held_sheet, last_place, remember_turn, set_removed, standing
from alongside.goals.choices import GoalState, SignState
from alongside.goals.models import Goal, LearnedThing, SignOfChange, Step
from alongside.keeping.rows import held
from alongside.keeping.rules import NotHere

KINDS: dict[str, type[Goal] | type[Step] | type[SignOfChange] | type[LearnedThing]] = {
    "goal": Goal,
    "step": Step,
    "sign": SignOfChange,
    "learned": LearnedThing,
}


@act(Can.WRITE_GOALS, said=_("kept where a goal is"))
def change_goal_state(*, by: Actor, participant: UUID, goal: UUID, state: GoalState) -> Goal:
    """Hold a goal, call it done, set it aside, or take it up again. Any state can follow any other."""
    held_sheet(by, participant)
    row = held(Goal, goal, participant_id=participant)
    if row.state == state:
        return row
    row.state, row.revisit_on = state, None
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(update_fields=["state", "revisit_on", "changed_at", "changed_by"])
    remember_turn(by, row, None, state)
    return row


@act(Can.WRITE_GOALS, said=_("chose a day to look again"))
def set_revisit_day(*, by: Actor, participant: UUID, kind: str, row: UUID, on: date | None) -> None:
    """Choose a day to look again at a goal or step that holds, or none; nothing happens if it passes."""
    held_sheet(by, participant)
    model: type[Goal] | type[Step] = Step if kind == "step" else Goal
    found = held(model, row, participant_id=participant, state=GoalState.HOLDING)
    found.revisit_on = on
    found.save(update_fields=["revisit_on"])


@act(Can.WRITE_GOALS, said=_("put goals in another order"))
def place_goal(*, by: Actor, participant: UUID, goal: UUID, place: int) -> Goal:
    """Put a goal at a place of the order, counted from 1 among the goals of now."""
    held_sheet(by, participant)
    row = held(Goal, goal, participant_id=participant)
    others = [each for each in standing(participant) if each.pk != row.pk]
    others.insert(max(0, min(place - 1, len(others))), row)
    for number, each in enumerate(others, start=1):
        if each.place != number:
            each.place = number
            each.save(update_fields=["place"])
    return row


@act(Can.WRITE_GOALS, said=_("kept a goal for later"))
def keep_for_later(*, by: Actor, participant: UUID, goal: UUID) -> Goal:
    """Keep a goal for later, for as long as they like."""
    held_sheet(by, participant)
    row = held(Goal, goal, participant_id=participant)
    row.later, row.place = True, last_place(participant) + 1
    row.save(update_fields=["later", "place"])
    return row


@act(Can.WRITE_GOALS, said=_("brought a goal forward"))
def bring_forward(*, by: Actor, participant: UUID, goal: UUID) -> Goal:
    """Bring a goal that was kept for later among those of now, at the end of their order."""
    held_sheet(by, participant)
    row = held(Goal, goal, participant_id=participant)
    if row.later:
        row.later, row.place = False, last_place(participant) + 1
        row.save(update_fields=["later", "place"])
    return row


@act(Can.WRITE_GOALS, said=_("kept where a sign of change is"))
def change_sign_state(*, by: Actor, participant: UUID, sign: UUID, state: SignState) -> SignOfChange:
    """Say whether a sign of change is here."""
    row = held(SignOfChange, sign, participant_id=participant)
    row.state = state
    row.changed_at, row.changed_by_id = clock.now(), by.id
    row.save(update_fields=["state", "changed_at", "changed_by"])
    return row


@act(Can.WRITE_GOALS, said=_("took something off the goal sheet"))
def take_away(*, by: Actor, participant: UUID, kind: str, row: UUID) -> None:
    """Take something off the sheet; for 30 days it can come back."""
    _set_removed(by, participant, kind, row, removed=True)


@act(Can.WRITE_GOALS, said=_("brought something back to the goal sheet"))
def bring_back(*, by: Actor, participant: UUID, kind: str, row: UUID) -> None:
    """Bring back what was taken off the sheet, as it was."""
    _set_removed(by, participant, kind, row, removed=False)


def _set_removed(by: Actor, participant: UUID, kind: str, row: UUID, *, removed: bool) -> None:
    held_sheet(by, participant)
    if kind not in KINDS:
        raise NotHere
    set_removed(held(KINDS[kind], row, participant_id=participant), removed=removed)
