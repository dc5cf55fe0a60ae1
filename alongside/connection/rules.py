"""Judgements about notes that need no database."""

from datetime import datetime, timedelta

COMES_BACK_FOR = timedelta(days=30)
LONGEST_MINUTES = 24 * 60
CLOCKS_DIFFER = timedelta(minutes=10)
LONGEST_SERVICE_NAME = 80


class NeedsAWord(ValueError):
    """A note says something: what happened, how we responded, a service or the minutes."""


class StillToCome(ValueError):
    """A note tells of what was, not of what is to come."""


class KeptAlready(ValueError):
    """This very form was kept before, with other words: the new ones are a note of their own."""


class NameTaken(ValueError):
    """Two services of one name could not be told apart."""


def says_something(happened: str, responded: str, services: int, minutes: int | None) -> bool:
    """Whether there is anything to keep. Either side alone is enough."""
    return bool(happened.strip() or responded.strip() or services or minutes)


def is_still_to_come(at: datetime, now: datetime) -> bool:
    """Whether a time is later than now, clocks that differ a little aside."""
    return at > now + CLOCKS_DIFFER


def may_come_back(removed_at: datetime, now: datetime) -> bool:
    """Whether a note that was taken away can still be brought back."""
    return now - removed_at <= COMES_BACK_FOR


def minutes_of_each(services: int, minutes: int | None) -> int | None:
    """The minutes of one service: those of the note where it is the only one, else not told apart."""
    return minutes if services == 1 else None
