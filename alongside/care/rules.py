"""What support rests on; needs no database."""

from datetime import date

CHECKS_KEPT_DAYS = 365  # once read
KEPT_DAYS = 90  # after the answer, where the agency has not said otherwise


class NotInReach(PermissionError):
    """Whoever was chosen does not work here any more, or is oneself."""


class DaysTurned(ValueError):
    """The last day comes before the first."""


class YearHasOne(ValueError):
    """There is a review of that year already."""


class AskedAlready(ValueError):
    """A question of these words stands on the list already."""


def days_fit(first: date | None, last: date | None) -> bool:
    """Whether two days, each of which may be left open, follow each other."""
    return first is None or last is None or first <= last
