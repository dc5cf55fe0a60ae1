"""Asks on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from alongside.provisions.choices import State
from alongside.provisions.models import DonationAsk
from alongside.vault.opening import open_bytes, raw_words

STRAND = "plan"
KINDS = {"ask": "provisions/moments/ask.html"}


def rows(participant: UUID) -> QuerySet[Any, Any]:
    """The moments of this room in the uniform shape of the timeline's query."""
    asks = DonationAsk.objects.filter(participant_id=participant, removed_at=None).order_by()
    return asks.values_list(
        "pk",
        "key_id",
        Value("provisions"),
        Value("ask"),
        raw_words("item"),
        raw_words("size"),
        Cast(JSONObject(state=F("state")), TextField()),
    )


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """What the timeline shows of one moment, its words opened."""
    table = DonationAsk._meta.db_table
    return {
        "item": open_bytes(key_id, table, "item", ref, first),
        "size": open_bytes(key_id, table, "size", ref, second),
        "state": State(meta["state"]).label,
    }
