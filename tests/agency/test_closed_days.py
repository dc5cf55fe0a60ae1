"""Days on which the agency is closed: its own list, no working days, and a holiday for whoever is on call."""

import html
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.agency import closed
from alongside.agency.actions import set_closed_days
from alongside.agency.closed import Day
from alongside.agency.models import ClosedDay
from tests import cast

PAGE = "/program/closed-days/"
EVE, DAY = Day(date(2027, 12, 24), "Christmas Eve"), Day(date(2027, 12, 25), "")


def page() -> str:
    return html.unescape(cast.signed_in(cast.ADMIN).get(PAGE).content.decode())


def sends(days: str, **told: str) -> tuple[int, str]:
    answer = cast.signed_in(cast.ADMIN).post(PAGE, {"days": days} | told)
    return answer.status_code, html.unescape(answer.content.decode())


def stands() -> list[Day]:
    with cast.acting(cast.CM1):
        return closed.days()


def version() -> str:
    return page().split('name="version" value="')[1].split('"')[0]


def test_a_list_is_typed_one_a_line_changed_and_emptied() -> None:
    words = "12/24/2027 Christmas Eve\n\n2027-12-25\nDec 31, 2027: we do the books"
    assert sends(words, version=version())[0] == 302
    assert stands() == [EVE, DAY, Day(date(2027, 12, 31), "we do the books")]
    assert "12/24/2027 Christmas Eve\n12/25/2027\n12/31/2027 we do the books" in page()
    assert sends("12/24/2027 Half a day\n", version=version())[0] == 302
    assert stands() == [Day(EVE.day, "Half a day")]
    assert sends("", version=version())[0] == 302 and stands() == []


@pytest.mark.parametrize("line", ["Christmas Eve", "12/45/2027 Nothing", "Holiday 12/24/2027"])
def test_a_line_without_a_day_is_said_and_every_word_stays(line: str) -> None:
    status, told = sends(f"12/24/2027 Christmas Eve\n{line}", version=version())
    assert status == 422 and f"this line: {line}" in told and f"12/24/2027 Christmas Eve\n{line}" in told
    assert stands() == []


def test_what_another_saved_meanwhile_is_shown() -> None:
    seen = version()
    assert sends("12/24/2027 Theirs", version=seen)[0] == 302
    status, told = sends("12/25/2027 Mine", version=seen)
    assert status == 409 and "12/24/2027 Theirs" in told and "12/25/2027 Mine" in told
    assert stands() == [Day(EVE.day, "Theirs")]


@pytest.mark.parametrize("member", [each for each in cast.CAST if each is not cast.ADMIN])
def test_an_administrator_alone_sets_them(member: cast.Member) -> None:
    client = cast.signed_in(member)
    assert client.get(PAGE).status_code == client.post(PAGE, {"days": ""}).status_code == 403
    with (
        cast.acting(member),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute("insert into core.agency_closedday values (gen_random_uuid(), '2027-12-24', 'x')")


def test_the_next_working_day_passes_over_weekends_and_closed_days() -> None:
    with cast.acting(cast.ADMIN) as by:
        assert closed.next_working_day(date(2027, 12, 23)) == date(2027, 12, 24), "a Friday"
        set_closed_days(by=by, days=[EVE, Day(date(2027, 12, 27), "Day after")])
        assert closed.next_working_day(date(2027, 12, 23)) == date(2027, 12, 28)
        assert closed.next_working_day(date(2027, 12, 28)) == date(2027, 12, 29)
        assert ClosedDay.objects.count() == 2
