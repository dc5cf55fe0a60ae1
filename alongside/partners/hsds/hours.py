"""Opening hours of HSDS: which of them hold on a day, how people read them, and whether anybody is there at night.

A time, or a day on which a schedule begins or ends, that cannot be read is not known, and never open. Pure functions.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Doc = dict[str, Any]
DAY_LONG, LATE, EARLY = 24 * 60, 22 * 60, 5 * 60
_TIME = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?)?\s*(?:([ap])\.?\s?m\.?)?\s*(?:z|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?:T.*)?")


@dataclass(frozen=True)
class Time:
    """A time of day in minutes; whether it may as well be the other half of the day, as in 5:00."""

    minutes: int
    either: bool


def time_of(told: object) -> Time | None:
    """A time as directories write it (17:00, 5:00 PM, 5 pm, 9:00), or None."""
    found = _TIME.fullmatch(str(told or "").strip())
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        return Time(hour % 12 * 60 + minute + (12 * 60 if half == "p" else 0), False)
    return Time(hour * 60 + minute, 1 <= hour <= 12 and not found[1].startswith("0"))


def span_of(schedule: Doc) -> tuple[int, int] | None:
    """From when until when, in minutes, past midnight where it goes on there; None where it is not known."""
    opens, closes = time_of(schedule.get("opens_at")), time_of(schedule.get("closes_at"))
    if opens is None or closes is None:
        return None
    if opens.either and opens.minutes < EARLY:
        return None  # 1:00 to 4:00 is more often an afternoon
    if closes.minutes > opens.minutes:
        return opens.minutes, closes.minutes
    # 9:00 to 5:00 may be an office or a night; 22:00 to 6:00 and 09:00 to 05:00 are nights.
    if closes.either and (opens.either or opens.minutes < DAY_LONG // 2):
        return None
    return opens.minutes, closes.minutes + DAY_LONG


def _day(told: object) -> date | None:
    found = _DAY.fullmatch(str(told).strip())
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def holds(schedule: Doc, today: date) -> bool:
    """Whether a schedule holds on a day. One whose days cannot be read does not."""
    for name, gone in (("valid_to", -1), ("until", -1), ("valid_from", 1), ("dtstart", 1)):
        if not schedule.get(name):
            continue
        day = _day(schedule[name])
        if day is None or (day < today and gone < 0) or (day > today and gone > 0):
            return False
    return True


def changes_on(schedules: Iterable[Doc], today: date) -> date | None:
    """The next day on which another set of schedules holds."""
    days = []
    for each in schedules:
        for name, after in (("valid_to", 1), ("until", 1), ("valid_from", 0), ("dtstart", 0)):
            day = _day(each[name]) if each.get(name) else None
            if day is not None and day < date.max:
                days.append(day + timedelta(days=after))
    return min((day for day in days if day > today), default=None)


def _line(schedule: Doc) -> str:
    told = schedule.get("description")
    if isinstance(told, str) and told.strip():
        return told.strip()
    span, days = span_of(schedule), str(schedule.get("byday") or "").replace(",", ", ")[:200]
    opens, closes = (str(schedule.get(name) or "").strip()[:40] for name in ("opens_at", "closes_at"))
    if span is not None:
        opens, closes = (f"{minutes // 60 % 24:02d}:{minutes % 60:02d}" for minutes in span)
        closes = "24:00" if span[1] == DAY_LONG else closes
    return " ".join(filter(None, (days, f"{opens}-{closes}" if opens and closes else "")))


def hours_of(schedules: Iterable[Doc], today: date) -> str:
    """Opening hours as a person reads them, a line for each schedule that holds."""
    lines = [_line(each) for each in schedules if holds(each, today)]
    return "\n".join(dict.fromkeys(filter(None, lines)))


def is_night(schedules: Iterable[Doc], today: date) -> bool | None:
    """Whether somebody is there at night; None where it is not known."""
    told = [each for each in schedules if each.get("opens_at") or each.get("closes_at")]
    spans = [span_of(each) for each in told if holds(each, today)]
    if any(span and (span[1] > LATE or span[0] < EARLY) for span in spans):
        return True
    return False if spans and None not in spans else None
