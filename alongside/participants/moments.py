"""Changes of state and what they chose, on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import BinaryField, CharField, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from alongside.participants.choices import ANSWERS, About, State
from alongside.participants.models import StateChange, TheirChoice
from alongside.vault.opening import open_bytes, open_told, raw_words

STRAND = "connection"
KINDS = {"state": "participants/moments/state.html", "choice": "participants/moments/choice.html"}
ROOM = "participants"


def rows(participant: UUID) -> QuerySet[Any, Any]:
    """Every change of state, and every choice, in the shape that all rooms share."""
    states = _rows(StateChange, "state", participant, state="state", again="again")
    return states.union(_rows(TheirChoice, "choice", participant, about="about", answer="answer"), all=True)


def _rows(model: Any, kind: str, participant: UUID, **meta: str) -> QuerySet[Any, Any]:
    found: QuerySet[Any, Any] = model.objects.filter(participant_id=participant).values_list(
        "pk",
        "key_id",
        Value(ROOM, CharField()),
        Value(kind, CharField()),
        raw_words("words"),
        Value(b"", BinaryField()),
        Cast(JSONObject(**meta), TextField()),
    )
    return found


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """A change of state or a choice as its template shows it."""
    if kind == "choice":
        answers, answer = ANSWERS.get(meta["about"]), meta["answer"]
        table = TheirChoice._meta.db_table
        return {
            "about": About(meta["about"]).label,
            "answer": answers(open_told(key_id, table, "answer", ref, answer)).label if answers else "",
            "words": open_bytes(key_id, table, "words", ref, first),
        }
    return {
        "state": State(meta["state"]).label,
        "again": bool(meta["again"]),
        "words": open_bytes(key_id, "participants_statechange", "words", ref, first),
    }
