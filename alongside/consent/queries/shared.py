"""What partners said about things that were shared with them, read at the desk."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch

from alongside.consent.choices import ReplySide
from alongside.consent.models import SharedLink, SharedReply

SHOWN = 20


def answered_beside() -> dict[str, Exists]:
    """For the one query over people: whether a partner said something that nobody has read yet."""
    unseen = SharedReply.objects.filter(side=ReplySide.THEY, seen_at=None)
    return {"answered": Exists(unseen.filter(item__participant_id=OuterRef("pk")))}


def new_replies(**beside: Any) -> list[SharedReply]:
    """What partners said about people I reach and nobody has read yet, newest first.

    `beside` is what a room whose thing went out asks about it in the same query.
    """
    unseen = SharedReply.objects.filter(side=ReplySide.THEY, seen_at=None).annotate(**beside)
    return list(
        unseen.select_related("item__participant", "item__disclosure__agency").order_by("-at", "id")[:SHOWN]
    )


def replies_about(participant: UUID, **beside: Any) -> list[SharedReply]:
    """All that partners said about things of one person that went out, in the order it was said."""
    said = SharedReply.objects.filter(side=ReplySide.THEY, item__participant_id=participant)
    return list(said.select_related("item").annotate(**beside).order_by("at", "id"))


def conversation(participant: UUID, disclosure: UUID) -> SharedLink | None:
    """What was said on the partner's page about one thing that went out, in order; None where it has no page."""
    said = SharedReply.objects.order_by("at", "id")
    found = SharedLink.objects.filter(participant_id=participant, disclosure_id=disclosure)
    return found.prefetch_related(Prefetch("replies", queryset=said)).first()
