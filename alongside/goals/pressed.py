"""The small buttons of the goal sheet: each does one act, after everything on the sheet was kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.doors import StaffRequest
from alongside.goals import actions, rules
from alongside.goals.choices import Answer, GoalState, SignState, StepState, Who
from alongside.keeping.rules import NotHere
from alongside.ui.undo import say

Deed = Callable[["Pressed", UUID, str], str]


@dataclass(frozen=True)
class Pressed:
    """Who pressed, on whose sheet; `once` names the sending, so that a double click counts once."""

    request: StaffRequest
    participant: UUID
    once: UUID

    @property
    def given(self) -> dict[str, Any]:
        """What every act is given."""
        return {"by": self.request.actor, "participant": self.participant}


def do(pressed: Pressed, what: str) -> str:
    """Do what was pressed, named "verb:reference:choice"; gives the place of the page to come back to."""
    verb, reference, choice = [*what.split(":"), "", ""][:3]
    try:
        return DEEDS[verb](pressed, UUID(reference), choice)
    except rules.NoYes:
        say(pressed.request, _("This stays an option until they say yes again. What you wrote is kept."))
    except (ValueError, KeyError, NotHere):
        say(
            pressed.request,
            _("What you wrote is kept. That button was of an earlier page; please press again."),
        )
    return ""


def say_taken_away(pressed: Pressed, kind: str, row: UUID) -> None:
    """Say that something is off the sheet, with the way back."""
    say(
        pressed.request,
        _("Taken off the sheet. It can come back for 30 days."),
        undo_url=reverse("goals:bring_back", args=[pressed.participant, kind, row]),
    )


def _stay(_pressed: Pressed, row: UUID, _choice: str) -> str:
    return f"#g-{row}"


def _place(pressed: Pressed, row: UUID, choice: str) -> str:
    actions.place_goal(**pressed.given, goal=row, place=int(choice))
    return f"#g-{row}"


def _turn(pressed: Pressed, row: UUID, choice: str) -> str:
    actions.change_goal_state(**pressed.given, goal=row, state=GoalState(choice))
    return f"#g-{row}"


def _later(pressed: Pressed, row: UUID, _choice: str) -> str:
    actions.keep_for_later(**pressed.given, goal=row)
    return f"#g-{row}"


def _forward(pressed: Pressed, row: UUID, _choice: str) -> str:
    actions.bring_forward(**pressed.given, goal=row)
    return f"#g-{row}"


def _who(pressed: Pressed, row: UUID, choice: str) -> str:
    actions.change_who(**pressed.given, step=row, who=Who(choice))
    return f"#s-{row}"


def _step(pressed: Pressed, row: UUID, choice: str) -> str:
    step = actions.change_step_state(**pressed.given, step=row, state=StepState(choice))
    return f"#g-{step.goal_id}"


def _learned(pressed: Pressed, row: UUID, _choice: str) -> str:
    actions.save_learned(**pressed.given, step=row)
    return f"#s-{row}"


def _not_learned(pressed: Pressed, row: UUID, _choice: str) -> str:
    actions.decline_learned(**pressed.given, step=row)
    return f"#s-{row}"


def _sign(pressed: Pressed, row: UUID, choice: str) -> str:
    actions.change_sign_state(**pressed.given, sign=row, state=SignState(choice))
    return f"#c-{row}"


def _away(pressed: Pressed, row: UUID, choice: str) -> str:
    actions.take_away(**pressed.given, kind=choice, row=row)
    say_taken_away(pressed, choice, row)
    return ""


def _back(pressed: Pressed, row: UUID, choice: str) -> str:
    actions.bring_back(**pressed.given, kind=choice, row=row)
    say(pressed.request, _("It is back on the sheet."))
    return ""


def _answer(pressed: Pressed, row: UUID, choice: str) -> str:
    actions.answer_option(**pressed.given, option=row, answer=Answer(choice), once=pressed.once)
    return f"#o-{row}"


def _take_up(pressed: Pressed, row: UUID, _choice: str) -> str:
    goal = actions.take_up_option(**pressed.given, option=row)
    return f"#g-{goal.pk}"


STAY_OPEN = ("stay", "place", "who", "step", "learned", "unlearned", "sign", "answer")


def stays_open(pressed: str) -> bool:
    """Whether one goes on writing after this: what turns a whole goal leads back to reading."""
    return pressed.partition(":")[0] in STAY_OPEN


DEEDS: dict[str, Deed] = {
    "stay": _stay,
    "place": _place,
    "turn": _turn,
    "later": _later,
    "forward": _forward,
    "who": _who,
    "step": _step,
    "learned": _learned,
    "unlearned": _not_learned,
    "sign": _sign,
    "away": _away,
    "back": _back,
    "answer": _answer,
    "takeup": _take_up,
}
