"""Words in notes: found by those who may read the note, and by nobody else."""

import uuid
from datetime import timedelta

import pytest

from alongside import clock
from alongside.connection.actions import remove_note
from alongside.connection.models import Note
from alongside.connection.queries import found_in_notes, search
from alongside.trail.models import TrailEntry
from tests import cast
from tests.desk import make
from tests.desk.counting import counted

ADDRESS = "/search/notes/"


@pytest.mark.parametrize("asked", ["umbrella", "BLUE umb", "umbrélla door", "paraguas"])
def test_words_in_notes_of_my_people_are_found(asked: str) -> None:
    person = make.person()
    make.note(person, "A blue umbrella stood by the door.")
    make.note(person, "Un paraguas azul.")
    page = cast.signed_in(cast.CM1).post(ADDRESS, {"q": asked}).content.decode()
    note = Note.objects.none()
    with cast.acting(cast.CM1):
        note = next(
            each
            for each in Note.objects.filter(participant_id=person)
            if ("paraguas" in each.happened) == (asked == "paraguas")
        )
    assert f"/notes/{note.pk}/" in page
    assert "Lantérn" in page


@pytest.mark.parametrize(
    "member", [cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN, cast.ADVISER]
)
def test_a_stranger_finds_no_word(member: cast.Member) -> None:
    make.note(make.person(), "A blue umbrella stood by the door.")
    answer = cast.signed_in(member).post(ADDRESS, {"q": "umbrella"})
    assert answer.status_code == (200 if member == cast.CM3 else 403)
    assert "stood by the door" not in answer.content.decode()
    assert cast.nobody().post(ADDRESS, {"q": "umbrella"}).status_code in (302, 401)
    with cast.acting(cast.CM1):
        assert len(found_in_notes("umbrella").notes) == 1


def test_every_word_must_stand_there_and_a_note_taken_away_is_not_found() -> None:
    person = make.person()
    make.note(person, "A blue umbrella stood by the door.")
    client = cast.signed_in(cast.CM1)
    assert (
        "No note of the people you walk with" in client.post(ADDRESS, {"q": "blue window"}).content.decode()
    )
    with cast.acting(cast.CM1) as by:
        remove_note(by=by, participant=person, note=Note.objects.get(participant_id=person).pk)
        assert found_in_notes("umbrella").notes == []


def test_what_was_asked_is_in_no_address_and_no_trail() -> None:
    make.note(make.person(), "A blue umbrella stood by the door.")
    client = cast.signed_in(cast.CM1)
    assert 'value="parasol' not in client.get(f"{ADDRESS}?q=parasol").content.decode()
    client.post(ADDRESS, {"q": "umbrella"})
    with cast.acting(cast.CM1):
        rows = TrailEntry.objects.filter(act="search_notes")
        assert [(row.chain, row.kind, row.ref) for row in rows] == [(cast.CM1.id, "", None)]


def test_the_newest_are_opened_and_the_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    person = make.person()
    make.note(person, "A blue umbrella, long ago.", clock.now() - timedelta(days=400))
    for days in (1, 2):
        make.note(person, "Nothing blue here.", clock.now() - timedelta(days=days))
    with cast.acting(cast.CM1):
        bounded = found_in_notes("umbrella", most_opened=2)
        assert (bounded.notes, bounded.is_all) == ([], False)
        assert found_in_notes("umbrella").is_all
        found = found_in_notes("blue").notes
        assert [each.at for each in found] == sorted((each.at for each in found), reverse=True)
    monkeypatch.setattr(search, "MOST_FOUND", 1)
    page = cast.signed_in(cast.CM1).post(ADDRESS, {"q": "blue"}).content.decode()
    assert page.count('<a href="/notes/') == 1 and "The newest are shown" in page


def test_the_queries_do_not_grow_with_the_notes() -> None:
    people = [make.person(f"Person {number}") for number in range(3)]
    client = cast.signed_in(cast.CM1)
    client.post(ADDRESS, {"q": "umbrella"})  # the first page of a session reads what later ones need not
    counts = []
    for _each in range(2):
        for person in people:
            make.note(person, "A blue umbrella stood by the door.")
        with counted() as queries:
            assert client.post(ADDRESS, {"q": "umbrella"}).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


def test_words_of_any_script_are_found_around_their_place() -> None:
    person = make.person()
    words = "ሰላም " * 60 + "ዣንጥላ በሩ አጠገብ" + " ሰላም" * 60
    make.note(person, words)
    with cast.acting(cast.CM1):
        (found,) = found_in_notes("ዣንጥላ").notes
    assert "ዣንጥላ" in found.around and len(found.around) < 200
    assert found.participant == person and found.note != uuid.UUID(int=0)


def test_notes_beyond_the_first_that_are_fetched_are_found_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many notes are fetched at once; several of one moment stand on either side of such a border."""
    monkeypatch.setattr(search, "AT_ONCE", 2)
    person = make.person()
    kept = [make.note(person, f"A blue umbrella, number {number}.") for number in range(5)]
    with cast.acting(cast.CM1):
        found = found_in_notes("umbrella")
    assert found.is_all and len({each.note for each in found.notes}) == len(kept) == 5
    assert all(each.at.tzinfo is not None for each in found.notes)
