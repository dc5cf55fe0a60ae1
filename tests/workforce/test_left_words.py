"""A call or text for a colleague: theirs from their next start on, and at once of whoever is there instead."""

import uuid
from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.agency import patterns
from alongside.agency.actions import set_pattern
from alongside.clock.models import ClockSetting
from alongside.workforce.models import LeftWord
from alongside.workforce.rules import NotWorkingHere
from tests import cast
from tests.people import lantern
from tests.workforce.make import on_call

NIGHT = datetime(2027, 1, 6, 22, tzinfo=cast.ZONE)
MORNING = datetime(2027, 1, 7, 9, tzinfo=cast.ZONE)
MINUTE = timedelta(minutes=1)
SAID = "the lock is broken; text, never call"


def at(moment: datetime) -> None:
    ClockSetting.set_to(moment, running=False)


def nine_to_five(*members: cast.Member) -> None:
    with cast.acting(cast.SUPERVISOR) as by:
        for member in members:
            set_pattern(
                by=by, pattern=uuid.uuid4(), staff=member.id, since=datetime(2027, 1, 4).date(), zone="",
                begins=[time(9)] * 7, ends=[time(17)] * 7, weekly_hours=Decimal(40), part_time=False,
            )  # fmt: skip


def left(by: cast.Member = cast.ON_CALL, alias: str = "Lantérn") -> str:
    told = {"staff": str(cast.CM1.id), "alias": alias, "way": "text", "words": SAID}
    answer = cast.signed_in(by).post("/for-a-colleague/", told, follow=True)
    assert answer.status_code == 200
    return str(answer.content.decode())


def the_word() -> str:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        cursor.execute("select id from core.workforce_leftword")
        found = str(cursor.fetchone()[0])
        cursor.execute("set local role alongside_desk")
    return found


def readers(word: str) -> set[str]:
    """Who reads it now: by its page, and as a row of Today."""
    found = set()
    for member in cast.CAST:
        client = cast.signed_in(member)
        page = client.get(f"/for-a-colleague/{word}/")
        today = client.get("/").content.decode()
        assert (
            (page.status_code == 200)
            == (SAID in page.content.decode())
            == (f"/for-a-colleague/{word}/" in today)
        )
        if page.status_code == 200:
            found.add(member.username)
    return found


def test_off_shift_one_sees_it_from_the_next_start_on_and_the_backup_at_work_at_once() -> None:
    lantern()
    nine_to_five(cast.CM1)
    on_call(begins=NIGHT, ends=MORNING + 600 * MINUTE)
    at(NIGHT)
    left()
    word = the_word()
    assert readers(word) == {"cm2"}
    at(MORNING - MINUTE)
    assert readers(word) == {"cm2"}
    at(MORNING)
    assert readers(word) == {"cm1"}
    at(NIGHT + timedelta(days=1))
    assert readers(word) == {"cm1"}, "what one has seen stays one's own"


def test_where_nobody_else_is_at_work_whoever_is_on_call_has_it() -> None:
    lantern()
    nine_to_five(cast.CM1, cast.CM2)
    on_call(begins=NIGHT, ends=MORNING)
    at(NIGHT)
    left(cast.DROP_IN)
    word = the_word()
    assert readers(word) == {"oncall"}
    client = cast.signed_in(cast.ON_CALL)
    assert client.post(f"/for-a-colleague/{word}/have/").status_code == 302
    assert client.post(f"/for-a-colleague/{word}/away/").status_code == 302
    at(MORNING)
    assert readers(word) == {"cm1"}
    assert (
        "On-call advocate has it."
        in cast.signed_in(cast.CM1).get(f"/for-a-colleague/{word}/").content.decode()
    )
    assert cast.signed_in(cast.CM1).post(f"/for-a-colleague/{word}/away/").status_code == 302
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(f"select count(*) from vault.vault_key where thing_id = '{word}'")
        assert cursor.fetchone() == (0,), "its key is gone with it"
        cursor.execute("set local role alongside_desk")


def test_while_one_is_away_whoever_covers_has_it() -> None:
    from tests.workforce.test_time_off import BEGINS, named, planned

    person = lantern()
    plan = planned()
    named(plan, person)
    cast.signed_in(cast.SUPERVISOR).post(f"{plan}confirm/")
    at(BEGINS + MINUTE)
    left()
    word = the_word()
    assert readers(word) == {"cm3"}
    cast.signed_in(cast.CM1).post(f"{plan}end/")
    assert readers(word) == {"cm1"}, "back early, it is there"


def test_at_work_it_is_theirs_at_once() -> None:
    lantern()
    on_call(begins=NIGHT, ends=MORNING)
    at(NIGHT)
    assert "It stands on Case manager 1&#x27;s Today." in left() or "Case manager 1" in left()
    word = the_word()
    assert readers(word) == {"cm1"}


@pytest.mark.parametrize("alias", ["Lantérn", "Nobody we know"])
def test_the_writer_learns_nothing_whether_the_name_is_known_or_not(alias: str) -> None:
    lantern()
    nine_to_five(cast.CM1, cast.CM2)
    at(NIGHT)
    page = left(cast.DROP_IN, alias)
    assert "It stands on the Today of whoever covers, and on Case manager 1" in page
    assert alias not in page
    assert "tooth" not in page
    assert cast.signed_in(cast.DROP_IN).get(f"/for-a-colleague/{the_word()}/").status_code == 404


def test_one_whose_account_closed_meanwhile_leaves_it_to_whoever_walks_with_them_now() -> None:
    lantern()
    nine_to_five(cast.CM1)
    at(NIGHT)
    left()
    word = the_word()
    cast.signed_in(cast.ADMIN).post(f"/program/staff/{cast.CM1.id}/leaving/")
    at(MORNING)
    client = cast.signed_in(cast.CM2)
    assert SAID in client.get(f"/for-a-colleague/{word}/").content.decode()
    assert client.post(f"/for-a-colleague/{word}/away/").status_code == 302
    assert client.get(f"/for-a-colleague/{word}/").status_code == 404


def test_no_words_keep_what_was_typed_and_sent_twice_it_is_one() -> None:
    lantern()
    told = {
        "staff": str(cast.CM1.id),
        "alias": "Lantérn",
        "way": "call",
        "words": "",
        "once": str(uuid.uuid4()),
    }
    answer = cast.signed_in(cast.DROP_IN).post("/for-a-colleague/", told)
    assert answer.status_code == 422 and "Lantérn" in answer.content.decode()
    for _time in (1, 2):
        assert (
            cast.signed_in(cast.DROP_IN).post("/for-a-colleague/", told | {"words": SAID}).status_code == 302
        )
    with cast.acting(cast.CM1):
        assert LeftWord.objects.only("id").count() == 1


def test_python_and_the_database_agree_on_who_is_at_work() -> None:
    nine_to_five(cast.CM1)
    with cast.acting(cast.SUPERVISOR) as by:
        set_pattern(
            by=by, pattern=uuid.uuid4(), staff=cast.CM2.id, since=datetime(2027, 3, 1).date(), zone="America/Phoenix",
            begins=[time(22)] * 3 + [None] * 4, ends=[time(6)] * 3 + [None] * 4, weekly_hours=Decimal(24),
            part_time=True,
        )  # fmt: skip
    moment = datetime(2027, 3, 12, 12, 15, tzinfo=cast.ZONE)
    for _hour in range(24 * 6):
        moment += timedelta(minutes=60)
        for member in (cast.CM1, cast.CM2, cast.CM3):
            with cast.acting(member), connection.cursor() as cursor:
                here = patterns.works_at(member.id, moment)
                cursor.execute("set local role alongside_keeper")
                cursor.execute("select core.at_work(%s, %s)", [member.id, moment])
                assert cursor.fetchone()[0] == here, (member.username, moment)
                cursor.execute("set local role alongside_desk")
    assert issubclass(NotWorkingHere, ValueError)


@pytest.mark.parametrize("member", [cast.CM3, cast.DROP_IN, cast.ADMIN, cast.DIRECTOR, cast.SUPERVISOR])
def test_nobody_else_reads_it_by_any_way(member: cast.Member) -> None:
    person = lantern()
    nine_to_five(cast.CM1)
    at(NIGHT)
    left()
    word = the_word()
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select count(id) from core.workforce_leftword")
        assert cursor.fetchone() == (0,)
        for statement in (
            "select participant_id from core.workforce_leftword",
            "select * from core.workforce_leftword",
            f"select core.asked_instead('{cast.CM1.id}', '{person}')",
            f"delete from core.workforce_leftword where id = '{word}'",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
        cursor.execute(f"select core.take_word('{word}'), core.put_away_word('{word}')")
    with cast.acting(cast.CM2):
        assert LeftWord.objects.only("taken_at").get().taken_at is None
