"""Decisions and huddles on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import BinaryField, CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from alongside.access.actor import Actor
from alongside.circle.choices import TheirPart
from alongside.circle.models import CaseDecision, Huddle
from alongside.vault.opening import open_bytes, raw_words

KINDS = {"decision": "circle/moments/decision.html", "huddle": "circle/moments/huddle.html"}
_DECISION, _HUDDLE = CaseDecision._meta.db_table, Huddle._meta.db_table


def rows(actor: Actor, participant: UUID) -> "QuerySet[Any, Any]":
    """What the timeline needs of each moment of this room, in the shape that all rooms share."""
    decisions = _rows(
        CaseDecision,
        "decision",
        participant,
        raw_words("words"),
        raw_words("voice"),
        their_part=F("their_part"),
    )
    nothing = Value(b"", output_field=BinaryField())
    return decisions.union(
        _rows(Huddle, "huddle", participant, raw_words("agenda"), nothing, on=F("on")), all=True
    )


def _rows(
    model: Any, kind: str, participant: UUID, first: Any, second: Any, **meta: F
) -> "QuerySet[Any, Any]":
    rows: QuerySet[Any, Any] = model.objects.filter(participant_id=participant).values_list(
        "id",
        "key_id",
        Value("circle", output_field=CharField()),
        Value(kind, output_field=CharField()),
        first,
        second,
        Cast(JSONObject(**meta), TextField()),
    )
    return rows


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """What the timeline shows of one moment."""
    if kind == "huddle":
        return {"ref": ref, "words": open_bytes(key_id, _HUDDLE, "agenda", ref, first)}
    return {
        "ref": ref,
        "words": open_bytes(key_id, _DECISION, "words", ref, first),
        "voice": open_bytes(key_id, _DECISION, "voice", ref, second),
        "their_part": TheirPart(meta["their_part"]).label,
        "asks": not meta["their_part"],
    }
