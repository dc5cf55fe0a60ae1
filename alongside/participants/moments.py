"""Changes of state on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import BinaryField, CharField, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from alongside.access.actor import Actor
from alongside.participants.choices import State
from alongside.participants.models import StateChange
from alongside.vault.opening import open_bytes, raw_words

KINDS = {"state": "participants/moments/state.html"}
ROOM = "participants"


def rows(actor: Actor, participant: UUID) -> QuerySet[StateChange, tuple[Any, ...]]:
    """Every change of state in the shape that all rooms share."""
    return StateChange.objects.filter(participant_id=participant).values_list(
        "pk",
        "key_id",
        Value(ROOM, CharField()),
        Value("state", CharField()),
        raw_words("words"),
        Value(b"", BinaryField()),
        Cast(JSONObject(state="state", again="again"), TextField()),
    )


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """A change of state as its template shows it."""
    return {
        "state": State(meta["state"]).label,
        "again": bool(meta["again"]),
        "words": open_bytes(key_id, "participants_statechange", "words", ref, first),
    }
