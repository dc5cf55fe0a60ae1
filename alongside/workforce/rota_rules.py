"""A pattern of being on call, and the shifts it makes: the clock on the wall first, UTC last.

Shifts are made once and kept as shifts; nobody works out later who is on call. An hour that comes twice is the first of
the two, and an hour that does not come is the moment at which the clocks go past it; so what ends at an hour and what
begins at it always meet.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from uuid import UUID
from zoneinfo import ZoneInfo

LONGEST = timedelta(days=183)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pattern:
    """Some days, the hours of each, and who takes turns; `until` that is not later than `since` is the next day's."""

    begins_on: date
    ends_on: date
    weekdays: frozenset[int]
    since: time
    until: time
    people: tuple[UUID, ...]
    seats: str = "first"
    turns: str = "week"


@dataclass(frozen=True)
class Planned:
    """A shift as a pattern makes it; empty where the clocks go past all its hours."""

    place: str
    staff: UUID
    begins: datetime
    ends: datetime

    @property
    def key(self) -> str:
        """Names it in an answer."""
        return f"{self.place}-{self.staff}-{int(self.begins.timestamp())}-{int(self.ends.timestamp())}"

    @property
    def is_empty(self) -> bool:
        """Whether none of its hours come."""
        return self.begins >= self.ends


def at_wall(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """The first moment at which the clock on the wall shows this hour of this day, or has gone past it."""
    read = datetime.combine(day, hour, zone)
    moment = read.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == read.replace(tzinfo=None):
        return moment
    # The hour does not come: the clocks go past it between the two readings of it.
    early, late = int(read.replace(fold=1).timestamp()), int(read.timestamp())
    while late - early > 1:
        middle = (early + late) // 2
        if datetime.fromtimestamp(middle, zone).replace(tzinfo=None) >= read.replace(tzinfo=None):
            late = middle
        else:
            early = middle
    return datetime.fromtimestamp(late, UTC)


def planned(pattern: Pattern, zone: ZoneInfo) -> list[Planned]:
    """The shifts of a pattern, in their order."""
    found, times = [], 0
    days = (pattern.ends_on - pattern.begins_on).days + 1
    for number in range(days):
        day = pattern.begins_on + number * A_DAY
        if day.weekday() not in pattern.weekdays:
            continue
        turn = number // 7 if pattern.turns == "week" else times
        ends_on = day if pattern.until > pattern.since else day + A_DAY
        begins, ends = at_wall(day, pattern.since, zone), at_wall(ends_on, pattern.until, zone)
        found += [Planned(place, staff, begins, ends) for place, staff in _seated(pattern, turn)]
        times += 1
    return found


def _seated(pattern: Pattern, turn: int) -> list[tuple[str, UUID]]:
    whose = pattern.people[turn % len(pattern.people)]
    if pattern.seats != "both":
        return [(pattern.seats, whose)]
    return [("first", whose), ("second", pattern.people[(turn + 1) % len(pattern.people)])]


def digest(shifts: Sequence[Planned]) -> str:
    """Changes whenever what was looked at would be other shifts."""
    return sha256(" ".join(each.key for each in shifts).encode()).hexdigest()[:32]


# How it is shared ----------------------------------------------------------------------------------------------
NIGHT = (time(22), time(6))
SATURDAY = 5
ENOUGH = timedelta(hours=2)  # so much of a night, or of a day of a weekend, makes it one on call


@dataclass(frozen=True)
class Share:
    """How much somebody is on call: nights, days of weekends, days on which the agency is closed, hours that passed."""

    nights: int = 0
    weekend_days: int = 0
    closed_days: int = 0
    hours: timedelta = timedelta()


def share(spans: Sequence[tuple[datetime, datetime]], zone: ZoneInfo, closed: Collection[date] = ()) -> Share:
    """What these spans come to, by the hours of the place; `closed` are the days on which the agency is closed."""
    nights: dict[date, timedelta] = {}
    weekends: dict[date, timedelta] = {}
    holidays: dict[date, timedelta] = {}
    passed = timedelta()
    for span in spans:
        begins, ends = span
        passed += ends.astimezone(UTC) - begins.astimezone(UTC)
        day, last = begins.astimezone(zone).date() - A_DAY, ends.astimezone(zone).date()
        while day <= last:
            _add(nights, day, _of_night(day, zone), span)
            if day.weekday() >= SATURDAY:
                _add(weekends, day, _of_day(day, zone), span)
            if day in closed:
                _add(holidays, day, _of_day(day, zone), span)
            day += A_DAY
    enough = [sum(1 for each in found.values() if each >= ENOUGH) for found in (nights, weekends, holidays)]
    return Share(enough[0], enough[1], enough[2], passed)


def _of_night(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return at_wall(day, NIGHT[0], zone), at_wall(day + A_DAY, NIGHT[1], zone)


def _of_day(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return at_wall(day, time(), zone), at_wall(day + A_DAY, time(), zone)


def _add(
    to: dict[date, timedelta], day: date, of: tuple[datetime, datetime], span: tuple[datetime, datetime]
) -> None:
    begins, ends = (each.astimezone(UTC) for each in span)
    both = min(of[1], ends) - max(of[0], begins)
    if both > timedelta():
        to[day] = to.get(day, timedelta()) + both
