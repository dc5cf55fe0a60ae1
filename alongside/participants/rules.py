"""Judgements about a participant that need no database."""

from datetime import timedelta

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
