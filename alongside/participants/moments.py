"""Changes of state, what they chose and critical periods, on the timeline."""

from typing import Any

from alongside.access.moment_kinds import MomentRow, Moments, Of
from alongside.participants.choices import ANSWERS
from alongside.participants.models import CriticalPeriod, StateChange, TheirChoice


def _answered(row: MomentRow) -> dict[str, Any]:
    answers = ANSWERS.get(row.says["about"])
    return {"answer": answers(row.words("answer")).label if answers else ""}


MOMENTS = Moments(
    "connection",
    state=Of(StateChange, "words state again"),
    period=Of(CriticalPeriod, "kind begins_on ends_on"),
    choice=Of(TheirChoice, "words about answer", then=_answered),
)
