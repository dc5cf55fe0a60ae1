"""What helps somebody, read at the drop-in where they agreed; what is said before details are asked."""

import uuid

import pytest
from django.db import connection
from django.urls import reverse

from alongside.frontdoor.actions import agree_to_be_read
from alongside.frontdoor.models import ReadAtTheDoor
from alongside.frontdoor.rules import says_under_18
from alongside.participants.actions import assign, write_details
from alongside.participants.choices import Part
from tests import cast
from tests.frontdoor.make import a_visit, known


def somebody(*, agreed: bool | None = True) -> uuid.UUID:
    """Somebody of the drop-in's site with a case manager, and what they told about themselves."""
    person = known(a_visit())
    with cast.acting(cast.SUPERVISOR) as by:
        assign(by=by, participant=person, staff=cast.CM1.id, part=Part.CASE_MANAGER)
    with cast.acting(cast.CM1) as by:
        told = {
            "helps": "a seat near the door",
            "does_not_help": "being touched",
            "name": "Her name",
            "gender": "hers",
        }
        write_details(by=by, participant=person, **told)
        if agreed is not None:
            agree_to_be_read(by=by, participant=person, agreed=agreed)
    return person


def read(person: uuid.UUID, member: cast.Member = cast.DROP_IN) -> str:
    answer = cast.signed_in(member).get(reverse("frontdoor:acquaintance", args=[person]))
    return answer.content.decode() if answer.status_code == 200 else str(answer.status_code)


def test_the_drop_in_reads_those_lines_and_nothing_else() -> None:
    person = somebody()
    page = read(person)
    assert "a seat near the door" in page and "being touched" in page
    assert "Her name" not in page and "hers" not in page
    with cast.acting(cast.DROP_IN), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.participants_details")
        assert cursor.fetchone() == (0,)
        cursor.execute("select count(*) from core.frontdoor_readatthedoor")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("agreed", [None, False])
def test_without_their_yes_nothing_is_read(agreed: bool | None) -> None:
    assert "a seat near the door" not in read(somebody(agreed=agreed))


def test_a_yes_taken_back_holds_at_once_and_what_was_said_stays() -> None:
    person = somebody()
    client, at = cast.signed_in(cast.CM1), f"/people/{person}/about/drop-in/"
    assert "a seat near the door" in client.get(at).content.decode()
    assert client.post(at, {"agreed": "no"}).status_code == 302
    assert "a seat near the door" not in read(person)
    with cast.acting(cast.CM1):
        assert list(ReadAtTheDoor.objects.order_by("at").values_list("agreed", flat=True)) == [True, False]


def test_at_another_site_or_in_another_role_nothing_is_read() -> None:
    person = somebody()
    with cast.acting(cast.ON_CALL), connection.cursor() as cursor:
        cursor.execute("select * from core.what_helps_here(%s)", [person])
        assert cursor.fetchall() == []
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("update core.participants_participant set site_id = null where id = %s", [person])
        cursor.execute("set local role alongside_desk")
    assert "a seat near the door" not in read(person)


def test_nobody_without_the_record_says_yes_for_them() -> None:
    person = somebody(agreed=None)
    for member in (cast.DROP_IN, cast.CM3):
        answer = cast.signed_in(member).post(f"/people/{person}/about/drop-in/", {"agreed": "yes"})
        assert answer.status_code in (403, 404)
    assert "a seat near the door" not in read(person)


def test_their_list_of_who_looked_tells_of_it() -> None:
    person = somebody()
    read(person)
    assert (
        "read what helps them, at the drop-in"
        in cast.signed_in(cast.CM1).get(f"/people/{person}/record/").content.decode()
    )


@pytest.mark.parametrize(
    ("address", "member"), [("/calls/new/", cast.ON_CALL), ("/visits/new/", cast.DROP_IN)]
)
def test_what_must_be_told_on_is_said_before_details_are_asked(address: str, member: cast.Member) -> None:
    page = cast.signed_in(member).get(address).content.decode()
    assert "some laws can make me tell someone what I hear" in page
    assert page.index("some laws can make me") < page.index('name="words"') < page.index('id="under-18"')
    assert 'id="under-18" data-opened-by="id_words"' in page
    fold = page.split('id="under-18"')[1].split(">")[0]
    assert not fold.rstrip().endswith("open")


def test_words_of_somebody_under_18_open_the_safeguards() -> None:
    client = cast.signed_in(cast.ON_CALL)
    back = client.post("/calls/new/", {"words": "I am 16 and I ran", "at_0": "nonsense", "turn": "another"})
    assert back.content.decode().split('id="under-18"')[1].split(">")[0].rstrip().endswith("open")
    kept = client.post("/calls/new/", {"words": "She is under 18.", "once": str(uuid.uuid4())}, follow=True)
    assert "people whose job is to keep kids safe" in kept.content.decode()
    other = client.post(
        "/calls/new/", {"words": "A bed for tonight.", "once": str(uuid.uuid4())}, follow=True
    )
    assert "people whose job is to keep kids safe" not in other.content.decode()


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("words", "young"),
    [
        ("I am 16", True),
        ("16.", True),
        ("she's 15, alone", True),
        ("under 18", True),
        ("Under-18", True),
        ("a minor", True),
        ("seventeen", True),
        ("tengo diecisiete años", True),
        ("menor de edad", True),
        ("call at 16:30 or 10 pm", False),
        ("555-0116, 12/14, $15", False),
        ("for 11 days, 12 hours", False),
        ("I am 26, 18 and 116", False),
        ("", False),
    ],
)
def test_an_age_is_told_from_a_time_and_a_number(words: str, young: bool) -> None:
    assert says_under_18(words) is young
