"""Changes of state and what they chose, on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.given import MomentRow, moment_rows
from alongside.participants.choices import ANSWERS, About, State
from alongside.participants.models import StateChange, TheirChoice

STRAND = "connection"
KINDS = {"state": "participants/moments/state.html", "choice": "participants/moments/choice.html"}


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """Every change of state, and every choice."""
    states = StateChange.objects.filter(participant_id=participant)
    choices = TheirChoice.objects.filter(participant_id=participant)
    return [
        moment_rows("state", states, words="words", state="state", again="again"),
        moment_rows("choice", choices, words="words", about="about", answer="answer"),
    ]


def shown(row: MomentRow) -> dict[str, Any]:
    """A change of state or a choice as its template shows it."""
    words, says = row.words("words"), row.says
    if row.kind == "choice":
        answers = ANSWERS.get(says["about"])
        return {
            "about": About(says["about"]).label,
            "answer": answers(row.words("answer")).label if answers else "",
            "words": words,
        }
    return {"state": State(says["state"]).label, "again": bool(says["again"]), "words": words}
