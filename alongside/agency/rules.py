"""When somebody is at work: pure arithmetic over wall clocks. Hours are counted in the zone where somebody works and
become moments last, so that a shift over a change of the clocks has neither a gap nor an overlap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

A_DAY = timedelta(days=1)
LOOKS_AHEAD = 60  # days; who has no hours within them has no next start
Stretch = tuple[datetime, datetime]


@dataclass(frozen=True)
class Week:
    """The hours of each day from Monday on, from one day on. Those that end before they begin pass midnight."""

    since: date
    zone: ZoneInfo
    begins: tuple[time | None, ...]
    ends: tuple[time | None, ...]

    def on(self, day: date) -> Stretch | None:
        """The hours of one day, from the first reading of the clock at their begin to the last at their end."""
        begins, ends = self.begins[day.weekday()], self.ends[day.weekday()]
        if begins is None or ends is None:
            return None
        last = day if ends > begins else day + A_DAY
        return min(_readings(day, begins, self.zone)), max(_readings(last, ends, self.zone))


def _readings(day: date, at: time, zone: ZoneInfo) -> list[datetime]:
    return [datetime.combine(day, at.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1)]


def hours_of(begins: Sequence[time | None], ends: Sequence[time | None]) -> Decimal:
    """How many hours a week has, by the clock on the wall."""
    minutes = 0
    for first, last in zip(begins, ends, strict=True):
        if first is not None and last is not None:
            minutes += ((last.hour - first.hour) * 60 + last.minute - first.minute - 1) % 1440 + 1
    return (Decimal(minutes) / 60).quantize(Decimal("0.1"))


def stretches(weeks: Sequence[Week], first: date, days: int) -> Iterator[Stretch]:
    """The hours of some days, each by the week that holds on it."""
    for count in range(days):
        day = first + count * A_DAY
        week = max((each for each in weeks if each.since <= day), key=lambda each: each.since, default=None)
        if week is not None and (found := week.on(day)):
            yield found


def _without(stretch: Stretch, away: Sequence[Stretch]) -> Iterator[Stretch]:
    begins, ends = stretch
    for gone, back in sorted(away):
        if back <= begins or gone >= ends:
            continue
        if gone > begins:
            yield begins, gone
        begins = max(begins, back)
    if begins < ends:
        yield begins, ends


def is_at_work(weeks: Sequence[Week], moment: datetime, away: Sequence[Stretch] = ()) -> bool:
    """Whether somebody is at work at a moment. Of whom no hours are known it is said that they are, but for `away`."""
    return next_start(weeks, moment, away) == moment


def off_since(weeks: Sequence[Week], moment: datetime, away: Sequence[Stretch] = ()) -> datetime | None:
    """When somebody was last at work, while they are not; None while they are, and where no such moment is known."""
    if is_at_work(weeks, moment, away):
        return None
    begins = moment - LOOKS_AHEAD * A_DAY
    known = any(each.since <= moment.date() + A_DAY for each in weeks)
    hours = stretches(weeks, begins.date(), LOOKS_AHEAD + 2) if known else [(begins, moment + A_DAY)]
    left = (each for stretch in hours for each in _without(stretch, away))
    return max((ends for _begins, ends in left if ends <= moment), default=None)


def next_start(weeks: Sequence[Week], moment: datetime, away: Sequence[Stretch] = ()) -> datetime | None:
    """The moment itself where they are at work, else when they next begin; None where they do not."""
    first = (moment - 2 * A_DAY).date()
    known = any(each.since <= moment.date() + A_DAY for each in weeks)
    always = [(moment, moment + LOOKS_AHEAD * A_DAY)]
    hours = stretches(weeks, first, LOOKS_AHEAD) if known else always
    left = (each for stretch in hours for each in _without(stretch, away))
    return min((max(begins, moment) for begins, ends in left if ends > moment), default=None)
