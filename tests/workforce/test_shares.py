"""How being on call is shared over a year, and one's own shifts as a file to take along."""

import html
import re
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar

from alongside.agency.actions import set_closed_days
from alongside.agency.closed import Day
from alongside.clock.models import ClockSetting
from alongside.workforce.choices import Place
from tests import cast
from tests.workforce.make import EIGHT, on_call

PAGE, FILE = "/on-call/shares/", "/on-call/my-shifts.ics"
DAY = timedelta(days=1)


def rows(member: cast.Member) -> dict[str, list[str]]:
    page = html.unescape(cast.signed_in(member).get(PAGE).content.decode())
    found = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', page, re.S)
    return {name: re.findall(r"<td[^>]*>(.*?)</td>", cells) for name, cells in found}


@pytest.fixture
def year() -> None:
    """Case manager 1: three nights in a row with a weekend; 2: one night; and what is older or still to come."""
    friday = EIGHT - 5 * DAY
    with cast.acting(cast.ADMIN) as by:
        set_closed_days(by=by, days=[Day(friday.date(), "New Year's Day"), Day(EIGHT.date() + 3 * DAY, "")])
    on_call(cast.CM1, begins=friday, ends=friday + 3 * DAY)
    on_call(cast.CM2, Place.SECOND, begins=friday + 12 * timedelta(hours=1), ends=friday + DAY)
    on_call(cast.CM1, begins=EIGHT - 400 * DAY, ends=EIGHT - 399 * DAY)
    on_call(cast.CM1, begins=EIGHT + 2 * DAY, ends=EIGHT + 9 * DAY)


@pytest.mark.usefixtures("year")
def test_amounts_of_a_year_stand_by_name_for_supervisors() -> None:
    told = rows(cast.SUPERVISOR)
    assert list(told) == sorted(told) and len(told) == len(cast.CAST)
    assert told[cast.CM1.name] == ["3", "2", "1", "72"]
    assert told[cast.CM2.name] == ["1", "1", "1", "12"], "until Saturday morning"
    assert told[cast.CM3.name] == ["0", "0", "0", "0"], "who has none is in it"
    assert "?" not in re.findall(r'href="(/on-call/shares/[^"]*)"', str(told)), (
        "and nothing sorts it by amount"
    )


@pytest.mark.usefixtures("year")
@pytest.mark.parametrize("member", [each for each in cast.CAST if each != cast.SUPERVISOR])
def test_everybody_else_sees_their_own(member: cast.Member) -> None:
    assert list(rows(member)) == [member.name]


def test_a_file_has_ones_own_hours_and_no_content() -> None:
    """Over the change of the clocks on March 14, 2027: the hours as they are, the zone beside them."""
    ClockSetting.set_to(datetime(2027, 3, 12, 12, tzinfo=cast.ZONE), running=False)
    begins = datetime(2027, 3, 13, 20, tzinfo=cast.ZONE)
    mine = [
        on_call(cast.CM1, begins=begins + day * DAY, ends=begins + day * DAY + DAY / 2) for day in range(3)
    ]
    on_call(cast.CM1, begins=begins - 9 * DAY, ends=begins - 8 * DAY)
    on_call(cast.CM2, Place.SECOND, begins=begins, ends=begins + DAY)
    answer = cast.signed_in(cast.CM1).post(FILE)
    assert (
        answer.headers["Content-Type"].startswith("text/calendar")
        and "attachment" in answer.headers["Content-Disposition"]
    )
    read = Calendar.from_ical(answer.content)
    events = list(read.walk("VEVENT"))
    told = [
        (each.decoded("dtstart").astimezone(UTC), each.decoded("dtend").astimezone(UTC)) for each in events
    ]
    assert told == [(each.during.lower.astimezone(UTC), each.during.upper.astimezone(UTC)) for each in mine]
    assert [str(each["tzid"]) for each in read.walk("VTIMEZONE")] == [cast.ZONE.key]
    assert {str(each["summary"]) for each in events} == {"Appointment"}
    words = answer.content.decode().lower()
    assert not any(
        word in words for word in ("call", "hotline", "first", "case manager", "alongside", "rrule", "http")
    )


def test_there_is_no_address_to_subscribe_to() -> None:
    assert cast.signed_in(cast.CM1).get(FILE).status_code == 405
    assert cast.nobody().post(FILE).status_code == 302
