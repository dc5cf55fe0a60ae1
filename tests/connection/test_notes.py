"""Keeping, amending, taking away and bringing back notes; their own statement beside one."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from alongside import clock
from alongside.connection import rules
from alongside.connection.actions import (
    add_statement,
    amend_note,
    log_contact,
    mark_for_participant,
    remove_note,
    restore_note,
)
from alongside.connection.models import Note, NoteStatement, NoteVersion, ServiceGiven
from alongside.connection.queries import last_in_touch, latest_notes, note_named
from alongside.keeping.rules import ChangedMeanwhile, KeptAlready, NothingWritten
from alongside.participants.models import Moment
from tests import cast
from tests.connection import make

ANY_SCRIPT = "ሰላም ነው። قالت: “لا أريد” 🕊️ it's <b>O'Brien</b> & “co”\n\tline two "


def amended(about: uuid.UUID, kept: Note, seen: int | None, **said: object) -> Note:
    words = {"happened": "", "responded": "", "kind": "met", "minutes": None, "services": []} | said
    with cast.acting(cast.CM1) as by:
        return amend_note(by=by, participant=about, note=kept.pk, seen=seen, **words)  # type: ignore[arg-type]


def test_a_note_needs_no_goal_no_task_and_no_outcome() -> None:
    kept = make.note(make.person())
    assert (kept.happened, kept.responded, kept.minutes) == ("We read the letter.", "", None)
    assert kept.participant_can_see


@pytest.mark.parametrize(
    "said", [{"happened": "x"}, {"responded": "x"}, {"minutes": 20}, {"services": ["emotional_support"]}]
)
def test_any_one_of_them_alone_is_enough(said: dict[str, object]) -> None:
    about = make.person()
    if "services" in said:
        said = {"services": [make.services()["emotional_support"]]}
    kept = make.note(about, **{"happened": "", **said})
    with cast.acting(cast.CM1):
        assert [each.pk for each in latest_notes(about)] == [kept.pk]


def test_a_note_without_anything_asks_for_a_word() -> None:
    with pytest.raises(NothingWritten):
        make.note(make.person(), happened=" \n ", kind="no_answer")


def test_a_note_tells_of_what_was() -> None:
    about = make.person()
    with pytest.raises(rules.StillToCome):
        make.note(about, at=clock.now() + timedelta(hours=1))
    long_ago = clock.now() - timedelta(days=4 * 365)
    assert make.note(about, at=long_ago).at == long_ago


def test_a_double_click_keeps_one_note_and_other_words_are_never_swallowed() -> None:
    about, once = make.person(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        first = log_contact(by=by, participant=about, note=once, happened="one")
        again = log_contact(by=by, participant=about, note=once, happened="one")
        assert first.pk == again.pk
        assert Moment.objects.filter(ref=once).count() == 1
        with pytest.raises(KeptAlready):
            log_contact(by=by, participant=about, note=once, happened="two")
        assert Note.objects.get(pk=once).happened == "one"


def test_words_in_any_script_and_of_any_length_come_back_verbatim() -> None:
    words = (ANY_SCRIPT * 700)[:20_000]
    kept = make.note(make.person(), happened=words, responded=ANY_SCRIPT)
    with cast.acting(cast.CM1):
        fresh = Note.objects.get(pk=kept.pk)
        assert (fresh.happened, fresh.responded) == (words, ANY_SCRIPT)


def test_no_word_stands_open_in_the_table() -> None:
    about = make.person()
    kept = make.note(about, happened="lighthouse", responded="harbour")
    amended(about, kept, 1, happened="lamp")
    with cast.acting(cast.CM1) as by:
        add_statement(by=by, participant=about, note=kept.pk, statement=uuid.uuid4(), words="my own keys")
        with connection.cursor() as cursor:
            for table in ("note", "noteversion", "notestatement"):
                cursor.execute(f"select t::text from core.connection_{table} t")
                rows = " ".join(row[0] for row in cursor.fetchall())
                for word in ("lighthouse", "harbour", "lamp", "my own keys"):
                    assert word.encode().hex() not in rows
                    assert word not in rows


def test_an_amended_note_keeps_both_versions() -> None:
    about, dental = make.person(), make.services()["dental"]
    kept = make.note(about, happened="Client said no", minutes=10, services=[dental])
    then = clock.now() - timedelta(days=2)
    now = amended(about, kept, 1, happened="She chose not to go", minutes=20, at=then)
    assert now.version == 2
    with cast.acting(cast.CM1):
        before = NoteVersion.objects.get(note=kept)
        assert (before.happened, before.minutes, before.services) == ("Client said no", 10, [dental])
        assert Note.objects.get(pk=kept.pk).happened == "She chose not to go"
        assert not ServiceGiven.objects.exists()
        assert Moment.objects.get(ref=kept.pk).at == then


def test_two_amendments_never_overwrite_each_other() -> None:
    about = make.person()
    kept = make.note(about)
    amended(about, kept, 1, happened="hers")
    with pytest.raises(ChangedMeanwhile):
        amended(about, kept, 1, happened="mine")
    assert amended(about, kept, 1, happened="hers").version == 2  # the same words again: a double click
    assert amended(about, kept, 2, happened="mine").version == 3
    with cast.acting(cast.CM1):
        assert [each.happened for each in NoteVersion.objects.order_by("version")] == [
            "We read the letter.",
            "hers",
        ]


def test_a_note_taken_away_comes_back_for_thirty_days() -> None:
    about = make.person()
    kept = make.note(about)
    with cast.acting(cast.CM1) as by:
        gone = remove_note(by=by, participant=about, note=kept.pk)
        assert latest_notes(about) == []
        restore_note(by=by, participant=about, note=kept.pk)
        assert len(latest_notes(about)) == 1
        remove_note(by=by, participant=about, note=kept.pk)
        assert gone.removed_at is not None
        with clock.stopped_at(gone.removed_at + timedelta(days=29)):
            assert note_named(kept.pk) is not None
        with clock.stopped_at(gone.removed_at + timedelta(days=31)):
            assert note_named(kept.pk) is None
            assert restore_note(by=by, participant=about, note=kept.pk).removed_at is not None


def test_the_marker_for_the_participant_turns() -> None:
    about = make.person()
    kept = make.note(about)
    for can_see in (False, True):
        with cast.acting(cast.CM1) as by:
            mark_for_participant(by=by, participant=about, note=kept.pk, participant_can_see=can_see)
            assert Note.objects.get(pk=kept.pk).participant_can_see is can_see


def test_their_statement_stands_beside_the_note_once() -> None:
    about, once = make.person(), uuid.uuid4()
    kept = make.note(about)
    for _click in (1, 2):
        with cast.acting(cast.CM1) as by:
            add_statement(by=by, participant=about, note=kept.pk, statement=once, words=ANY_SCRIPT)
    with cast.acting(cast.CM1) as by:
        assert NoteStatement.objects.get().words == ANY_SCRIPT
        with pytest.raises(NothingWritten):
            add_statement(by=by, participant=about, note=kept.pk, statement=uuid.uuid4(), words=" ")


def test_reaching_out_in_vain_is_not_being_in_touch() -> None:
    about = make.person()
    met = make.note(about, at=clock.now() - timedelta(days=9))
    make.note(about, kind="no_answer")
    make.note(about, kind="without")
    with cast.acting(cast.CM1):
        assert last_in_touch([about]) == {about: met.at}
