"""Before a first meeting: notes by language or community, never kept as something about the person."""

import uuid

import pytest
from django.db import connection

from alongside.participants.actions import write_details
from alongside.participants.models import Details
from alongside.partners.actions import write_preparation
from alongside.trail.models import TrailEntry
from tests import cast
from tests.attacks.catalogue import tables
from tests.desk.counting import counted
from tests.frontdoor.make import a_call
from tests.people import lantern

STRANGERS = [
    (cast.CM3, 404), (cast.ON_CALL, 403), (cast.DROP_IN, 403), (cast.DIRECTOR, 403), (cast.ADMIN, 403), (None, 302),
]  # fmt: skip


def notes() -> None:
    with cast.acting(cast.CM1) as by:
        for languages, community, words in (
            (("Amharic",), "", "Fasting days."),
            (("Persian",), "", "Tea first."),
            ((), "Orthodox Tewahedo", "Ask whom she trusts."),
        ):
            write_preparation(by=by, note=uuid.uuid4(), languages=languages, community=community, words=words)


def speaking(languages: str) -> uuid.UUID:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, languages=languages, interpreter="a woman, by phone")
    return person


@pytest.mark.parametrize("languages", ["Amharic, some English", "አማርኛ, some English"])
def test_what_they_speak_brings_the_notes_that_fit(languages: str) -> None:
    notes()
    page = cast.signed_in(cast.CM1).get(f"/people/{speaking(languages)}/preparing/").content.decode()
    assert "Do not assume - ask." in page and "a woman, by phone" in page
    assert "Fasting days." in page and "It may not fit this person." in page
    assert "Tea first." not in page and "Ask whom she trusts." not in page


def test_what_is_asked_for_is_found_and_kept_nowhere() -> None:
    notes()
    person = speaking("Amharic")
    client, at = cast.signed_in(cast.CM1), f"/people/{person}/preparing/"
    answer = client.post(at, {"asked": "Orthodox Tewahedo"})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Ask whom she trusts." in page and "Fasting days." in page
    with cast.acting(cast.CM1):
        assert Details.objects.get(participant_id=person).languages == "Amharic"
        kept = ""
        with connection.cursor() as cursor:
            cursor.execute("set local role alongside_backup")
            for table, columns in tables():
                if "participant_id" in columns and table not in (
                    "core.participants_aliastoken",
                    "core.participants_likeness",
                    "vault.vault_key",
                ):
                    cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from {table} t")
                    kept += cursor.fetchone()[0]
            cursor.execute("set local role alongside_desk")
        assert str(person) in kept and "Tewahedo" not in kept
        entry = TrailEntry.objects.filter(act="open_preparing")[0]
        assert entry.chain == person
    assert "Ask whom she trusts." not in client.get(at).content.decode()
    assert (
        "Asking is always right" in client.post(f"/people/{speaking('Twi')}/preparing/", {}).content.decode()
    )


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_learns_nothing(member: cast.Member | None, status: int) -> None:
    notes()
    person = speaking("Amharic")
    answer = (cast.signed_in(member) if member else cast.nobody()).get(f"/people/{person}/preparing/")
    assert answer.status_code == status
    for word in ("Amharic", "Fasting", "by phone"):
        assert word not in answer.content.decode()


def test_it_is_reached_from_where_one_prepares() -> None:
    person = speaking("Amharic")
    assert (
        f"/people/{person}/preparing/"
        in cast.signed_in(cast.CM1).get(f"/people/{person}/welcome/").content.decode()
    )
    contact = a_call()
    assert (
        "/partners/preparing/" in cast.signed_in(cast.ON_CALL).get(f"/contacts/{contact}/").content.decode()
    )


def test_it_asks_no_more_with_many_notes() -> None:
    person = speaking("Amharic")
    client = cast.signed_in(cast.CM1)
    notes()
    client.get(f"/people/{person}/preparing/")
    times = []
    for _each in range(2):
        with counted() as found:
            client.get(f"/people/{person}/preparing/")
        times.append(len(found))
        notes()
    assert times[0] == times[1] <= 8, times
