"""How a joined contact stands on a participant's timeline."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.given import MomentRow, moment_rows
from alongside.frontdoor.choices import Door
from alongside.frontdoor.models import Contact

STRAND = "connection"
KINDS = {"contact": "frontdoor/moments/contact.html"}
_TOLD = ("do_not_call_back", "asked_by_other", "at_their_wish")


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """What the timeline needs of every contact that is joined."""
    as_they_are = ("words", "safe_to_call_back", "door", *_TOLD, "joined_at")
    contacts = Contact.objects.filter(participant_id=participant)
    return [moment_rows("contact", contacts, **{name: name for name in as_they_are})]


def shown(row: MomentRow) -> dict[str, Any]:
    """What the template of a contact shows."""
    joined = row.says["joined_at"]
    return {
        "id": row.ref,
        "door": Door(row.says["door"]).label,
        "words": row.words("words"),
        "safe_to_call_back": row.words("safe_to_call_back"),
        "joined_at": datetime.fromisoformat(joined) if joined else None,
    } | {name: row.says[name] for name in _TOLD}
