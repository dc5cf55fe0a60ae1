"""A colleague's number: read by those who are on call at that moment and by supervisors, and by nobody else."""

import re
from datetime import timedelta

import pytest
from django.db import connection

from alongside.clock.models import ClockSetting
from alongside.vault.models import Key
from alongside.workforce import queries
from alongside.workforce.actions import close_desk
from alongside.workforce.choices import Place
from alongside.workforce.models import StaffPhone
from tests import cast
from tests.workforce.make import EIGHT, on_call

NUMBER = "555-0177, let it ring"
MINE = "/on-call/my-number/"


def gives(member: cast.Member, number: str = NUMBER) -> None:
    assert cast.signed_in(member).post(MINE, {"number": number}).headers["Location"] == "/on-call/"


@pytest.fixture
def night() -> None:
    """Somebody is first on call, somebody else second, and the second gave a number."""
    on_call()
    on_call(cast.CM2, Place.SECOND)
    gives(cast.CM2)


@pytest.mark.usefixtures("night")
@pytest.mark.parametrize("member", cast.CAST)
def test_whoever_is_on_call_and_supervisors_see_it_and_nobody_else(member: cast.Member) -> None:
    sees = member in (cast.ON_CALL, cast.CM2, cast.SUPERVISOR)
    client = cast.signed_in(member)
    page, today = client.get("/on-call/").content.decode(), client.get("/").content.decode()
    assert (NUMBER in page) == sees
    assert (NUMBER in today) == (member == cast.ON_CALL)  # who is told whom to wake
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.workforce_staffphone")
        rows = cursor.fetchone()[0]
        cursor.execute(
            "select count(*) from vault.vault_key k where k.thing_id is not null and exists"
            " (select from core.workforce_staffphone p where p.id = k.thing_id)"
        )
        assert (rows, cursor.fetchone()[0]) == ((1, 1) if sees else (0, 0))


@pytest.mark.usefixtures("night")
def test_nobody_sees_it_and_no_number_stands_in_clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from core.workforce_staffphone")
        assert cursor.fetchone() == (0,)
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select p::text from core.workforce_staffphone p")
        (row,) = cursor.fetchone()
        cursor.execute("set local role alongside_desk")
    assert "555-0177" not in row and NUMBER.encode().hex() not in row


@pytest.mark.usefixtures("night")
def test_with_the_shift_the_sight_of_it_ends() -> None:
    assert NUMBER in cast.signed_in(cast.ON_CALL).get("/on-call/").content.decode()
    ClockSetting.set_to(EIGHT + timedelta(minutes=1), running=False)
    assert NUMBER not in cast.signed_in(cast.ON_CALL).get("/on-call/").content.decode()


def test_the_number_of_somebody_who_is_not_on_call_is_seen_by_nobody_else() -> None:
    on_call()
    gives(cast.CM1)
    for member in (cast.ON_CALL, cast.SUPERVISOR):
        assert NUMBER not in cast.signed_in(member).get("/on-call/").content.decode()
        with cast.acting(member):
            assert queries.phones() == {}
    assert NUMBER in cast.signed_in(cast.CM1).get(MINE).content.decode()


@pytest.mark.usefixtures("night")
def test_nobody_writes_another_s() -> None:
    with cast.acting(cast.ON_CALL), connection.cursor() as cursor:
        cursor.execute("update core.workforce_staffphone set number = null")
        assert cursor.rowcount == 0
    gives(cast.ON_CALL, "555-0100")
    with cast.acting(cast.CM2) as by:
        assert queries.my_phone(by) == NUMBER


@pytest.mark.usefixtures("night")
def test_it_is_changed_and_taken_back_with_its_key() -> None:
    gives(cast.CM2, "555-0199")
    with cast.acting(cast.CM2) as by:
        assert queries.my_phone(by) == "555-0199"
        key = StaffPhone.objects.get().key_id
    gives(cast.CM2, "")
    with cast.acting(cast.CM2):
        assert not StaffPhone.objects.exists() and not Key.objects.filter(key_id=key).exists()
    assert_no_key(key)


def assert_no_key(key: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select count(*) from vault.vault_key where key_id = %s", [key])
        assert cursor.fetchone() == (0,)
        cursor.execute("select count(*) from core.workforce_staffphone")
        assert cursor.fetchone() == (0,)
        cursor.execute("set local role alongside_desk")


@pytest.mark.usefixtures("night")
def test_with_a_closed_account_it_is_gone() -> None:
    with cast.acting(cast.CM2):
        key = StaffPhone.objects.get().key_id
    with cast.acting(cast.ADMIN) as by:
        close_desk(by=by, staff=cast.CM2.id)
    assert_no_key(key)


def test_alike_days_are_said_once_and_each_can_be_taken_off() -> None:
    for day in range(5):
        begins = EIGHT + timedelta(days=day)
        on_call(begins=begins, ends=begins + timedelta(hours=24))
    on_call(cast.CM2, begins=EIGHT + timedelta(days=5), ends=EIGHT + timedelta(days=6))
    seen = cast.signed_in(cast.CM1).get("/on-call/").content.decode()
    listed = seen.split('id="next-title"')[1]
    assert listed.count("<b>On-call advocate</b>") == 1 and listed.count("each day") == 1
    assert (
        listed.count("<b>Case manager 2</b>") == 1
        and "Wednesday, 8 AM – " not in listed
        and "8 AM – 8 AM" in listed
    )
    sets = cast.signed_in(cast.SUPERVISOR).get("/on-call/").content.decode()
    assert len(re.findall(r"/on-call/[0-9a-f-]{36}/off/", sets)) == 6
