"""Judgements about a participant that need no database."""

LONGEST_ALIAS = 80
SUGGESTED_ALIAS = "No name yet"


class HasPrimary(ValueError):
    """There is a primary case manager already: what is wanted is a transfer."""


class IsPrimary(ValueError):
    """The same person cannot be primary and backup."""


class NotACaseManager(ValueError):
    """Only somebody who works as a case manager can be assigned."""


class ChangedMeanwhile(ValueError):
    """Somebody else has saved since these words were read; both are shown, nothing is overwritten."""


def is_back_again(states_before: list[str], state: str) -> bool:
    """Active again after Closed reads "back again"."""
    return state == "active" and "closed" in states_before


def is_stale(seen: int | None, stands: int) -> bool:
    """Whether what was read is older than what stands now."""
    return seen is not None and seen != stands
