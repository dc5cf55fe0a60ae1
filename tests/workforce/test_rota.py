"""Several days are put on call at once: looked at before they are kept, and nothing is passed over in silence."""

import html
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.workforce import rota_queries
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift
from tests import cast
from tests.workforce.make import EIGHT, away, on_call

PAGE = "/on-call/rota/"
DAY = timedelta(days=1)
TOLD = {
    "begins_on": "01/11/2027",
    "ends_on": "01/24/2027",
    "weekdays": [str(number) for number in range(7)],
    "since": "8 AM",
    "until": "8 AM",
    "seats": "first",
    "turns": "week",
    "person_1": str(cast.ON_CALL.id),
    "person_2": str(cast.CM3.id),
}


@pytest.fixture(autouse=True)
def may_be_on_call() -> None:
    """Both who take turns."""
    cast.also_on_call(cast.CM3)


def looks(client: Client, **told: object) -> str:
    answer = client.post(PAGE, TOLD | told)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def puts(client: Client, page: str, status: int = 302, **told: object) -> str:
    """The second press, with everything the first one showed ticked."""
    sent = {
        "do": "put",
        "looked": re.findall(r'name="looked" value="(\w+)"', page)[0],
        "once": re.findall(r'name="once" value="([\w-]+)"', page)[0],
        "put": re.findall(r'name="put" value="([^"]+)" checked', page),
    }
    answer = client.post(PAGE, TOLD | sent | told)
    assert answer.status_code == status
    return html.unescape(answer.content.decode())


def stands() -> list[tuple[str, date]]:
    with cast.acting(cast.SUPERVISOR):
        rows = OnCallShift.objects.order_by("during", "place").select_related("staff")
        return [(row.staff.name, row.during.lower.astimezone(cast.ZONE).date()) for row in rows]


def test_two_take_turns_week_by_week_and_nothing_is_kept_before_it_was_seen() -> None:
    client = cast.signed_in(cast.SUPERVISOR)
    page = looks(client)
    assert "14 shifts fit." in page and "Monday, January 11, 8 AM – " in page
    assert stands() == []
    puts(client, page)
    first = [(cast.ON_CALL.name, date(2027, 1, 11 + day)) for day in range(7)]
    then = [(cast.CM3.name, date(2027, 1, 18 + day)) for day in range(7)]
    assert stands() == first + then
    puts(client, page)
    assert len(stands()) == 14, "a second press puts nothing twice"


def test_whoever_comes_next_is_second() -> None:
    client = cast.signed_in(cast.ADMIN)
    puts(
        client,
        looks(client, seats="both", ends_on="01/12/2027", turns="time"),
        seats="both",
        ends_on="01/12/2027",
        turns="time",
    )
    assert [name for name, _day in stands()] == [
        cast.ON_CALL.name,
        cast.CM3.name,
        cast.CM3.name,
        cast.ON_CALL.name,
    ]
    alone = client.post(PAGE, TOLD | {"seats": "both", "person_2": ""})
    assert alone.status_code == 422 and "Whoever comes next is second" in alone.content.decode()


def test_what_overlaps_is_said_and_stays_out() -> None:
    on_call(cast.CM1, begins=EIGHT + 6 * DAY, ends=EIGHT + 7 * DAY)
    on_call(cast.ON_CALL, Place.SECOND, begins=EIGHT + 8 * DAY, ends=EIGHT + 9 * DAY)
    client = cast.signed_in(cast.SUPERVISOR)
    page = looks(client)
    assert "12 shifts fit." in page and "What does not fit is marked, and stays out." in page
    assert "Case manager 1 has this place already: 8 AM – " in page
    assert "On-call advocate is second on call at that time already: 8 AM – " in page
    puts(client, page)
    assert len(stands()) == 14


def test_a_day_off_is_said_and_put_only_where_it_is_ticked() -> None:
    away(cast.ON_CALL, EIGHT + 6 * DAY, EIGHT + 7 * DAY)
    client = cast.signed_in(cast.SUPERVISOR)
    page = looks(client)
    assert page.count("On-call advocate is away then. Tick it only if you agreed on it.") == 1
    assert "14 shifts fit." in page and len(re.findall(r'name="put" value="[^"]+" checked', page)) == 13
    puts(client, page)
    assert len(stands()) == 13 and (cast.ON_CALL.name, date(2027, 1, 12)) not in stands()


def test_one_may_leave_a_day_out() -> None:
    client = cast.signed_in(cast.SUPERVISOR)
    page = looks(client)
    keys = re.findall(r'name="put" value="([^"]+)" checked', page)
    puts(client, page, put=keys[1:])
    assert len(stands()) == 13 and stands()[0][1] == date(2027, 1, 12)
    nothing = puts(client, looks(client), 409, put=[])
    assert "None of these is ticked. Nothing was kept." in nothing


def test_what_another_set_meanwhile_is_shown_and_nothing_is_kept() -> None:
    client = cast.signed_in(cast.SUPERVISOR)
    page = looks(client)
    on_call(cast.CM1, begins=EIGHT + 6 * DAY, ends=EIGHT + 7 * DAY)
    again = puts(client, page, 409)
    assert "Somebody set other shifts in the meantime." in again
    assert len(stands()) == 1
    changed = client.post(PAGE, TOLD | {"do": "put", "looked": "x" * 32, "put": ["anything"]})
    assert changed.status_code == 200 and len(stands()) == 1, "a changed pattern is looked at first"


def test_what_was_put_in_one_go_is_taken_back_in_one_go() -> None:
    before = on_call(cast.CM1)
    client = cast.signed_in(cast.SUPERVISOR)
    puts(client, looks(client))
    page = client.get("/on-call/").content.decode()
    undo = page.split('class="undo" method="post" action="')[1].split('"')[0].replace("&amp;", "&")
    assert cast.signed_in(cast.ADMIN).post(undo).status_code == 302
    assert len(stands()) == 15, "another took back nothing of it"
    assert client.post(undo).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        assert OnCallShift.objects.get() == before
    assert client.post(reverse("workforce:rota_back") + "?at=never").status_code == 404


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"begins_on": "01/01/2027"}, "This day is over."),
        ({"ends_on": "01/10/2027"}, "This ends before it begins."),
        ({"ends_on": "01/10/2028"}, "Half a year at once"),
        ({"weekdays": []}, "at least one day of the week"),
        ({"person_1": ""}, "Choose somebody"),
        ({"since": "sometime"}, "sometime"),
    ],
)
def test_what_cannot_be_is_asked_again_with_every_word(told: dict[str, object], sentence: str) -> None:
    answer = cast.signed_in(cast.SUPERVISOR).post(PAGE, TOLD | told)
    assert answer.status_code == 422 and sentence in html.unescape(answer.content.decode())
    assert 'value="8 AM"' in answer.content.decode()


def test_hours_that_do_not_come_are_said() -> None:
    told = {"begins_on": "03/14/2027", "ends_on": "03/14/2027", "since": "2 AM", "until": "2:30 AM"}
    page = looks(cast.signed_in(cast.SUPERVISOR), **told)
    assert "The clocks go forward: these hours do not come on that day." in page and "0 shifts fit." in page


@pytest.mark.parametrize("member", [each for each in cast.CAST if each not in (cast.SUPERVISOR, cast.ADMIN)])
def test_two_roles_alone_put_and_take_back(member: cast.Member) -> None:
    client = cast.signed_in(member)
    assert client.get(PAGE).status_code == client.post(PAGE, TOLD).status_code == 403
    assert client.post(reverse("workforce:rota_back") + "?at=1").status_code == 403


def test_nights_on_call_in_a_span() -> None:
    on_call(cast.CM1, begins=EIGHT - 36 * timedelta(hours=1), ends=EIGHT - DAY)
    on_call(cast.CM1, Place.SECOND)
    with cast.acting(cast.CM2):
        assert rota_queries.nights_on_call(cast.CM1.id, EIGHT - 30 * DAY, EIGHT) == 2
        assert rota_queries.nights_on_call(cast.CM1.id, EIGHT - DAY, EIGHT) == 1
        assert rota_queries.nights_on_call(cast.CM2.id, EIGHT - 30 * DAY, EIGHT) == 0
