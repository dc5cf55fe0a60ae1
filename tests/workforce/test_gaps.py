"""A time in which nobody is on call is told before it comes, to whoever can fill it."""

import html
import re
from datetime import date, datetime, time, timedelta

import pytest

from alongside.clock.models import ClockSetting
from alongside.workforce import rules
from alongside.workforce.choices import Place
from alongside.workforce.line import gap_lasts
from alongside.workforce.models import OnCallShift
from tests import cast
from tests.workforce.make import EIGHT, on_call

PAGE = "/on-call/"
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def page(member: cast.Member, address: str = PAGE) -> str:
    """A page in plain letters."""
    return html.unescape(cast.signed_in(member).get(address).content.decode())


def a_week_with_a_hole() -> None:
    """From now on a week of days and nights, but Thursday 02:00 to 06:00."""
    on_call(begins=EIGHT - 12 * HOUR, ends=EIGHT + 18 * HOUR)
    on_call(cast.CM1, begins=EIGHT + 22 * HOUR, ends=EIGHT + 7 * DAY)


def test_a_hole_in_the_week_is_told_on_the_page_and_on_today() -> None:
    a_week_with_a_hole()
    for member in cast.CAST:
        assert "Nobody is set as first: Thursday, 2 AM – 6 AM." in page(member)
    for member in cast.CAST:
        told = "Nobody is set as first: Thursday, 2 AM – 6 AM." in page(member, "/")
        assert told == (member in (cast.SUPERVISOR, cast.ADMIN)), member.username
    assert "Nobody is set as first from" in page(cast.CM1), "and that the week ends"
    assert "Nobody is set as first from" not in page(cast.ADMIN, "/"), "which is far off yet"


def test_the_form_begins_with_the_hole() -> None:
    a_week_with_a_hole()
    times = re.findall(r'value="(01/07/2027, \d AM)"', page(cast.ADMIN))
    assert times == ["01/07/2027, 2 AM", "01/07/2027, 6 AM"]


def test_a_second_does_not_fill_it_and_a_first_does() -> None:
    a_week_with_a_hole()
    on_call(cast.CM2, place=Place.SECOND, begins=EIGHT, ends=EIGHT + DAY)
    assert "Thursday, 2 AM – 6 AM" in page(cast.ADMIN, "/")
    on_call(cast.CM3, begins=EIGHT + DAY - 6 * HOUR, ends=EIGHT + DAY - 2 * HOUR)
    assert "Nobody on call" not in page(cast.ADMIN, "/")


def test_the_end_of_what_is_set_is_told_two_days_ahead() -> None:
    on_call()
    assert "Nobody is set as first from Wednesday, 8 AM on." in page(cast.ADMIN, "/")


def test_without_a_rota_there_is_no_gap() -> None:
    assert "Nobody on call" not in page(cast.ADMIN, "/")
    assert "Nobody is set as first" not in page(cast.ADMIN)


@pytest.mark.no_database
def test_gaps_of_any_spans() -> None:
    def at(hour: int) -> datetime:
        return EIGHT + hour * HOUR

    def found(*spans: tuple[int, int]) -> list[tuple[datetime, datetime | None]]:
        told = rules.gaps([(at(begins), at(ends)) for begins, ends in spans], at(0), at(100))
        return [(gap.begins, gap.ends) for gap in told]

    assert found() == []
    assert found((-5, 200)) == []
    assert found((-5, 10), (10, 100)) == []
    assert found((5, 100)) == [(at(0), at(5))]
    assert found((-5, 30), (2, 10), (40, 50)) == [(at(30), at(40)), (at(50), None)]


def test_a_gap_stands_among_the_shifts_with_its_hours_and_a_way_to_fill_it() -> None:
    a_week_with_a_hole()
    cast.also_on_call(cast.CM3)
    on_call(cast.CM2, Place.SECOND, begins=EIGHT - 12 * HOUR, ends=EIGHT + DAY)
    told = page(cast.SUPERVISOR)
    row = told.split('<li class="nobody">')[1].split("</li>")[0]
    assert "Thursday, 2 AM – 6 AM." in row and "4 hours" in row
    assert "Nobody is set as second from Thursday, 8 AM on." in told
    assert '<p class="why wide">Nobody is set as second' in told, "the second is said more softly"
    fills = re.search(r'href="(/on-call/\?gap=[^"#]+)#put"', row)
    assert fills and "?gap=" not in page(cast.CM1)
    (on_today,) = re.findall(r'href="(/on-call/\?gap=[^"#]+)#put"', page(cast.ADMIN, "/"))
    assert on_today == fills[1]
    form = page(cast.ADMIN, on_today)
    assert re.findall(r'value="(01/07/2027, \d AM)"', form) == ["01/07/2027, 2 AM", "01/07/2027, 6 AM"]
    sent = {
        "staff": str(cast.CM3.id),
        "place": "first",
        "begins": "01/07/2027, 2 AM",
        "ends": "01/07/2027, 6 AM",
    }
    action = re.search(r'id="put" method="post" action="([^"]+)"', form)
    assert action
    assert cast.signed_in(cast.ADMIN).post(action[1], sent).status_code == 302
    assert "2 AM – 6 AM" not in page(cast.ADMIN, "/"), "the flag is gone"
    assert "Nobody is set as first: " not in page(cast.SUPERVISOR)


def test_several_gaps_are_one_row_on_today() -> None:
    on_call(begins=EIGHT - 12 * HOUR, ends=EIGHT)
    on_call(begins=EIGHT + 2 * HOUR, ends=EIGHT + 6 * HOUR)
    told = page(cast.SUPERVISOR, "/")
    assert "Nobody is set as first: Today, 8 AM" not in told, "it is tomorrow"
    assert "Wednesday, 8 AM – 10 AM." in told and "2 hours · One more in the next two days." in told
    assert told.count("Nobody is set as first") == told.count(
        "Nobody is set as first: Wednesday, 8 AM – 10 AM."
    )


def test_a_rota_that_ended_is_a_gap_from_now_on_and_what_was_is_not_told() -> None:
    on_call(begins=EIGHT - 12 * HOUR, ends=EIGHT)
    ClockSetting.set_to(EIGHT + 40 * HOUR, running=False)
    told = page(cast.SUPERVISOR, "/")
    assert "Nobody is set as first from" in told and "from Wednesday, 8 AM" not in told


def test_hours_are_those_that_pass_when_the_clocks_change() -> None:
    """2 AM on March 14 does not come in 2027, and 1 AM on November 7 comes twice."""
    for day, begins, ends, lasts in (
        (date(2027, 3, 14), 1, 4, "2 hours in all: the clocks change in it"),
        (date(2027, 11, 7), 0, 4, "5 hours in all: the clocks change in it"),
        (date(2027, 11, 8), 0, 4, "4 hours"),
    ):
        at = [datetime.combine(day, time(hour), cast.ZONE) for hour in (begins, ends)]
        assert gap_lasts(rules.Gap(*at)) == lasts


def test_the_second_of_two_like_hours_is_filled_as_it_is() -> None:
    twice = datetime(2027, 11, 7, 1, tzinfo=cast.ZONE)
    ClockSetting.set_to(twice - 12 * HOUR, running=False)
    cast.also_on_call(cast.CM3)
    on_call(begins=twice - 24 * HOUR, ends=twice.replace(fold=1))
    on_call(cast.CM1, begins=datetime(2027, 11, 7, 3, tzinfo=cast.ZONE), ends=twice + 20 * DAY)
    form = page(cast.ADMIN, re.findall(r'href="(/on-call/\?gap=[^"#]+)#put"', page(cast.ADMIN, "/"))[0])
    begins, ends = re.findall(r'name="(?:begins|ends)" value="([^"]+)"', form)
    action = re.findall(r'id="put" method="post" action="([^"]+)"', form)[0]
    sent = {"staff": str(cast.CM3.id), "place": "first", "begins": begins, "ends": ends}
    assert cast.signed_in(cast.ADMIN).post(action, sent).status_code == 302
    with cast.acting(cast.ADMIN):
        put = OnCallShift.objects.get(staff=cast.CM3.id).during
    assert put.upper - put.lower == 2 * HOUR, "from the second 1 AM until 3 AM"
    assert "Nobody is set as first: " not in page(cast.ADMIN)
