"""How the moments of the goal sheet read on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.given import MomentRow, moment_rows
from alongside.goals.choices import Answer, AskedBy, GoalState, LifeArea, Pace, SupportLevel, TaperMove
from alongside.goals.models import (
    Goal,
    GoalStateChange,
    LifeAreaDescription,
    Option,
    SupportChange,
    TaperChange,
)

STRAND = "plan"
KINDS = {
    "goal": "goals/moments/goal.html",
    "turn": "goals/moments/turn.html",
    "option": "goals/moments/option.html",
    "support": "goals/moments/support.html",
    "taper": "goals/moments/taper.html",
    "view": "goals/moments/view.html",
}
_LABELS: dict[str, Any] = {
    "level": SupportLevel,
    "asked_by": AskedBy,
    "move": TaperMove,
    "pace": Pace,
    "area": LifeArea,
}


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """What the timeline needs of every moment of this room."""
    of: dict[str, Any] = {"participant_id": participant}
    return [
        moment_rows("goal", Goal.objects.filter(**of), words="words", later="later"),
        moment_rows(
            "turn", GoalStateChange.objects.filter(**of), words="words", state="state", step="step_id"
        ),
        moment_rows("option", Option.objects.filter(**of), words="words", answer="answer"),
        moment_rows(
            "support",
            SupportChange.objects.filter(**of),
            words="words",
            level="level",
            asked_by="asked_by",
        ),
        moment_rows(
            "taper",
            TaperChange.objects.filter(**of),
            words="words",
            move="move",
            pace="pace",
            asked_by="asked_by",
        ),
        moment_rows(
            "view", LifeAreaDescription.objects.filter(**of, removed_at=None), words="words", area="area"
        ),
    ]


def shown(row: MomentRow) -> dict[str, Any]:
    """Open the words of one moment into what its template shows."""
    words, says = row.words("words"), row.says
    if row.kind == "turn":
        return {"words": words, "state": GoalState(says["state"]).label, "is_step": bool(says["step"])}
    if row.kind == "option":
        return {"words": words, "answer": Answer(says["answer"]).label}
    if row.kind == "goal":
        return {"words": words, "later": says["later"]}
    codes = {name: row.words(name) for name in says if name != "words"}
    return {"words": words} | {
        name: _LABELS[name](code).label if code else "" for name, code in codes.items()
    }
