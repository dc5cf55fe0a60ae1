"""How a joined contact stands on a participant's timeline."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, F, QuerySet, TextField, Value
from django.db.models.functions import Cast, JSONObject

from alongside.frontdoor.choices import Door
from alongside.frontdoor.models import Contact
from alongside.vault.opening import open_bytes, raw_words

STRAND = "connection"
KINDS = {"contact": "frontdoor/moments/contact.html"}


def rows(participant: UUID) -> QuerySet[Contact, Any]:
    """Contents for the timeline's one query: reference, key, room, kind, two sealed words, and the rest."""
    return Contact.objects.filter(participant_id=participant).values_list(
        F("pk"),
        F("key_id"),
        Value("frontdoor", CharField()),
        Value("contact", CharField()),
        raw_words("words"),
        raw_words("safe_to_call_back"),
        Cast(
            JSONObject(
                door="door",
                do_not_call_back="do_not_call_back",
                asked_by_other="asked_by_other",
                at_their_wish="at_their_wish",
                joined_at="joined_at",
            ),
            TextField(),
        ),
    )


def shown(
    kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
) -> dict[str, Any]:
    """What the template of a contact shows."""
    table = Contact._meta.db_table
    return {
        "id": ref,
        "door": Door(meta["door"]).label,
        "words": open_bytes(key_id, table, "words", ref, first),
        "safe_to_call_back": open_bytes(key_id, table, "safe_to_call_back", ref, second),
        "do_not_call_back": meta["do_not_call_back"],
        "asked_by_other": meta["asked_by_other"],
        "at_their_wish": meta["at_their_wish"],
        "joined_at": datetime.fromisoformat(meta["joined_at"]) if meta["joined_at"] else None,
    }
