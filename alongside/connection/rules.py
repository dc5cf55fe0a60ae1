"""Judgements about notes and the strand of connection that need no database."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

LONGEST_MINUTES = 24 * 60
CLOCKS_DIFFER = timedelta(minutes=10)
LONGEST_SERVICE_NAME = 80
LONG_FROM_COURT = 120  # words: more than that of a note from court may tell what somebody said there
THEN_PAUSE = 2  # after two hellos in a row without an answer, a breath before the third


class StillToCome(ValueError):
    """A note tells of what was, not of what is to come."""


class NameTaken(ValueError):
    """Two services of one name could not be told apart."""


def says_something(happened: str, responded: str, services: int, minutes: int | None) -> bool:
    """Whether there is anything to keep. Either side alone is enough."""
    return bool(happened.strip() or responded.strip() or services or minutes)


def is_long_from_court(tags: Collection[str], *words: str) -> bool:
    """Whether a note from court is long enough to be read once more: facts of support only."""
    return "court" in tags and sum(len(each.split()) for each in words) > LONG_FROM_COURT


def is_still_to_come(at: datetime, now: datetime) -> bool:
    """Whether a time is later than now, clocks that differ a little aside."""
    return at > now + CLOCKS_DIFFER


def minutes_of_each(services: int, minutes: int | None) -> int | None:
    """The minutes of one service: those of the note where it is the only one, else not told apart."""
    return minutes if services == 1 else None


_DAYS = {"day": 1, "week": 7, "month": 30, "dia": 1, "día": 1, "semana": 7, "mes": 30}
_NUMBERS = {
    **dict.fromkeys(("a", "an", "one", "un", "una"), 1),
    **dict.fromkeys(("two", "dos"), 2),
    **dict.fromkeys(("three", "tres"), 3),
    **dict.fromkeys(("four", "cuatro"), 4),
    **dict.fromkeys(("five", "cinco"), 5),
    **dict.fromkeys(("six", "seis"), 6),
}
_SPAN = re.compile(rf"\b(\d{{1,2}}|{'|'.join(_NUMBERS)})\s+({'|'.join(_DAYS)})(?:s|es)?\b", re.IGNORECASE)


def days_wished(words: str) -> int | None:
    """How long somebody wishes us to wait, where their words name a span: "wait two weeks" is 14."""
    found = _SPAN.findall(words)
    if not found:
        return None
    number, unit = found[-1]
    count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
    return count * _DAYS[unit.lower()] or None


def day_after_hello(today: date, every_days: int | None) -> date | None:
    """When the next gentle hello is, where a rhythm was agreed. Counted from today: nothing piles up."""
    return today + timedelta(days=every_days) if every_days else None


@dataclass(frozen=True)
class Span:
    """A season on the ribbon: from when until when, and where that is, in parts of the ribbon's width."""

    season: str
    begins: date
    ends: date | None
    x: float
    width: float


def spans(changes: Sequence[tuple[str, date]], today: date, width: float) -> list[Span]:
    """The ribbon from its first season to today. `changes` are oldest first; a season of hours is still seen."""
    if not changes:
        return []
    first = changes[0][1]
    whole = max((today - first).days, 1)
    shown = []
    for place, (season, begins) in enumerate(changes):
        ends = changes[place + 1][1] if place + 1 < len(changes) else None
        left = min((begins - first).days / whole, 1.0) * width
        right = min(((ends or today) - first).days / whole, 1.0) * width
        left = min(left, width - 2)
        shown.append(Span(season, begins, ends, round(left, 1), round(max(right - left, 2.0), 1)))
    return shown


def year_marks(first: date, today: date, width: float) -> list[tuple[int, float]]:
    """Where each new year begins on the ribbon."""
    whole = max((today - first).days, 1)
    return [
        (year, round((date(year, 1, 1) - first).days / whole * width, 1))
        for year in range(first.year + 1, today.year + 1)
    ]
