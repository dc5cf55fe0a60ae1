"""Who is on call, on every page and on its own."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError, IntegrityError
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.access.acts import NotAllowed
from alongside.clock.models import ClockSetting
from alongside.workforce import queries, rules
from alongside.workforce.actions import put_on_call, take_off_call
from alongside.workforce.choices import Place
from alongside.workforce.models import OnCallShift
from tests import cast
from tests.workforce.make import EIGHT, on_call

PAGE = "/on-call/"
MAY_SET = (cast.SUPERVISOR, cast.ADMIN)
TOLD = {
    "staff": str(cast.ON_CALL.id),
    "place": "first",
    "begins": "2027-01-06T00:00",
    "ends": "2027-01-06T08:00",
}


@pytest.mark.parametrize("member", cast.CAST)
def test_everybody_sees_it_and_two_roles_set_it(member: cast.Member) -> None:
    shift = on_call()
    client = cast.signed_in(member)
    page = client.get(PAGE)
    assert page.status_code == 200
    assert ("Put somebody on call" in page.content.decode()) == (member in MAY_SET)
    for address in (
        reverse("workforce:put"),
        reverse("workforce:take_off", args=[shift.id]),
        reverse("workforce:put_back"),
    ):
        assert client.get(address).status_code == (405 if member in MAY_SET else 403)
        if member not in MAY_SET:
            assert client.post(address, TOLD).status_code == 403
    with cast.acting(member):
        assert OnCallShift.objects.get() == shift


def test_nobody_sees_nothing() -> None:
    on_call()
    assert cast.nobody().get(PAGE).status_code == 302
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from core.workforce_oncallshift")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("member", [cast.CM1, cast.ON_CALL, cast.DIRECTOR])
def test_the_database_itself_lets_nobody_else_set_it(member: cast.Member) -> None:
    shift = on_call()
    with cast.acting(member) as by, connection.cursor() as cursor:
        with pytest.raises(NotAllowed):
            take_off_call(by=by, shift=shift.id)
        for statement in (
            f"select core.put_on_call(gen_random_uuid(), '{by.id}', 'first', now(), now() + interval '1 h')",
            f"select core.take_off_call('{shift.id}')",
            "update core.workforce_oncallshift set place = 'second'",
            "delete from core.workforce_oncallshift",
            "insert into core.workforce_oncallshift (id, staff_id, place, during, set_at, set_by_id) values"
            f" (gen_random_uuid(), '{by.id}', 'second', tstzrange(now(), now() + interval '1 day'),"
            f" now(), '{by.id}')",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)


def test_one_is_first_at_a_time_and_one_is_second() -> None:
    on_call()
    with pytest.raises(rules.PlaceTaken):
        on_call(cast.CM1)
    on_call(cast.CM1, Place.SECOND)
    with pytest.raises(rules.PlaceTaken):
        on_call(cast.CM2, Place.SECOND, ends=EIGHT + timedelta(hours=2))
    on_call(cast.CM2, begins=EIGHT, ends=EIGHT + timedelta(hours=8))


def test_nobody_is_first_and_second_at_once() -> None:
    on_call()
    with pytest.raises(rules.TwoPlacesAtOnce):
        on_call(place=Place.SECOND)


def test_a_shift_begins_and_ends() -> None:
    with pytest.raises((DatabaseError, IntegrityError)), transaction.atomic():
        on_call(begins=EIGHT, ends=EIGHT)
    with pytest.raises(DatabaseError), transaction.atomic():
        on_call(begins=EIGHT, ends=EIGHT - timedelta(hours=1))


def test_only_somebody_who_works_here_is_on_call() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("update access.access_account set is_active = false where id = %s", [cast.CM3.id])
        cursor.execute("set local role alongside_desk")
    with pytest.raises(rules.NotWorkingHere):
        on_call(cast.CM3)


def test_a_double_click_puts_once_on_call() -> None:
    once = uuid.uuid4()
    with cast.acting(cast.ADMIN) as by:
        for _click in range(2):
            put_on_call(
                by=by,
                shift=once,
                staff=cast.ON_CALL.id,
                place=Place.FIRST,
                begins=EIGHT,
                ends=EIGHT + timedelta(hours=1),
            )
        assert OnCallShift.objects.count() == 1


@pytest.mark.parametrize("member", [cast.CM1, cast.DROP_IN, cast.ADMIN, cast.ADVISER])
def test_every_page_says_who_is_on_call_now(member: cast.Member) -> None:
    client = cast.signed_in(member)
    assert "nobody is set" in client.get(PAGE).content.decode()
    on_call()
    page = client.get("/me/sessions/").content.decode()
    assert "On call now: <b>On-call advocate, until 8 AM</b>" in page
    assert f'href="{PAGE}"' in page


def test_the_line_follows_the_clock() -> None:
    on_call()
    ClockSetting.set_to(EIGHT, running=False)
    page = cast.signed_in(cast.CM1).get(PAGE).content.decode()
    assert "nobody is set" in page
    assert "Nobody is on call just now." in page


def test_the_frame_is_one_query_and_the_page_few() -> None:
    for hours in range(0, 200, 8):
        on_call(begins=EIGHT + timedelta(hours=hours), ends=EIGHT + timedelta(hours=hours + 8))
    on_call()
    for member, most in ((cast.CM1, 8), (cast.SUPERVISOR, 8)):
        client = cast.signed_in(member)
        with CaptureQueriesContext(connection) as told:
            assert client.get(PAGE).status_code == 200
        asked = [
            each["sql"]
            for each in told
            if not each["sql"].startswith(("SAVEPOINT", "RELEASE", "select set_config"))
        ]
        assert len(asked) <= most, asked
        framed = [sql for sql in asked if "on_call_name" in sql]
        assert len(framed) == 1
        assert "clock_offset" not in framed[0]


def test_somebody_is_put_on_call_and_taken_off_and_put_back() -> None:
    client = cast.signed_in(cast.SUPERVISOR)
    assert client.post(reverse("workforce:put"), TOLD).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        first = queries.on_call_now().first
        assert first is not None and first.staff_id == cast.ON_CALL.id
    page = client.post(reverse("workforce:take_off", args=[first.id]), follow=True).content.decode()
    with cast.acting(cast.SUPERVISOR):
        assert queries.on_call_now().first is None
    undo = page.split('class="undo" method="post" action="')[1].split('"')[0].replace("&amp;", "&")
    assert client.post(undo).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        again = queries.on_call_now().first
        assert again is not None and again.staff_id == cast.ON_CALL.id
        assert again.during.upper == EIGHT


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({}, "Somebody has this place"),
        ({"place": "second"}, "They are on call at that time already"),
        ({"ends": "2027-01-05T08:00"}, "This ends before it begins"),
        ({"begins": "tonight"}, "tonight"),
        ({"staff": str(uuid.uuid4())}, "not offered any more"),
    ],
)
def test_what_does_not_fit_is_said_kindly(told: dict[str, str], sentence: str) -> None:
    on_call()
    answer = cast.signed_in(cast.SUPERVISOR).post(reverse("workforce:put"), TOLD | told)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_a_broken_way_back_says_so() -> None:
    client = cast.signed_in(cast.ADMIN)
    page = client.post(reverse("workforce:put_back") + "?staff=x&place=y", follow=True)
    assert "Please look at the list" in page.content.decode()
