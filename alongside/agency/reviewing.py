"""Words that survivor advisers look at. A stamp holds for just these words: change them, and it is gone.

A room says in its `wordings.py` what there is to look at, as `to_review()`.
"""

from collections.abc import Iterable
from datetime import datetime

from alongside.access.given import ToReview
from alongside.access.room import rooms
from alongside.agency.queries import reviews


def everything() -> list[ToReview]:
    """Everything there is to look at, room by room."""
    return [each for room in rooms() if room.to_review for each in room.to_review()]


def stamps(these: Iterable[ToReview]) -> dict[tuple[str, str], datetime]:
    """When these very words were looked at, by key and language."""
    asked = list(these)
    seen = reviews({each.key for each in asked})
    return {
        (each.key, each.language): seen[each.key, each.language, each.fingerprint]
        for each in asked
        if (each.key, each.language, each.fingerprint) in seen
    }
