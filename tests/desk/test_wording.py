"""The survivor adviser's page: wording, and nobody's case."""

import uuid

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside.agency.actions import reword, stamp_wording
from alongside.agency.models import ProposedWording, Reviewed
from alongside.agency.reviewing import everything
from tests import cast
from tests.house.places import Places


@pytest.mark.parametrize("member", [member for member in cast.CAST if member != cast.ADVISER])
def test_nobody_else_puts_a_stamp(member: cast.Member) -> None:
    assert cast.signed_in(member).get("/wording/").status_code == 403
    with (
        cast.acting(member),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(
            "insert into core.agency_reviewed (id, key, language, fingerprint, at, by_id)"
            " values (gen_random_uuid(), 'x', 'en', 'x', now(), %s)",
            [member.id],
        )


def test_every_room_s_words_are_there_and_nobody_s_case() -> None:
    places = Places()
    client = cast.signed_in(cast.ADVISER)
    with cast.acting(cast.ADVISER):
        rooms = {each.room for each in everything()}
    assert {"journey", "practice"} <= rooms
    for room in rooms:
        for language in ("en", "es"):
            page = client.get("/wording/", {"room": room, "language": language}).content.decode()
            assert "Lant" not in page and "window" not in page
            assert "I looked at this" in page or language == "es"
    assert client.get(f"/people/{places.participant}/").status_code == 403


def test_a_phrase_reworded_after_the_stamp_comes_back_to_the_page() -> None:
    client = cast.signed_in(cast.ADVISER)
    with cast.acting(cast.ADVISER) as by:
        words = next(each for each in everything() if (each.key, each.language) == ("journey.glad", "en"))
    told = {"key": words.key, "language": "en", "room": "journey", "fingerprint": words.fingerprint}
    client.post("/wording/", told)
    client.post("/wording/", told)
    with cast.acting(cast.ADVISER):
        assert Reviewed.objects.count() == 1
    page = client.get("/wording/", {"room": "journey", "language": "en"}).content.decode()
    assert page.count("reviewed by survivors") == 1
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key="journey.glad", language="en", text="Good that you are here.")
    page = client.get("/wording/", {"room": "journey", "language": "en"}).content.decode()
    assert "reviewed by survivors" not in page and "Good that you are here." in page


def test_one_thing_is_asked_at_a_time_and_the_next_follows() -> None:
    client = cast.signed_in(cast.ADVISER)
    here = {"room": "practice", "language": "en"}
    page = client.get("/wording/", here).content.decode()
    first, folded = page.split("Others to look at")
    assert first.count("I looked at this") == 1 and folded.count("I looked at this") > 3
    with cast.acting(cast.ADVISER):
        words = [each for each in everything() if (each.room, each.language) == ("practice", "en")]
    assert words[0].key in first
    told = here | {"key": words[0].key, "fingerprint": words[0].fingerprint}
    again = client.post("/wording/", told, follow=True).content.decode()
    first, folded = again.split("Others to look at")
    assert words[1].key in first and words[0].key not in first
    assert "reviewed by survivors" in folded.split("Reviewed")[1]


def test_an_adviser_says_it_another_way_and_an_administrator_settles_it() -> None:
    client, admin = cast.signed_in(cast.ADVISER), cast.signed_in(cast.ADMIN)
    here = {"room": "journey", "language": "en"}
    with cast.acting(cast.ADVISER):
        words = next(each for each in everything() if (each.key, each.language) == ("journey.glad", "en"))
    told = here | {
        "key": words.key,
        "fingerprint": words.fingerprint,
        "propose": "1",
        "once": str(uuid.uuid4()),
    }
    blank = client.post("/wording/", told | {"instead": " ", "once": str(uuid.uuid4())}, follow=True)
    assert "Nothing was changed" in blank.content.decode()
    for _click in range(2):
        client.post("/wording/", told | {"instead": "You are welcome here."})
    page = client.get("/wording/", here).content.decode()
    assert page.count("You are welcome here.") == 1 and "reviewed by survivors" not in page
    kept = admin.get("/program/words/").content.decode()
    assert "You are welcome here." in kept
    with cast.acting(cast.ADMIN):
        assert ProposedWording.objects.count() == 1
        row = ProposedWording.objects.get().pk
    assert client.post("/program/words/", {"settled": str(row)}).status_code == 403
    assert admin.post("/program/words/", {"settled": str(uuid.uuid4())}).status_code == 404
    assert admin.post("/program/words/", {"settled": str(row)}).status_code == 302
    assert "You are welcome here." not in admin.get("/program/words/").content.decode()


@pytest.mark.parametrize("member", [member for member in cast.CAST if member != cast.ADVISER])
def test_nobody_else_proposes_words(member: cast.Member) -> None:
    with (
        cast.acting(member),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(
            "insert into core.agency_proposedwording (id, key, language, fingerprint, words, at, by_id)"
            " values (gen_random_uuid(), 'x', 'en', 'x', 'x', now(), %s)",
            [member.id],
        )


def test_made_up_words_are_not_stamped() -> None:
    assert cast.signed_in(cast.ADVISER).post("/wording/", {"key": "no.such"}).status_code == 404


def test_today_leads_the_adviser_there() -> None:
    client = cast.signed_in(cast.ADVISER)
    assert 'href="/wording/"' in client.get("/").content.decode()
    with cast.acting(cast.ADVISER) as by:
        for each in everything():
            if each.language == "en":
                stamp_wording(by=by, key=each.key, language="en", fingerprint=each.fingerprint)
    page = client.get("/").content.decode()
    assert "/wording/?room=" not in page and "Everything in this language is reviewed." in page
    assert 'href="/wording/"' in page, "other languages wait there"
