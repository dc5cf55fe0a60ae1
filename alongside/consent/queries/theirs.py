"""What a partner's point of contact reads at their own door: copies whose permission stands, and what was said.

The wall decides which: their agency's, while the permission is live and nothing is held. Nothing here is of a
participant's table, and no reference leads to one.
"""

from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.consent.models import SharedItem, SharedKey, SharedReply
from alongside.vault import ring

SHOWN = 200


def _with_keys() -> QuerySet[SharedItem]:
    own = SharedKey.objects.filter(item=OuterRef("pk"))
    of_replies = own.exclude(key_id=OuterRef("key_id"))
    return SharedItem.objects.annotate(
        wrapped=Subquery(own.filter(key_id=OuterRef("key_id")).values("wrapped")[:1]),
        replies_key=Subquery(of_replies.values("key_id")[:1]),
        replies_wrapped=Subquery(of_replies.values("wrapped")[:1]),
    )


def _opened(item: SharedItem) -> SharedItem:
    told = vars(item)
    ring.hold(item.key_id, told["wrapped"])
    ring.hold(told["replies_key"], told["replies_wrapped"])
    return item


def items() -> list[SharedItem]:
    """What is shared with my agency just now, newest first."""
    return [_opened(item) for item in _with_keys().order_by("-at", "id")[:SHOWN]]


def item_named(item: UUID) -> SharedItem | None:
    """One thing that is shared with my agency just now; with it the key of what is said about it."""
    found = _with_keys().filter(pk=item).first()
    return _opened(found) if found else None


def said_about(item: UUID) -> list[SharedReply]:
    """What was said about one thing, by them and by us, in order. Who wrote it is not told."""
    told = SharedReply.objects.filter(item_id=item).only("key_id", "item", "side", "kind", "words", "at")
    return list(told.order_by("at", "id"))
