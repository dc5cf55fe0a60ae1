"""A time in which nobody is on call is told before it comes, to whoever can fill it."""

import html
import re
from datetime import datetime, timedelta

import pytest

from alongside.workforce import rules
from alongside.workforce.choices import Place
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
