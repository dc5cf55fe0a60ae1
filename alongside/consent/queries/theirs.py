"""What a partner's point of contact reads at their own door: copies whose permission stands, and what was said.

The wall decides which: their agency's, while the permission is live and nothing is held. Nothing here is of a
participant's table, and no reference leads to one.
"""

from typing import TYPE_CHECKING, TypedDict
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.consent.models import SharedItem, SharedKey, SharedReply
from alongside.vault import ring

SHOWN = 200


if TYPE_CHECKING:
    from django_stubs_ext import WithAnnotations

    class Keys(TypedDict):
        """The keys of a thing and of what is said about it, each with what wraps it."""

        wrapped: bytes
        replies_key: UUID
        replies_wrapped: bytes

    ItemWithKeys = WithAnnotations[SharedItem, Keys]


def _with_keys() -> "QuerySet[ItemWithKeys]":
    own = SharedKey.objects.filter(item=OuterRef("pk"))
    of_replies = own.exclude(key_id=OuterRef("key_id"))
    return SharedItem.objects.annotate(
        wrapped=Subquery(own.filter(key_id=OuterRef("key_id")).values("wrapped")[:1]),
        replies_key=Subquery(of_replies.values("key_id")[:1]),
        replies_wrapped=Subquery(of_replies.values("wrapped")[:1]),
    )


def _opened(item: "ItemWithKeys") -> "ItemWithKeys":
    ring.hold(item.key_id, item.wrapped)
    ring.hold(item.replies_key, item.replies_wrapped)
    return item


def items() -> "list[ItemWithKeys]":
    """What is shared with my agency just now, newest first."""
    return [_opened(item) for item in _with_keys().order_by("-at", "id")[:SHOWN]]


def item_named(item: UUID) -> "ItemWithKeys | None":
    """One thing that is shared with my agency just now; with it the key of what is said about it."""
    found = _with_keys().filter(pk=item).first()
    return _opened(found) if found else None


def said_about(item: UUID) -> list[SharedReply]:
    """What was said about one thing, by them and by us, in order. Who wrote it is not told."""
    told = SharedReply.objects.filter(item_id=item).only("key_id", "item", "side", "kind", "words", "at")
    return list(told.order_by("at", "id"))
