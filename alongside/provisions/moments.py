"""Asks on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.given import MomentRow, moment_rows
from alongside.provisions.choices import State
from alongside.provisions.models import DonationAsk

STRAND = "plan"
KINDS = {"ask": "provisions/moments/ask.html"}


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """What the timeline needs of every ask."""
    asks = DonationAsk.objects.filter(participant_id=participant, removed_at=None)
    return [moment_rows("ask", asks, item="item", size="size", state="state")]


def shown(row: MomentRow) -> dict[str, Any]:
    """What the timeline shows of one moment, its words opened."""
    return {
        "item": row.words("item"),
        "size": row.words("size"),
        "state": State(row.says["state"]).label,
    }
