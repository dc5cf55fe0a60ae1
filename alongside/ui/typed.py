"""Reading a day or a time as people write it: in the agency's form, with the name of the month, or as a file has it.

What could be two days or two hours is not guessed: "6:30" is asked for again where hours are counted to twelve.
"""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from django.conf import settings
from django.utils import dates as calendar
from django.utils.translation import get_language, gettext, override

from alongside import clock
from alongside.ui.dates import Hours, Order, hours, order

_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d\S*)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d\d?)[-/. ](\d\d?)")
_MONTH_IN_FIGURES = re.compile(r"(\d\d?)[-/. ](\d{4})|(\d{4})[-/. ](\d\d?)")
_IN_FIGURES = re.compile(r"(\d\d?)[-/. ]+(\d\d?)(?:[-/. ]+(\d{4}|\d\d))?")
_HOUR = re.compile(r"(\d\d?)(?:[:.h](\d\d))?(?::\d\d)?h?([ap]m)?|(\d\d)(\d\d)")
_HALF = re.compile(r"\s*([ap])\s?\.?\s?m?\.?$")
_BETWEEN = re.compile(r"[\s,]+(?:at |a las? )?")
_OF_NO_WEIGHT = {"de", "del", "of", "the", "el", "on"}


class NotRead(ValueError):
    """This is no day, or no time, that we can read."""


class WhichHalf(ValueError):
    """An hour that may be in the morning or in the evening."""


def read_day(text: str) -> date:
    """The day that was written. Raises NotRead."""
    text = _folded(text)
    near = _near().get(text)
    if near is not None:
        return clock.today() + timedelta(days=near)
    with suppress(ValueError):
        if found := _YEAR_FIRST.fullmatch(text):
            return date(*map(int, found.groups()))
        if found := _IN_FIGURES.fullmatch(text):
            first, second, year = found.groups()
            month, day = (first, second) if order() == Order.MONTH_FIRST else (second, first)
            return _dated(int(month), int(day), year)
        return _in_words(text)
    raise NotRead(text)


def read_month(text: str) -> date:
    """The first day of the month that was written, with its year: "March 2027", "3/2027", "2027-03". Raises NotRead."""
    text = _folded(text)
    with suppress(ValueError):
        if found := _MONTH_IN_FIGURES.fullmatch(text):
            month, year = (found[1], found[2]) if found[1] else (found[4], found[3])
            return date(int(year), int(month), 1)
    words = [each for each in re.split(r"[\s,./-]+", text) if each not in _OF_NO_WEIGHT]
    months = _words_of(tuple(_languages()))[0]
    named = [months[each] for each in words if each in months]
    years = [int(each) for each in words if each.isdecimal() and len(each) == 4]
    if len(words) != 2 or len(named) != 1 or len(years) != 1 or not years[0]:
        raise NotRead(text)
    return date(years[0], named[0], 1)


def read_hour(text: str) -> time:
    """The hour that was written. Raises NotRead, and WhichHalf where it may be two."""
    text = re.sub(r"^(at|a las?) ", "", _folded(text))
    if text in _named_hours():
        return time(_named_hours()[text])
    found = _HOUR.fullmatch(_HALF.sub(r"\1m", text).replace(" ", "") if text[:1].isdigit() else "")
    if not found:
        raise NotRead(text)
    at, minutes, half = int(found[1] or found[4]), int(found[2] or found[5] or 0), found[3]
    if at > 23 or minutes > 59:
        raise NotRead(text)
    plain = not half and not text.startswith("0") and 1 <= at <= 12
    if plain and hours() == Hours.TWELVE:
        raise WhichHalf(text)
    if half and at <= 12:
        at = at % 12 + (12 if half == "pm" else 0)
    return time(at, minutes)


def read_moment(text: str) -> datetime:
    """The day and the time that were written, both. Raises NotRead and WhichHalf."""
    if _ISO.fullmatch(text.strip()):
        with suppress(ValueError):
            return datetime.fromisoformat(text.strip())
    which = None
    for between in reversed(list(_BETWEEN.finditer(text))):
        with suppress(NotRead):
            day = read_day(text[: between.start()])
            try:
                return datetime.combine(day, read_hour(text[between.end() :]))
            except WhichHalf as two:
                which = two
    raise which or NotRead(text)


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("\u200e", "").strip(" .,")
    return " ".join(plain.split())


def _languages() -> list[str]:
    return list(dict.fromkeys([get_language() or settings.LANGUAGE_CODE, *dict(settings.LANGUAGES)]))


def _in_each(language: str, *words: object) -> Iterator[str]:
    with override(language):
        yield from (_folded(str(word)) for word in words)


@lru_cache(maxsize=8)
def _words_of(
    languages: tuple[str, ...],
) -> tuple[dict[str, int], dict[str, int], dict[str, int], frozenset[str]]:
    """Names of months, of days near, of hours, and the days of the week, as each language has them."""
    months: dict[str, int] = {}
    near: dict[str, int] = {}
    named: dict[str, int] = {"noon": 12, "midnight": 0, "mediodía": 12, "medianoche": 0}
    week: set[str] = set()
    for language in languages:
        with override(language):
            near |= {
                _folded(gettext("Today")): 0,
                _folded(gettext("Yesterday")): -1,
                _folded(gettext("Tomorrow")): 1,
            }
            named |= {_folded(gettext("Noon")): 12, _folded(gettext("Midnight")): 0}
        for number in range(1, 13):
            months |= dict.fromkeys(
                _in_each(language, calendar.MONTHS[number], calendar.MONTHS_3[number]), number
            )
        week |= {name for day in calendar.WEEKDAYS for name in _in_each(language, calendar.WEEKDAYS[day])}
    return months, near, named, frozenset(week)


def _near() -> dict[str, int]:
    return _words_of(tuple(_languages()))[1]


def _named_hours() -> dict[str, int]:
    return _words_of(tuple(_languages()))[2]


def _in_words(text: str) -> date:
    """A day with the name of its month: "Feb 22", "22 de febrero de 2027"."""
    months, _near, _hours, week = _words_of(tuple(_languages()))
    month, figures = 0, []
    for word in re.split(r"[\s,./-]+", text):
        plain = re.sub(r"^(\d+)(st|nd|rd|th|º|o)$", r"\1", word)
        known = months.get(word) or (
            months.get(word[:3]) if len(word) == 4 and word.startswith("sept") else 0
        )
        if known and not month:
            month = known
        elif plain.isdecimal():
            figures.append(plain)
        elif word not in _OF_NO_WEIGHT and word not in week:
            raise NotRead(text)
    years = [each for each in figures if len(each) == 4]
    days = [each for each in figures if len(each) < 3]
    if not month or len(days) != 1 or len(years) > 1 or len(figures) != len(days) + len(years):
        raise NotRead(text)
    return _dated(month, int(days[0]), years[0] if years else None)


def _dated(month: int, day: int, year: str | None) -> date:
    """A day with its year; without one, the one that is nearest to today."""
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    today, found = clock.today(), []
    for near in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            found.append(date(near, month, day))
    return min(found, key=lambda each: abs(each - today))
