"""What can speak against keeping a row, the same in every room."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

COMES_BACK_FOR = timedelta(days=30)


class ChangedMeanwhile(ValueError):
    """Somebody else has saved since these words were read: both are shown, nothing is overwritten.

    `row` is what stands now, where the one who found it has read it.
    """

    def __init__(self, row: Any = None) -> None:
        super().__init__()
        self.row = row


class KeptAlready(ValueError):
    """This very form was kept before, with other words: the new ones are something of their own."""


class NotHere(LookupError):
    """What was named is not there, or not for the one who asks."""


class NothingWritten(ValueError):
    """A word is needed before anything is kept."""


def is_stale(seen: int | None, stands: int) -> bool:
    """Whether what was read is older than what stands now."""
    return seen is not None and seen != stands


def may_come_back(removed_at: datetime, now: datetime) -> bool:
    """Whether what was taken away can still be brought back."""
    return now - removed_at <= COMES_BACK_FOR


def reference(text: str | None) -> UUID | None:
    """The reference that was sent, or None where it is none."""
    try:
        return UUID(text or "")
    except ValueError:
        return None
