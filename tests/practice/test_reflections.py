"""A reflection is its author's alone: by address, by act, by SQL, in the trail and in a dump."""

import re
import uuid
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import trail
from alongside.access.acts import NotAllowed
from alongside.connection.actions import log_contact
from alongside.connection.models import Note
from alongside.drafts.actions import save_draft
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten
from alongside.participants.actions import write_details
from alongside.participants.models import Moment
from alongside.practice import queries
from alongside.practice.actions import change_reflection, delete_reflection, write_reflection
from alongside.practice.models import Reflection
from alongside.practice.rules import Reflected
from alongside.trail.models import TrailEntry
from alongside.vault import ring
from alongside.vault.models import Key
from alongside.vault.ring import NoKey
from tests import cast
from tests.people import lantern

SECRET = "I was afraid of her silence"
OTHERS = [each for each in cast.CAST if each is not cast.CM1]


def mine(**words: str) -> uuid.UUID:
    reflection = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        write_reflection(by=by, reflection=reflection, words=Reflected(**(words or {"unsure": SECRET})))
        trail.flush()
    return reflection


@pytest.mark.parametrize("member", OTHERS)
def test_nobody_else_opens_changes_or_deletes_it(member: cast.Member) -> None:
    row = mine()
    client = cast.signed_in(member)
    expected = 403 if member is cast.ADVISER else 404
    for address in (f"/reflections/{row}/", f"/reflections/{row}/delete/"):
        assert client.get(address).status_code == expected
        assert client.post(address, {"unsure": "x", "anyway": "1"}).status_code == expected
    listed = client.get("/reflections/")
    assert SECRET not in listed.content.decode()
    assert str(row) not in listed.content.decode()
    with cast.acting(cast.CM1):
        assert Reflection.objects.get().unsure == SECRET


@pytest.mark.parametrize("member", OTHERS)
def test_nobody_else_finds_a_word_or_a_key_by_sql(member: cast.Member) -> None:
    row = mine()
    with cast.acting(cast.CM1):
        key_id = Reflection.objects.get(pk=row).key_id
    with cast.acting(member) as by, connection.cursor() as cursor:
        assert not Reflection.objects.exists()
        assert not Key.objects.filter(key_id=key_id).exists()
        with pytest.raises(NoKey):
            ring.key(key_id)
        for statement in (
            "update core.practice_reflection set version = 9",
            "delete from core.practice_reflection",
        ):
            cursor.execute(statement)
            assert cursor.rowcount == 0
        delete_if_one_may(by, row)
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(
                "insert into core.practice_reflection (id, key_id, by_id, at, version, expected, urgency, unsure,"
                " body, well, bring) values (gen_random_uuid(), %s, %s, now(), 1, '', '', '', '', '', '')",
                [key_id, cast.CM1.id],
            )
    with cast.acting(cast.CM1):
        assert Reflection.objects.filter(pk=row).exists()


def delete_if_one_may(by: Any, row: uuid.UUID) -> None:
    if by is cast.ADVISER.actor or by.id == cast.ADVISER.id:
        with pytest.raises(NotAllowed):
            delete_reflection(by=by, reflection=row)
    else:
        delete_reflection(by=by, reflection=row)


@pytest.mark.parametrize("role", ["worker", "portal", "workspace"])
def test_no_other_role_of_the_database_may_look(role: str) -> None:
    mine()
    with connection.cursor() as cursor:
        cursor.execute(
            "select has_any_column_privilege(%s, 'core.practice_reflection', 'select')", [f"alongside_{role}"]
        )
        assert cursor.fetchone() == (False,)


def test_a_dump_holds_no_word_and_no_key() -> None:
    row = mine()
    with connection.cursor() as cursor:
        cursor.execute(
            "select has_any_column_privilege('alongside_backup', 'core.practice_reflection', 'select'),"
            " has_any_column_privilege('alongside_backup', 'vault.vault_key', 'select')"
        )
        assert cursor.fetchone() == (True, False)
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select t::text, t.unsure from core.practice_reflection t where id = %s", [row])
        text, sealed = cursor.fetchone()
        assert SECRET not in text
        assert SECRET.encode() not in bytes(sealed)
        assert SECRET.encode().hex() not in text
        cursor.execute("select count(*) from vault.vault_key where staff_id = %s", [cast.CM1.id])
        assert cursor.fetchone() == (1,)


def test_nobody_is_asked_to_sign_in() -> None:
    row = mine()
    for address in ("/reflections/", "/reflections/new/", f"/reflections/{row}/"):
        assert cast.nobody().get(address).headers["Location"].startswith("/sign-in/")


def test_the_trail_names_the_act_on_ones_own_chain_and_no_word() -> None:
    person = lantern()
    row = mine()
    client = cast.signed_in(cast.CM1)
    client.get(f"/reflections/{row}/")
    with cast.acting(cast.CM1) as by:
        delete_reflection(by=by, reflection=row)
        trail.flush()
        entries = TrailEntry.objects.filter(act__contains="reflection")
        assert {entry.act for entry in entries} == {
            "write_reflection",
            "open_reflection",
            "delete_reflection",
        }
        assert {entry.chain for entry in entries} == {cast.CM1.id}
        assert not Moment.objects.filter(participant_id=person, room="practice").exists()
    with cast.acting(cast.SUPERVISOR):
        assert not TrailEntry.objects.filter(act__contains="reflection").exists()


def test_no_page_of_anybody_finds_it() -> None:
    person = lantern()
    mine()
    for member in (cast.CM1, cast.SUPERVISOR, cast.DIRECTOR, cast.ADMIN):
        client = cast.signed_in(member)
        for address in (
            "/",
            "/people/",
            f"/people/{person}/",
            f"/people/{person}/record/",
            "/program/activity/",
        ):
            assert SECRET not in client.get(address).content.decode()
        assert SECRET not in client.post("/search/", {"q": "afraid"}).content.decode()


def test_its_author_writes_reads_and_changes_it() -> None:
    client = cast.signed_in(cast.CM1)
    begun = client.get("/reflections/new/").content.decode()
    assert "a court could still order it opened" in begun
    for prompt in ("What did I expect?", "What did my body do?", "What would I like to bring to someone?"):
        assert prompt in begun
    once = str(uuid.uuid4())
    for _click in range(2):
        answer = client.post("/reflections/new/", {"unsure": SECRET, "body": "ልቤ", "once": once})
        assert answer.headers["Location"] == "/reflections/"
    with cast.acting(cast.CM1):
        row = Reflection.objects.get()
    assert SECRET in client.get("/reflections/").content.decode()
    kept = client.get(f"/reflections/{row.pk}/").content.decode()
    assert SECRET in kept
    assert "ልቤ" in kept
    told = {"unsure": "less now", "version": "1"}
    assert client.post(f"/reflections/{row.pk}/", told).status_code == 302
    answer = client.post(f"/reflections/{row.pk}/", {"unsure": "another tab", "version": "1"})
    assert answer.status_code == 409
    assert "less now" in answer.content.decode()
    assert "another tab" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert (Reflection.objects.get().unsure, Reflection.objects.get().body) == ("less now", "")


def test_deleting_asks_once_and_is_for_good() -> None:
    row = mine()
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1) as by:
        save_draft(by=by, form=f"practice.reflection:{row}", fields={"unsure": ["half a word"]})
    asked = client.get(f"/reflections/{row}/delete/").content.decode()
    assert "cannot come back" in asked
    assert "until that backup is replaced" in asked
    assert client.post(f"/reflections/{row}/delete/").status_code == 302
    assert client.get(f"/reflections/{row}/").status_code == 404
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        assert not Reflection.objects.exists()
        cursor.execute("select count(*) from core.drafts_draft")
        assert cursor.fetchone() == (0,)


def test_nothing_written_is_not_kept() -> None:
    answer = cast.signed_in(cast.CM1).post("/reflections/new/", {"unsure": "  "})
    assert answer.status_code == 422
    assert "One word in any of these is enough" in answer.content.decode()
    with cast.acting(cast.CM1) as by:
        with pytest.raises(NothingWritten):
            write_reflection(by=by, reflection=uuid.uuid4(), words=Reflected())
        assert not Reflection.objects.exists()


@pytest.mark.parametrize("said", ["Why did Lantérn wait?", "LANTERN.", "about Marta, again"])
def test_a_name_within_reach_is_pointed_out_and_may_stay(said: str) -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, name="Marta")
    client = cast.signed_in(cast.CM1)
    warned = client.post("/reflections/new/", {"unsure": said})
    assert warned.status_code == 422
    assert "This could point to somebody" in warned.content.decode()
    assert said in warned.content.decode()
    with cast.acting(cast.CM1):
        assert not Reflection.objects.exists()
    assert client.post("/reflections/new/", {"unsure": said, "anyway": "1"}).status_code == 302
    with cast.acting(cast.CM1):
        assert Reflection.objects.get().unsure == said


def test_words_that_only_hold_a_name_are_no_name_and_strangers_learn_nothing() -> None:
    lantern()
    told = {"unsure": "lanterns everywhere"}
    assert cast.signed_in(cast.CM1).post("/reflections/new/", told).status_code == 302
    # Whoever has no reach is told of no alias: a warning would say that somebody is known here.
    told = {"unsure": "Lantern"}
    assert cast.signed_in(cast.CM3).post("/reflections/new/", told).status_code == 302
    assert cast.signed_in(cast.DIRECTOR).post("/reflections/new/", told).status_code == 302


def test_the_adviser_writes_none() -> None:
    with cast.acting(cast.ADVISER) as by, pytest.raises(NotAllowed):
        write_reflection(by=by, reflection=uuid.uuid4(), words=Reflected(unsure="x"))
    assert "My reflections" not in cast.signed_in(cast.ADVISER).get("/practice/").content.decode()


def test_a_change_from_another_tab_is_not_written_over() -> None:
    row = mine()
    with cast.acting(cast.CM1) as by:
        change_reflection(by=by, reflection=row, words=Reflected(unsure="two"), version=1)
        with pytest.raises(ChangedMeanwhile):
            change_reflection(by=by, reflection=row, words=Reflected(unsure="three"), version=1)
        assert [each.unsure for each in queries.reflections(by)] == ["two"]
        assert queries.reflection_named(by, uuid.uuid4()) is None


# Beside a note --------------------------------------------------------------------------------------------


def kept_note(person: uuid.UUID) -> uuid.UUID:
    note = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        log_contact(by=by, participant=person, note=note, happened="Five hours at the courthouse.")
        trail.flush()
    return note


def beside(note: uuid.UUID, member: cast.Member = cast.CM1) -> None:
    client = cast.signed_in(member)
    begun = client.get(f"/reflections/new/?note={note}").content.decode()
    found = re.search(r'name="beside" value="([^"]*)"', begun)
    told = {"unsure": SECRET, "beside": found[1] if found else "", "anyway": "1"}
    assert client.post("/reflections/new/", told).status_code == 302


def test_a_reflection_is_begun_beside_any_note() -> None:
    note = kept_note(lantern())
    client = cast.signed_in(cast.CM1)
    read = client.get(f"/notes/{note}/").content.decode()
    assert f'href="/reflections/new/?note={note}"' in read
    beside(note)
    assert f'href="/notes/{note}/"' in client.get("/reflections/").content.decode()
    with cast.acting(cast.CM1):
        row = Reflection.objects.get().pk
    assert f'href="/notes/{note}/"' in client.get(f"/reflections/{row}/").content.decode()


def test_a_quick_note_leads_on_to_a_reflection() -> None:
    client = cast.signed_in(cast.CM1)
    told = {"participant": str(lantern()), "happened": "Court again.", "tags": ["court"], "next": "/people/"}
    answer = client.post("/note/", told)
    with cast.acting(cast.CM1):
        note = Note.objects.get().pk
    assert answer.headers["Location"] == "/pause/?next=%2Fpeople%2F"
    assert f'href="/reflections/new/?note={note}"' in client.get(answer.headers["Location"]).content.decode()


def test_nobody_can_tell_which_note_somebody_reflected_on() -> None:
    note = kept_note(lantern())
    beside(note)
    for member in (cast.CM2, cast.SUPERVISOR):
        client = cast.signed_in(member)
        assert SECRET not in client.get(f"/notes/{note}/").content.decode()
        with cast.acting(member):
            assert not Reflection.objects.exists()
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select to_jsonb(r)::text from core.practice_reflection r")
        [(row,)] = cursor.fetchall()
    assert not [told for told in (str(note), note.hex, str(note).encode().hex()) if told in row]
    with cast.acting(cast.SUPERVISOR):
        told = TrailEntry.objects.filter(act__contains="reflection")
        assert not [each for each in told if note in (each.ref, each.chain)]


def test_a_note_out_of_reach_is_no_place_to_reflect_and_is_not_told() -> None:
    note = kept_note(lantern())
    beside(note, cast.CM3)
    with cast.acting(cast.CM3):
        assert Reflection.objects.get().beside == ""
    shown = cast.signed_in(cast.CM3).get("/reflections/").content.decode()
    assert str(note) not in shown
