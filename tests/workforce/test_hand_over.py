"""What is handed over from shift to shift is read by whoever needs it, for seven days, and by nobody else."""

import html
import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from alongside.clock.models import ClockSetting
from alongside.keeping.rules import NotHere
from alongside.vault.models import Key
from alongside.workforce import rota_queries
from alongside.workforce.choices import Place
from alongside.workforce.rota_actions import take_back_hand_over, write_hand_over
from tests import cast
from tests.people import lantern
from tests.workforce.make import EIGHT, on_call

PAGE, NEW = "/on-call/hand-over/", "/on-call/hand-over/new/"
WORDS = "The blue phone is charged; the shelter opens at seven."
DAY = timedelta(days=1)


@pytest.fixture
def sheet() -> uuid.UUID:
    """The advocate on call tonight left something; case manager 3 is second, 1 comes next, 2 after that."""
    on_call()
    on_call(cast.CM3, Place.SECOND)
    on_call(cast.CM1, begins=EIGHT, ends=EIGHT + DAY)
    on_call(cast.CM2, begins=EIGHT + DAY, ends=EIGHT + 2 * DAY)
    made = uuid.uuid4()
    with cast.acting(cast.ON_CALL) as by:
        write_hand_over(by=by, sheet=made, words=WORDS)
    return made


def read(member: cast.Member, address: str = PAGE) -> str:
    return html.unescape(cast.signed_in(member).get(address).content.decode())


READERS = (cast.ON_CALL, cast.CM3, cast.CM1, cast.SUPERVISOR)


@pytest.mark.parametrize("member", cast.CAST)
@pytest.mark.usefixtures("sheet")
def test_who_needs_it_reads_it_and_nobody_else(member: cast.Member) -> None:
    reads = member in READERS
    assert (WORDS in read(member)) == reads
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.workforce_handover")
        rows = cursor.fetchone()[0]
        cursor.execute(
            "select count(*) from vault.vault_key k where k.thing_id is not null and exists"
            " (select from core.workforce_handover h where h.id = k.thing_id)"
        )
        assert (rows, cursor.fetchone()[0]) == ((1, 1) if reads else (0, 0))
        for statement in (
            "update core.workforce_handover set at = now()",
            "delete from core.workforce_handover",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)


@pytest.mark.usefixtures("sheet")
def test_it_stands_first_on_today_of_whoever_is_on_call_by_then() -> None:
    assert WORDS not in read(cast.CM1, "/"), "their shift has not begun"
    ClockSetting.set_to(EIGHT + timedelta(minutes=1), running=False)
    told = read(cast.CM1, "/")
    assert WORDS in told and told.index("Hand-over from On-call advocate") < told.index(WORDS)
    assert WORDS not in read(cast.ON_CALL, "/") and WORDS not in read(cast.CM2, "/")
    ClockSetting.set_to(EIGHT + DAY, running=False)
    assert WORDS not in read(cast.CM2, "/") + read(cast.CM2), (
        "the one after next reads what the next one writes"
    )


@pytest.mark.usefixtures("sheet")
def test_its_words_stand_nowhere_in_clear_and_it_goes_after_seven_days() -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select h::text from core.workforce_handover h")
        assert "phone" not in cursor.fetchone()[0]
        cursor.execute("set local role alongside_desk")
    ClockSetting.set_to(EIGHT + 7 * DAY, running=False)
    assert WORDS not in read(cast.SUPERVISOR)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_worker")
        cursor.execute("select core.let_hand_overs_go()")
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select count(*) from core.workforce_handover")
        assert cursor.fetchone() == (0,)
        cursor.execute("set local role alongside_desk")


def test_only_who_is_on_call_writes_and_takes_back(sheet: uuid.UUID) -> None:
    for member in (cast.CM1, cast.CM2, cast.SUPERVISOR, cast.ADMIN):
        assert cast.signed_in(member).get(NEW).status_code == 404
        with cast.acting(member) as by:
            with pytest.raises(NotHere):
                write_hand_over(by=by, sheet=uuid.uuid4(), words="Not mine to say")
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    "insert into core.workforce_handover (id, key_id, at, by_id, words, about)"
                    " values (gen_random_uuid(), gen_random_uuid(), now(), %s, '', '')",
                    [by.id],
                )
            with pytest.raises(NotHere):
                take_back_hand_over(by=by, sheet=sheet)
    client = cast.signed_in(cast.ON_CALL)
    assert client.post(NEW, {"words": " ", "about": ""}).status_code == 422
    assert client.post(NEW, {"words": "Bring batteries.", "about": ""}).headers["Location"] == PAGE
    assert "Bring batteries." in read(cast.CM1)
    assert client.post(reverse("workforce:hand_over_back", args=[sheet])).status_code == 302
    assert WORDS not in read(cast.CM1)
    with cast.acting(cast.ON_CALL):
        assert Key.objects.filter(thing_id=sheet).count() == 0


def test_a_person_is_mentioned_by_a_link_within_reach_alone() -> None:
    person = lantern()
    on_call(cast.CM1)
    on_call(cast.CM3, Place.SECOND)
    on_call(cast.CM2, begins=EIGHT, ends=EIGHT + DAY)
    client = cast.signed_in(cast.CM1)
    nobody = client.post(NEW, {"words": "A call may come.", "about": "Somebody Else"})
    assert nobody.status_code == 422 and "You reach nobody by this one name." in nobody.content.decode()
    named = client.post(NEW, {"words": "Lantern may call.", "about": ""})
    assert "Lantern" in named.content.decode() and named.status_code != 302, "the name is pointed out"
    assert client.post(NEW, {"words": "A call may come.", "about": "lantern"}).status_code == 302
    link = f'href="/people/{person}/"'
    assert link in read(cast.CM2), "who is their backup"
    told = read(cast.CM3)
    assert "A call may come." in told and link not in told and "Lantern" not in told
    with cast.acting(cast.CM3):
        assert rota_queries.people_of(rota_queries.hand_overs()) == {}
