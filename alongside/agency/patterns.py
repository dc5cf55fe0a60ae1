"""When colleagues work: whoever asks whether somebody is there, or how much of a week they have, asks here."""

from collections.abc import Iterable
from datetime import datetime, time
from decimal import Decimal
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.dates import WEEKDAYS_ABBR

from alongside import clock
from alongside.agency import rules
from alongside.agency.models import Pattern, TimeOff
from alongside.ui.dates import clock_of, hour


def patterns(staff: Iterable[UUID]) -> dict[UUID, list[Pattern]]:
    """The working hours of each, those of old first; nothing for whom none were ever set."""
    found: dict[UUID, list[Pattern]] = {}
    for row in Pattern.objects.filter(staff__in=set(staff)).order_by("since"):
        found.setdefault(row.staff_id, []).append(row)
    return found


def current(staff: Iterable[UUID]) -> dict[UUID, Pattern]:
    """The working hours that hold today."""
    today = clock.today()
    found = {who: [row for row in rows if row.since <= today] for who, rows in patterns(staff).items()}
    return {who: rows[-1] for who, rows in found.items() if rows}


def weekly_hours(staff: Iterable[UUID]) -> dict[UUID, Decimal]:
    """How many hours a week each works today; nothing for whom none were set."""
    return {who: row.weekly_hours for who, row in current(staff).items()}


def works_at(staff: UUID, moment: datetime) -> bool:
    """Whether somebody is at work at a moment. Of whom no hours are set it is said that they are, but for time off."""
    return rules.is_at_work(_weeks(staff), moment, away(staff, moment))


def next_start(staff: UUID, moment: datetime) -> datetime | None:
    """The moment itself where they are at work, else when they next begin; None where no day is known."""
    return rules.next_start(_weeks(staff), moment, away(staff, moment))


def off_since(staff: UUID, moment: datetime) -> datetime | None:
    """When they were last at work, while they are not: what came after it waits for their next start."""
    return rules.off_since(_weeks(staff), moment, away(staff, moment))


def away(staff: UUID, since: datetime) -> list[rules.Stretch]:
    """When somebody is away, now or later, as it is confirmed."""
    rows = TimeOff.objects.filter(staff=staff, confirmed_at__isnull=False, taken_back_at=None)
    rows = rows.filter(during__endswith__gt=since).order_by("during")
    return [(row.during.lower, row.during.upper) for row in rows]


def in_words(row: Pattern) -> list[str]:
    """The days of a week and their hours, days with the same hours as one: "Mon – Fri, 9 AM – 5 PM"."""
    told = []
    week = list(enumerate(zip(row.begins, row.ends, strict=True)))
    for (begins, ends), days in groupby(week, key=lambda each: each[1]):
        numbers = [number for number, _hours in days]
        if begins is None or ends is None:
            continue
        first, last = WEEKDAYS_ABBR[numbers[0]], WEEKDAYS_ABBR[numbers[-1]]
        names = str(first) if first == last else f"{first} – {last}"
        told.append(f"{names}, {hour(begins).after} – {hour(ends).after}")
    return told


def zone_told(row: Pattern) -> str:
    """Whose clock these hours are, where it says another time than the agency's just now."""
    return clock_of(row.zone, next((each for each in row.begins if each), time(9)))


def _weeks(staff: UUID) -> list[rules.Week]:
    rows = patterns([staff]).get(staff, [])
    here = clock.zone()
    return [
        rules.Week(row.since, ZoneInfo(row.zone) if row.zone else here, tuple(row.begins), tuple(row.ends))
        for row in rows
    ]
