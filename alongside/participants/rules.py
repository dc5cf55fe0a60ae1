"""Judgements about a participant that need no database."""

from collections.abc import Iterable
from datetime import date, timedelta

LONGEST_ALIAS = 80
SUGGESTED_ALIAS = "No name yet"
NO_ALIAS = ("no name yet", "sin nombre todavia")  # how what stands in for one begins, folded
FEWEST_DIGITS, TELLING_DIGITS = 7, 10  # of a number, without what is dialled before it from abroad
RESTS_FOR = timedelta(days=7)  # how long "I don't know yet" leaves Today alone


class HasCaseManager(ValueError):
    """There is a primary case manager already: what is wanted is a transfer."""


class IsCaseManager(ValueError):
    """The same person cannot be primary and backup."""


class NotACaseManager(ValueError):
    """Only somebody who works as a case manager can be assigned."""


class NotTrained(ValueError):
    """Training about trafficking is not recorded for whom was chosen, and nothing was said about it."""


class StillOpen(ValueError):
    """Something still goes on, and nobody said that they choose to close over it; `names` says what."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names


def is_back_again(states_before: list[str], state: str) -> bool:
    """Active again after Closed reads "back again"."""
    return state == "active" and "closed" in states_before


class NotForThem(ValueError):
    """This colleague is not chosen for them. Why is supervision's to know."""


class NotTogether(ValueError):
    """Two records are not brought together: somebody would come to see more than before, or one is tied already."""


def as_dialled(channel: str, address: str) -> str:
    """A way to reach somebody as it is compared: the digits of a number, an email address, or nothing.

    Words such as "through my sister" tell nobody from anybody.
    """
    text = "".join(address.split()).lower()
    if channel == "email" or "@" in text:
        return text if "@" in text.strip("@") else ""
    if channel not in ("phone", "text", "app"):
        return ""
    digits = "".join(letter for letter in text if letter.isdecimal())
    return digits[-TELLING_DIGITS:] if len(digits) >= FEWEST_DIGITS else ""


# Days before and after a hard date that are proposed where the agency set no others: practice, no rule of any law.
WINDOWS = {
    "first_weeks": (0, 42),
    "deposition": (3, 14),
    "court": (3, 7),
    "renewal": (14, 7),
    "reunified": (7, 30),
    "change": (14, 28),
    "back": (0, 28),
    "other": (3, 7),
}
LONGEST_WINDOW = 365
Span = tuple[date, date]  # the first and the last day


def window(day: date, before: int, after: int) -> Span:
    """The days around a hard date."""
    return day - timedelta(days=before), day + timedelta(days=after)


def told_as_one(spans: Iterable[Span]) -> list[Span]:
    """Spans in their order, those that meet or follow each other day by day as one."""
    found: list[Span] = []
    for begins, ends in sorted(spans):
        if found and begins <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return found


def live_on(spans: Iterable[Span], day: date) -> Span | None:
    """The days that are told as one in which a day lies."""
    return next((each for each in told_as_one(spans) if each[0] <= day <= each[1]), None)
