"""A pattern's shifts against a clock on the wall that is read every minute, in four places, over a year."""

import itertools
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.workforce import rota_rules as rules
from alongside.workforce.rota_rules import Pattern, Planned, at_wall, planned, share

pytestmark = pytest.mark.no_database
PLACES = ("America/New_York", "America/Chicago", "America/Phoenix", "Pacific/Honolulu")
ANN, BEN, CLEO = (uuid.UUID(int=number) for number in (1, 2, 3))
YEAR = (date(2027, 1, 1), date(2027, 12, 31))
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
ALL = frozenset(range(7))


def pattern(**told: object) -> Pattern:
    given: dict[str, object] = {
        "begins_on": YEAR[0],
        "ends_on": YEAR[1],
        "weekdays": ALL,
        "since": time(8),
        "until": time(8),
        "people": (ANN, BEN, CLEO),
    }
    return Pattern(**given | told)  # type: ignore[arg-type]


@cache
def minutes(place: str) -> list[tuple[datetime, datetime]]:
    """Every minute of the year and two days after, and what the clock on the wall shows then."""
    zone, moment = ZoneInfo(place), datetime.combine(YEAR[0], time(), ZoneInfo(place)).astimezone(UTC)
    found = []
    while moment < datetime(2028, 1, 4, tzinfo=UTC):
        found.append((moment, moment.astimezone(zone).replace(tzinfo=None)))
        moment += MINUTE
    return found


@cache
def first_shown(place: str, hour: time) -> dict[date, datetime]:
    """For each day the first minute at which the clock shows this hour or a later one of that day: by looking at it."""
    found: dict[date, datetime] = {}
    for moment, shown in minutes(place):
        if shown.time() >= hour:
            found.setdefault(shown.date(), moment)
    return found


def on_call_by_the_clock(told: Pattern, place: str, moment: datetime) -> dict[str, uuid.UUID]:
    """Who is on call, said without making any shift: of each day whose hours have begun and are not over."""
    begun, over = first_shown(place, told.since), first_shown(place, told.until)
    found, times, day = {}, 0, told.begins_on
    while day <= told.ends_on:
        if day.weekday() in told.weekdays:
            last = day if told.until > told.since else day + timedelta(days=1)
            if begun[day] <= moment < over[last]:
                turn = (day - told.begins_on).days // 7 if told.turns == "week" else times
                order = [told.people[(turn + each) % len(told.people)] for each in (0, 1)]
                found |= (
                    {"first": order[0], "second": order[1]}
                    if told.seats == "both"
                    else {told.seats: order[0]}
                )
            times += 1
        day += timedelta(days=1)
    return found


def on_call_by_shifts(shifts: list[Planned], moment: datetime) -> dict[str, uuid.UUID]:
    return {each.place: each.staff for each in shifts if each.begins <= moment < each.ends}


def boundaries(shifts: list[Planned]) -> Iterator[datetime]:
    for edge in {edge for each in shifts for edge in (each.begins, each.ends)}:
        yield from (edge - MINUTE, edge, edge + MINUTE)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "told",
    [
        pattern(),
        pattern(since=time(20), until=time(8), turns="time"),
        pattern(since=time(2, 30), until=time(2, 30), seats="both"),
        pattern(since=time(1, 30), until=time(3), weekdays=frozenset({5, 6}), turns="time"),
        pattern(since=time(22), until=time(6), weekdays=frozenset({4, 5}), seats="second"),
    ],
    ids=["days", "nights", "an hour that does not come", "an hour that comes twice", "weekends"],
)
def test_who_is_on_call_is_as_the_clock_on_the_wall_says(told: Pattern, place: str) -> None:
    shifts = planned(told, ZoneInfo(place))
    for moment in boundaries(shifts):
        if moment >= minutes(place)[0][0]:
            assert on_call_by_shifts(shifts, moment) == on_call_by_the_clock(told, place, moment), moment


hours = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 45)))


@settings(max_examples=60, deadline=None)
@given(
    place=st.sampled_from(PLACES),
    since=hours,
    until=hours,
    week=st.frozensets(st.integers(0, 6), min_size=1),
    turns=st.sampled_from(("week", "time")),
    seats=st.sampled_from(("first", "both")),
    first=st.sampled_from((date(2027, 3, 10), date(2027, 11, 3), date(2027, 7, 1))),
    days=st.integers(0, 12),
)
def test_any_pattern_over_the_changes_of_the_clocks(
    place: str, since: time, until: time, week: frozenset[int], turns: str, seats: str, first: date, days: int
) -> None:
    last = first + timedelta(days=days)
    told = pattern(
        begins_on=first, ends_on=last, since=since, until=until, weekdays=week, turns=turns, seats=seats
    )
    shifts = planned(told, ZoneInfo(place))
    for moment in boundaries(shifts):
        assert on_call_by_shifts(shifts, moment) == on_call_by_the_clock(told, place, moment), moment
    for one in ("first", "second"):
        of = [each for each in shifts if each.place == one and not each.is_empty]
        assert all(before.ends <= after.begins for before, after in itertools.pairwise(of))


@pytest.mark.parametrize(
    ("first", "passed"), [(date(2027, 3, 10), 167), (date(2027, 11, 3), 169), (date(2027, 6, 2), 168)]
)
def test_seven_days_over_a_change_have_neither_gap_nor_overlap(first: date, passed: int) -> None:
    told = pattern(begins_on=first, ends_on=first + timedelta(days=6))
    shifts = planned(told, ZoneInfo("America/New_York"))
    assert all(before.ends == after.begins for before, after in itertools.pairwise(shifts))
    assert shifts[-1].ends - shifts[0].begins == passed * HOUR
    assert {each.staff for each in shifts} == {ANN}, "one turn of seven days"


def test_hours_that_do_not_come_make_an_empty_shift() -> None:
    zone = ZoneInfo("America/New_York")
    (each,) = planned(
        pattern(begins_on=date(2027, 3, 14), ends_on=date(2027, 3, 14), since=time(2), until=time(2, 45)),
        zone,
    )
    assert each.is_empty and each.begins == datetime(2027, 3, 14, 7, tzinfo=UTC)
    assert at_wall(date(2027, 11, 7), time(1, 30), zone) == datetime(2027, 11, 7, 5, 30, tzinfo=UTC)


def test_what_is_shared_is_counted_by_the_hours_of_the_place() -> None:
    zone = ZoneInfo("America/New_York")

    def of(*spans: tuple[datetime, datetime]) -> tuple[int, int, timedelta]:
        told = share(spans, zone)
        return told.nights, told.weekend_days, told.hours

    def at(day: int, hour: int, month: int = 1) -> datetime:
        return datetime(2027, month, day, hour, tzinfo=zone)

    assert of() == (0, 0, timedelta())
    assert of((at(4, 8), at(4, 23))) == (0, 0, 15 * HOUR), "a Monday, one hour into the night"
    assert of((at(4, 20), at(5, 8))) == (1, 0, 12 * HOUR)
    assert of((at(4, 20), at(5, 1)), (at(5, 1), at(5, 8))) == (1, 0, 12 * HOUR), "one night in two shifts"
    assert of((at(8, 8), at(11, 8))) == (3, 2, 72 * HOUR), "Friday to Monday"
    assert of((at(13, 20, 3), at(14, 8, 3))) == (1, 2, 11 * HOUR), (
        "Saturday night, in which the clocks go forward"
    )
    assert of((at(6, 20, 11), at(7, 8, 11))) == (1, 2, 13 * HOUR), "and back"


def test_a_digest_changes_with_what_is_planned() -> None:
    zone = ZoneInfo("America/Chicago")
    told = [rules.digest(planned(pattern(since=time(hour)), zone)) for hour in (8, 9)]
    assert told[0] != told[1]
