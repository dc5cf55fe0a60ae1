"""The copy that a partner reads at their own door: sealed anew, under a key that a withdrawal destroys."""

from typing import Any
from uuid import uuid4

from django.db import connection

from alongside.consent import queries
from alongside.consent.models import Disclosure, SharedItem
from alongside.vault import ring
from alongside.vault.fields import sealed_value

PARTNER_DOOR = "workspace"


def copy_for_partner(sent: Disclosure) -> None:
    """Make the copy of what has just passed; it has a reference of its own, which names nobody.

    The copy's key is wrapped for the partner's door alone. What is said about it has another key, wrapped for
    both doors, so that an answer stays with the person when the copy is gone.
    """
    release = queries.release_named(sent.participant_id, sent.release_id) if sent.release_id else None
    key, replies = uuid4(), uuid4()
    ring.make(key)
    replies_here = ring.make(replies)
    item = SharedItem(id=uuid4(), key_id=key, text=sent.text)
    item.purpose_words = release.purpose_words if release else ""
    asked: list[Any] = [
        item.pk,
        sent.participant_id,
        sent.pk,
        key,
        ring.wrap_for(PARTNER_DOOR, key),
        sealed_value(item, "text"),
        sealed_value(item, "purpose_words"),
        replies,
        ring.wrap_for(PARTNER_DOOR, replies),
        replies_here,
    ]
    with connection.cursor() as cursor:
        cursor.execute("select core.share_copy(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)", asked)
