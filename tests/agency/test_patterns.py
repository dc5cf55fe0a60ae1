"""Working hours: set by a supervisor or administrator, read by colleagues, true over both changes of the clocks."""

import uuid
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction

from alongside import clock
from alongside.access.acts import NotAllowed
from alongside.agency import patterns
from alongside.agency.actions import set_pattern
from alongside.agency.models import Pattern
from alongside.agency.rules import Week, hours_of, is_at_work, next_start, off_since, stretches
from tests import cast

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
NINE, FIVE = time(9), time(17)
OFF: tuple[time | None, ...] = (None, None)
OFFICE = ((NINE,) * 5 + OFF, (FIVE,) * 5 + OFF)
NIGHTS = ((time(22),) * 7, (time(6),) * 7)
EARLY = ((time(1, 30),) * 7, (time(2, 30),) * 7)


def week(hours: tuple[tuple[time | None, ...], ...], zone: str = "America/New_York", since: int = 1) -> Week:
    return Week(date(2027, 1, since), ZoneInfo(zone), hours[0], hours[1])


def on_the_wall(hours: tuple[tuple[time | None, ...], ...], zone: str, moment: datetime) -> bool:
    """The plain model: look at the clock on the wall, of today and for a night of the day before."""
    there = moment.astimezone(ZoneInfo(zone))
    for back in (0, 1):
        day = there.date() - back * DAY
        begins, ends = hours[0][day.weekday()], hours[1][day.weekday()]
        if begins is None or ends is None:
            continue
        until = datetime.combine(day if ends > begins else day + DAY, ends)
        if datetime.combine(day, begins) <= there.replace(tzinfo=None) < until:
            return True
    return False


@pytest.mark.parametrize(
    "zone", ["America/New_York", "America/Chicago", "America/Phoenix", "Pacific/Honolulu"]
)
@pytest.mark.parametrize("hours", [OFFICE, NIGHTS], ids=["office", "nights"])
@pytest.mark.parametrize("first", [date(2027, 3, 12), date(2027, 11, 5)], ids=["spring", "autumn"])
def test_the_wall_clock_says_who_is_at_work_over_both_changes(
    zone: str, hours: tuple[tuple[time | None, ...], ...], first: date
) -> None:
    moment = datetime(first.year, first.month, first.day, tzinfo=UTC)
    mine = [week(hours, zone)]
    for _minute in range(0, 4 * 24 * 60, 5):
        assert is_at_work(mine, moment) == on_the_wall(hours, zone, moment), moment
        moment += 5 * MINUTE


def test_an_hour_that_comes_twice_is_worked_from_its_first_reading_to_its_last() -> None:
    """On 7 Nov 2027 half past one comes twice in New York; on 14 Mar half past two never comes."""
    (autumn,) = stretches([week(EARLY)], date(2027, 11, 7), 1)
    assert autumn == (datetime(2027, 11, 7, 5, 30, tzinfo=UTC), datetime(2027, 11, 7, 7, 30, tzinfo=UTC))
    (spring,) = stretches([week(EARLY)], date(2027, 3, 14), 1)
    assert spring == (datetime(2027, 3, 14, 6, 30, tzinfo=UTC), datetime(2027, 3, 14, 7, 30, tzinfo=UTC))


def test_the_next_start_is_the_first_moment_of_being_at_work() -> None:
    mine = [week(OFFICE)]
    friday = datetime(2027, 3, 12, 17, tzinfo=cast.ZONE)
    monday = datetime(2027, 3, 15, 9, tzinfo=ZoneInfo("America/New_York"))
    assert next_start(mine, friday.astimezone(ZoneInfo("America/New_York")).replace(hour=17)) == monday
    assert next_start(mine, monday + 61 * MINUTE) == monday + 61 * MINUTE
    back = monday + 3 * DAY + 2 * 60 * MINUTE
    assert next_start(mine, monday, [(monday - DAY, back)]) == back
    assert not is_at_work(mine, monday + MINUTE, [(monday, back)])
    assert next_start([week(((None,) * 7, (None,) * 7))], monday) is None


def test_what_came_after_the_last_hour_of_work_waits_for_the_next() -> None:
    zone = ZoneInfo("America/New_York")
    mine, friday = [week(OFFICE)], datetime(2027, 3, 12, 17, tzinfo=zone)
    assert off_since(mine, friday - MINUTE) is None
    assert off_since(mine, datetime(2027, 3, 15, 8, 59, tzinfo=zone)) == friday
    assert off_since(mine, datetime(2027, 3, 15, 9, tzinfo=zone)) is None
    assert off_since([], friday, [(friday - DAY, friday + DAY)]) == friday - DAY


def test_of_whom_no_hours_are_known_it_is_said_that_they_are_there() -> None:
    moment = datetime(2027, 1, 6, 3, tzinfo=UTC)
    assert is_at_work([], moment)
    assert next_start([], moment, [(moment - DAY, moment + DAY)]) == moment + DAY


def test_hours_are_added_up_by_the_clock_nights_too() -> None:
    assert hours_of(*OFFICE) == Decimal("40.0")
    assert hours_of(*NIGHTS) == Decimal("56.0")
    assert hours_of((NINE,) + (None,) * 6, (NINE,) + (None,) * 6) == Decimal("24.0")


def _sent(**more: str) -> dict[str, str]:
    days = {f"begins_{number}": "9:00 AM" for number in range(3)} | {
        f"ends_{number}": "5 PM" for number in range(3)
    }
    return {"since": "01/04/2027", "part_time": "on", "zone": "America/Denver"} | days | more


@pytest.mark.parametrize("member", [cast.SUPERVISOR, cast.ADMIN], ids=lambda m: m.username)
def test_they_are_set_by_those_who_plan_and_read_by_everybody(member: cast.Member) -> None:
    address = f"/team/hours/{cast.CM1.id}/"
    client = cast.signed_in(member)
    assert client.get(address).status_code == 200
    assert client.post(address, _sent()).status_code == 302
    for reader in (cast.CM1, cast.DROP_IN, cast.ADVISER):
        page = cast.signed_in(reader).get("/team/hours/").content.decode()
        assert "Mon – Wed, 9 AM – 5 PM" in page
        assert "24 hours a week" in page and "part time" in page
        assert "By the clock in Denver: 9 AM there is 10 AM here." in page
    with cast.acting(cast.CM3):
        assert patterns.weekly_hours([cast.CM1.id, cast.CM2.id]) == {cast.CM1.id: Decimal("24.0")}
        in_denver = datetime(2027, 1, 6, 16, 59, tzinfo=ZoneInfo("America/Denver"))
        assert patterns.works_at(cast.CM1.id, in_denver)
        assert not patterns.works_at(cast.CM1.id, in_denver + MINUTE)
        assert patterns.next_start(cast.CM1.id, in_denver + MINUTE) == datetime(
            2027, 1, 11, 9, tzinfo=ZoneInfo("America/Denver")
        )


def test_from_another_day_on_others_hold_and_the_same_day_anew_takes_their_place() -> None:
    client, address = cast.signed_in(cast.SUPERVISOR), f"/team/hours/{cast.CM1.id}/"
    client.post(address, _sent())
    client.post(address, _sent(since="01/11/2027", weekly_hours="30"))
    client.post(address, _sent(since="01/04/2027", ends_0="1 PM"))
    with cast.acting(cast.CM1):
        assert Pattern.objects.filter(staff=cast.CM1.id).count() == 2
        assert patterns.weekly_hours([cast.CM1.id]) == {cast.CM1.id: Decimal("20.0")}
    with cast.acting(cast.CM1), clock.stopped_at(datetime(2027, 1, 12, 15, tzinfo=UTC)):
        assert patterns.weekly_hours([cast.CM1.id]) == {cast.CM1.id: Decimal("30.0")}


def test_what_does_not_fit_is_asked_again_with_every_word() -> None:
    page = cast.signed_in(cast.ADMIN).post(f"/team/hours/{cast.CM1.id}/", _sent(ends_0="", ends_1="quarter"))
    assert page.status_code == 422
    shown = page.content.decode()
    assert "when the day begins and when it ends" in shown and "quarter" in shown


@pytest.mark.parametrize(
    "member", [cast.CM1, cast.ON_CALL, cast.DIRECTOR, cast.ADVISER], ids=lambda m: m.username
)
def test_nobody_else_sets_them_not_even_their_own(member: cast.Member) -> None:
    assert cast.signed_in(member).get(f"/team/hours/{member.id}/").status_code == 403
    told = {"since": date(2027, 1, 4), "zone": "", "weekly_hours": Decimal(40), "part_time": False}
    with cast.acting(member) as by, connection.cursor() as cursor:
        with pytest.raises(NotAllowed):
            set_pattern(by=by, pattern=uuid.uuid4(), staff=by.id, begins=OFFICE[0], ends=OFFICE[1], **told)
        for statement in (
            f"select core.set_pattern(gen_random_uuid(), '{by.id}', '2027-01-04', '',"
            " array_fill(null::time, '{7}'), array_fill(null::time, '{7}'), 1, false)",
            f"insert into core.agency_pattern select gen_random_uuid(), '{by.id}'",
            "update core.agency_pattern set weekly_hours = 1",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
