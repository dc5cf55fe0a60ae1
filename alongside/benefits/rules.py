"""How clocks are counted, and which rule counts for a start: pure functions. No number of a law stands here."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

ANYWHERE = "US"
_WEEK, _YEAR = 7, 12
# Codes of `choices`, which knows sentences and is not asked here.
_DAYS, _WEEKS, _YEARS = "days", "weeks", "years"
_DAYS_WITH, _DAY_BEFORE = "days_with", "day_before"
_MONTHS_WITH, _MONTHS_AFTER = "months_with", "months_after"


class NotCountable(ValueError):
    """No day can be counted: the calendar ends before it."""


class NoSource(ValueError):
    """A rule says where it stands, or who decided it."""


class Dated(Protocol):
    """What is asked of a rule here; blank is a known unknown."""

    jurisdiction: str
    from_on: date | None
    ends_on: date | None
    amount: int | None
    unit: str
    way: str
    document: bool
    never_past: date | None
    remind: list[int]
    known_until: date | None


R = TypeVar("R", bound=Dated)


def end_of(start: date, amount: int, unit: str, way: str) -> date:
    """The last day of a length that starts on a day. Months are added in one step, never one by one.

    Raises NotCountable.
    """
    try:
        if unit in (_DAYS, _WEEKS):
            days = amount * (_WEEK if unit == _WEEKS else 1)
            return start + timedelta(days=days - (way == _DAYS_WITH))
        return _after_months(start, amount * (_YEAR if unit == _YEARS else 1), way)
    except (OverflowError, ValueError) as error:
        raise NotCountable from error


def _after_months(start: date, months: int, way: str) -> date:
    whole = way in (_MONTHS_WITH, _MONTHS_AFTER)
    if way == _MONTHS_WITH:
        months -= 1
    year, month = divmod(start.year * _YEAR + start.month - 1 + months, _YEAR)
    last = monthrange(year, month + 1)[1]
    found = date(year, month + 1, last if whole else min(start.day, last))
    return found - timedelta(days=1) if way == _DAY_BEFORE else found


def ends(rule: Dated, start: date) -> date | None:
    """When something ends by this rule; None where it takes the day of a document, or where no length is known."""
    found = None
    if rule.amount is not None and not rule.document:
        found = end_of(start, rule.amount, rule.unit, rule.way)
    if rule.never_past is not None:
        return min(found, rule.never_past) if found else rule.never_past
    return found


def is_for(jurisdiction: str, place: str) -> bool:
    """Whether a rule of one place holds in another: its own, or one within it."""
    return place == jurisdiction or place.startswith(f"{jurisdiction}-")


def is_in_force(rule: Dated, on: date) -> bool:
    """Whether a rule counts for what starts on a day. A blank day is not known, and shuts nothing out."""
    return (rule.from_on is None or rule.from_on <= on) and (rule.ends_on is None or on <= rule.ends_on)


def ruling(rules: Iterable[R], start: date, place: str) -> list[R]:
    """The rules that count for a start at a place: the most local first, then the one in force since latest."""
    found = [each for each in rules if is_for(each.jurisdiction, place) and is_in_force(each, start)]
    return sorted(found, key=lambda each: (-len(each.jurisdiction), -(each.from_on or date.min).toordinal()))


def is_looked_at(rule: Dated, today: date) -> bool:
    """Whether somebody has looked at this rule up to today."""
    return rule.known_until is not None and rule.known_until >= today


def counts_a_clock(rule: Dated) -> bool:
    """Whether a clock can be counted by it; else it is a fact."""
    return rule.amount is not None or rule.document or rule.never_past is not None


def next_reminder(ends_on: date | None, remind: Sequence[int], after: date) -> date | None:
    """The next day on which something that ends comes up: so many days before it, and at last on the day itself."""
    if ends_on is None:
        return None
    days = (ends_on - timedelta(days=each) for each in sorted({0, *remind}, reverse=True))
    return next((day for day in days if day > after), None)


@dataclass(frozen=True)
class Written:
    """What is written of a rule."""

    key: str
    name: str = ""
    jurisdiction: str = ANYWHERE
    who: str = ""
    anchor: str = ""
    amount: int | None = None
    unit: str = ""
    way: str = ""
    document: bool = False
    from_on: date | None = None
    ends_on: date | None = None
    never_past: date | None = None
    known_until: date | None = None
    says: str = ""
    figures: dict[str, int] | None = None
    remind: tuple[int, ...] = ()
    excludes: tuple[str, ...] = ()
    confidence: str = ""
    source_title: str = ""
    source_url: str = ""
    source_date: str = ""
    note: str = ""
    off: bool = False


class NoRule(ValueError):
    """No rule counts for what starts on this day at this place."""


class NoStart(ValueError):
    """Nothing can be counted without a day it starts."""


class NoNewEnd(ValueError):
    """What was granted has a new end."""


@dataclass(frozen=True)
class Started:
    """What is written when a clock starts: of which kind and where, whose, from when, and the day of a document."""

    key: str
    place: str
    starts_on: date | None = None
    ends_on: date | None = None
    what: str = ""
    member: UUID | None = None


@dataclass(frozen=True)
class Turned:
    """What became of a clock: asked, granted, suspended, ended."""

    turn: str
    on: date | None = None
    who: str = ""
    words: str = ""
    ends_on: date | None = None


_LEADS: dict[str, tuple[str, ...]] = {
    "running": ("asked", "granted", "declined", "suspended", "ended"),
    "suspended": ("resumed", "asked", "granted", "declined", "ended"),
    "ended": ("reopened",),
}
_THEN = {"suspended": "suspended", "resumed": "running", "ended": "ended", "reopened": "running"}


def leads_to(state: str) -> tuple[str, ...]:
    """What can become of a clock that stands like this."""
    return _LEADS[state]


def then(state: str, turn: str) -> str:
    """How a clock stands after something became of it."""
    return _THEN.get(turn, state)


def exclude_each_other(of: Iterable[tuple[str, Sequence[str]]]) -> list[tuple[str, str]]:
    """Pairs of kinds of which one rule says that it may exclude the other, each pair once."""
    told = list(of)
    kinds = {key for key, _excludes in told}
    pairs = {tuple(sorted((key, other))) for key, excludes in told for other in excludes if other in kinds}
    return sorted((one, other) for one, other in pairs)


class NoLastDay(ValueError):
    """What is approved, is approved through a day."""


def approval_comes_up(answer: str, through: date | None, remind: Sequence[int]) -> date | None:
    """When a monthly approval comes up: some days before its last day to ask anew, on its last day once asked."""
    if answer == "ended" or through is None:
        return None
    early = max(remind, default=0) if answer == "approved" else 0
    return through - timedelta(days=early)


def end_of_month(day: date) -> date:
    """The last day of a month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def next_month_end(day: date) -> date:
    """The last day of the month after a day's."""
    return end_of_month(end_of_month(day) + timedelta(days=1))
