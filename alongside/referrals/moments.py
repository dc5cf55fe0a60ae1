"""Changes of referrals and barriers of systems on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import BinaryField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from alongside.referrals.choices import State, Stuck, System
from alongside.referrals.models import SystemBarrier, Turn
from alongside.vault.opening import open_bytes, raw_words

STRAND = "plan"
KINDS = {
    "turn": "referrals/moments/turn.html",
    "barrier": "referrals/moments/barrier.html",
}


def rows(participant: UUID) -> QuerySet[Any, Any]:
    """The moments of this room in the uniform shape of the timeline's query."""
    turns = Turn.objects.filter(participant_id=participant, removed_at=None).order_by()
    barriers = SystemBarrier.objects.filter(participant_id=participant, removed_at=None).order_by()
    return turns.values_list(
        "pk",
        "key_id",
        Value("referrals"),
        Value("turn"),
        raw_words("words"),
        Value(b"", output_field=BinaryField()),
        Cast(
            JSONObject(
                state=F("state"),
                referral=F("referral_id"),
                to=F("referral__listing__name"),
                agency=F("referral__agency__name"),
            ),
            TextField(),
        ),
    ).union(
        barriers.values_list(
            "pk",
            "key_id",
            Value("referrals"),
            Value("barrier"),
            raw_words("what"),
            raw_words("tried"),
            Cast(JSONObject(system=F("system"), stuck=F("stuck")), TextField()),
        ),
        all=True,
    )


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """What the timeline shows of one moment, its words opened."""
    if kind == "barrier":
        table = SystemBarrier._meta.db_table
        return {
            "system": System(meta["system"]).label,
            "stuck": Stuck(meta["stuck"]).label,
            "what": open_bytes(key_id, table, "what", ref, first),
            "tried": open_bytes(key_id, table, "tried", ref, second),
        }
    return {
        "referral": meta["referral"],
        "to": meta["to"] or meta["agency"] or "",
        "state": State(meta["state"]).label,
        "words": open_bytes(key_id, Turn._meta.db_table, "words", ref, first),
    }
