"""How time out of the country is counted against the days that a rule says: pure functions, and no number of a law."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

# Names of figures in a rule: the days that one absence, and all together, have to exceed; and how many of the two end
# days of an absence count (both, one or none), which is not known where the rule has no such figure.
ONE, ALL, END_DATES = "one_absence_days", "all_absences_days", "end_dates_counted"
_NONE, _BOTH = 0, 2


class BackBefore(ValueError):
    """Somebody came back before they left."""


@dataclass(frozen=True)
class Known:
    """A day, or a month of which the day is not known: it lies between these two."""

    first: date
    last: date

    @property
    def is_month(self) -> bool:
        """Whether no more than the month is known."""
        return self.first != self.last


def known(words: str) -> Known | None:
    """What is kept of it: "2027-03-14", "2027-03", or nothing."""
    if not words:
        return None
    if words.count("-") == 1:
        first = date.fromisoformat(f"{words}-01")
        return Known(first, first.replace(day=monthrange(first.year, first.month)[1]))
    day = date.fromisoformat(words)
    return Known(day, day)


class Away(Protocol):
    """What is asked of an absence here."""

    left_on: str
    back_on: str
    excused: str


def in_order(left: str, back: str) -> bool:
    """Whether the way back can be after the way there."""
    begins, ends = known(left), known(back)
    return not (begins and ends and ends.last < begins.first)


@dataclass(frozen=True)
class Span:
    """A number of days: at least, and at most."""

    least: int
    most: int


@dataclass(frozen=True)
class Against:
    """Days against what a rule says: `is_more` and `may_be_more` than that."""

    span: Span
    limit: int

    @property
    def is_more(self) -> bool:
        """Surely more."""
        return self.span.least > self.limit

    @property
    def may_be_more(self) -> bool:
        """More, if the days that are not known lie so."""
        return self.span.most > self.limit


@dataclass(frozen=True)
class Counted:
    """The longest absence and all together, and how many were left out: excused, or without a day to count from."""

    one: Against | None
    all: Against | None
    excused: int
    not_counted: int


def says_of_absences(figures: Mapping[str, int]) -> bool:
    """Whether a rule says how long one may be away."""
    return ONE in figures or ALL in figures


def count(trips: Iterable[Away], figures: Mapping[str, int], since: date | None, until: date) -> Counted:
    """What was typed against a rule; days before `since` do not count, and who is not back is away up to `until`."""
    told = list(trips)
    counting = [each for each in told if not each.excused]
    spans = [days for each in counting if (days := _days(each, figures, since, until)) is not None]
    longest = Span(max((len(a) for a, _b in spans), default=0), max((len(b) for _a, b in spans), default=0))
    together = Span(*(len(set().union(*(each[n] for each in spans))) for n in (0, 1)))
    return Counted(
        Against(longest, figures[ONE]) if ONE in figures else None,
        Against(together, figures[ALL]) if ALL in figures else None,
        excused=len(told) - len(counting),
        not_counted=len(counting) - len(spans),
    )


def _days(
    trip: Away, figures: Mapping[str, int], since: date | None, until: date
) -> tuple[set[int], set[int]] | None:
    """The days that somebody was away for certain, and those that they may have been."""
    left, back = known(trip.left_on), known(trip.back_on)
    if left is None:
        return None
    fewest, most = figures.get(END_DATES, _NONE), figures.get(END_DATES, _BOTH)
    sure = _between(left.last, back.first, fewest) if back else iter(())
    perhaps = _between(left.first, back.last if back else until, most)
    first = since.toordinal() if since else 0
    found = [{day for day in days if day >= first} for days in (sure, perhaps)]
    return found[0], found[1]


def _between(left: date, back: date, end_dates: int) -> Iterator[int]:
    """The days of an absence with both, one or none of its end days."""
    first = left.toordinal() + (end_dates < _BOTH)
    last = back.toordinal() - (end_dates <= _NONE)
    return iter(range(first, last + 1))
