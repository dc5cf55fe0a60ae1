"""The words of the guard: read by all staff, worded by three roles, and never a word about anybody."""

import json
import re
import uuid

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from alongside.access.acts import NotAllowed
from alongside.keeping.rules import ChangedMeanwhile
from alongside.practice import queries, rules
from alongside.practice.actions import (
    add_wording_suggestion,
    edit_wording_suggestion,
    switch_wording_suggestion,
)
from alongside.practice.models import WordingSuggestion
from alongside.practice.reference import WORDS, load
from alongside.trail.models import TrailEntry
from tests import cast
from tests.people import lantern

EDITORS = [cast.PRACTICE, cast.ADMIN, cast.ADVISER]
OTHERS = [each for each in cast.CAST if each not in EDITORS]
TOLD = {
    "language": "en",
    "phrases": "grumpy, (is/was) sulky",
    "options": "said little\nasked for ___",
    "why": "Moods.",
}


def entry(key: str = "refused", language: str = "en") -> WordingSuggestion:
    """One of the entries we suggest."""
    with cast.acting(cast.CM1):
        return WordingSuggestion.objects.get(key=key, language=language)


def listed(client: Client) -> dict[str, dict[str, object]]:
    """What the page's script is given, by its words."""
    answer = client.get("/guard/words/")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return {each["phrases"]: each for each in json.loads(answer.content)["entries"]}


@pytest.mark.parametrize("member", cast.CAST)
def test_everybody_is_given_the_list_and_reads_it(member: cast.Member) -> None:
    client = cast.signed_in(member)
    assert "refused, had refused" in listed(client)
    shown = client.get("/guard/?language=en").content.decode()
    assert "The choice is theirs" in shown
    assert ("Add words" in shown) is (member in EDITORS)
    assert "se negó" in client.get("/guard/?language=es").content.decode()
    assert 'href="/guard/"' in client.get("/practice/").content.decode()


def test_nobody_is_asked_to_sign_in() -> None:
    for address in ("/guard/", "/guard/words/", "/guard/new/", f"/guard/{entry().pk}/"):
        assert cast.nobody().get(address).headers["Location"].startswith("/sign-in/")


def test_the_list_says_nothing_about_anybody() -> None:
    lantern()
    told = cast.signed_in(cast.CM1).get("/guard/words/").content.decode()
    assert "Lantern" not in told
    assert "Riverbend" in told  # the agency's own names are left alone by the guard
    assert {field.name for field in WordingSuggestion._meta.concrete_fields} == {
        "id", "key", "language", "place", "phrases", "fine", "why", "options", "names", "plans", "off", "version",
        "changed_at", "changed_by",
    }  # fmt: skip


@pytest.mark.parametrize("member", OTHERS)
def test_others_word_nothing(member: cast.Member) -> None:
    row, client = entry(), cast.signed_in(member)
    for address in ("/guard/new/", f"/guard/{row.pk}/"):
        assert client.get(address).status_code == 403
        assert client.post(address, TOLD).status_code == 403
    for address in (f"/guard/{row.pk}/off/", f"/guard/{row.pk}/on/"):
        assert client.post(address).status_code == 403
    words = rules.Guarded("grumpy", "Moods.", "said little")
    with cast.acting(member) as by, connection.cursor() as cursor:
        with pytest.raises(NotAllowed):
            add_wording_suggestion(by=by, entry=uuid.uuid4(), language="en", words=words)
        with pytest.raises(NotAllowed):
            edit_wording_suggestion(by=by, entry=row.pk, words=words, version=1)
        with pytest.raises(NotAllowed):
            switch_wording_suggestion(by=by, entry=row.pk, off=True)
        cursor.execute("update core.practice_wordingsuggestion set phrases = 'x'")
        assert cursor.rowcount == 0
        for statement in (
            "delete from core.practice_wordingsuggestion",
            "insert into core.practice_wordingsuggestion (id, key, language, place, phrases, fine, why, options, names,"
            " plans, off, version) values (gen_random_uuid(), 'x', 'en', 1, 'x', '', 'x', 'x', false, false, false, 1)",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)


@pytest.mark.parametrize("member", EDITORS)
def test_an_editor_adds_rewords_switches_off_and_brings_back(member: cast.Member) -> None:
    client, once = cast.signed_in(member), str(uuid.uuid4())
    for _click in range(2):
        answer = client.post("/guard/new/?language=en", {**TOLD, "once": once})
        assert answer.headers["Location"] == "/guard/?language=en"
    given = listed(client)[TOLD["phrases"]]
    assert given["options"] == ["said little", "asked for ___"]
    with cast.acting(member):
        row = WordingSuggestion.objects.get(pk=once)
        assert (row.version, row.off) == (1, False)
        assert TrailEntry.objects.filter(act="add_wording_suggestion", outcome="done").exists()
    page = client.get(f"/guard/{once}/").content.decode()
    assert "Try a sentence" in page
    told = {**TOLD, "phrases": "grumpy", "plans": "on", "version": "1"}
    assert client.post(f"/guard/{once}/", told).status_code == 302
    assert listed(client)["grumpy"]["plans"] is True
    answer = client.post(f"/guard/{once}/off/", follow=True)
    assert "Switched off: these words get no hint." in answer.content.decode()
    assert f'action="/guard/{once}/on/"' in answer.content.decode()
    assert "grumpy" not in listed(client)
    assert client.post(f"/guard/{once}/on/").status_code == 302
    assert "grumpy" in listed(client)


def test_a_change_from_another_desk_is_shown_and_not_written_over() -> None:
    row, client = entry(), cast.signed_in(cast.ADVISER)
    with cast.acting(cast.PRACTICE) as by:
        edit_wording_suggestion(
            by=by, entry=row.pk, words=rules.Guarded("declined to", "Why.", "said no"), version=1
        )
        with pytest.raises(ChangedMeanwhile):
            edit_wording_suggestion(by=by, entry=row.pk, words=rules.Guarded("x", "y", "z"), version=1)
    answer = client.post(f"/guard/{row.pk}/", {**TOLD, "version": "1"})
    assert answer.status_code == 409
    assert "declined to" in answer.content.decode()
    assert "grumpy" in answer.content.decode()


@pytest.mark.parametrize("empty", ["phrases", "options", "why"])
def test_what_a_hint_needs_is_asked_for_kindly(empty: str) -> None:
    answer = cast.signed_in(cast.PRACTICE).post(
        "/guard/new/", {**TOLD, empty: " , " if empty == "phrases" else " "}
    )
    assert answer.status_code == 422
    assert "Everything else you wrote is still here." in answer.content.decode()
    assert cast.signed_in(cast.PRACTICE).get(f"/guard/{uuid.uuid4()}/").status_code == 404


def test_what_the_agency_changed_stays_when_the_list_is_loaded_again() -> None:
    row = entry()
    with cast.acting(cast.ADVISER) as by:
        edit_wording_suggestion(
            by=by, entry=row.pk, words=rules.Guarded("only this", "Why.", "said no"), version=1
        )
        switch_wording_suggestion(by=by, entry=entry("victim").pk, off=True)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        load()  # the next set-up leaves the agency's words alone
        cursor.execute("set local role alongside_desk")
    assert entry().phrases == "only this"
    assert entry("victim").off


def test_a_staff_blank_asks_for_hints_and_a_participant_s_own_does_not() -> None:
    person = lantern()
    page = cast.signed_in(cast.CM1).get("/note/").content.decode()
    assert 'data-guard-url="/guard/words/"' in page
    blanks = re.findall(r"<textarea[^>]*>", page)
    assert any("data-guard=" in each for each in blanks)
    sheet = cast.signed_in(cast.CM1).get(f"/people/{person}/goals/").content.decode()
    for each in re.findall(r"<textarea[^>]*>", sheet):
        assert ("data-guard=" in each) is ("blank ours" in each)


@pytest.mark.no_database
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_entry_says_why_and_offers_words_that_fit(language: str) -> None:
    assert len(WORDS[language]) > 40
    for key, said in WORDS[language].items():
        assert rules.several(said.phrases), key
        assert 0 < len(said.why) <= 200, key
        assert 1 <= len(said.options) <= 3, key
        assert re.fullmatch(r"[a-z-]{2,40}", key), key
        assert said.phrases.count("(") == said.phrases.count(")"), key


def test_the_whole_list_is_one_question() -> None:
    with cast.acting(cast.CM1):
        assert queries.names_spared() == sorted(queries.names_spared())
        assert len(list(queries.guarded())) == sum(map(len, WORDS.values()))


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("(is/was) resistant", "resistant"),
        ("refuse/refuses to leave", "refuse to leave"),
        ("no-show", "no-show"),
    ],
)
def test_a_phrase_is_listed_as_it_is_mostly_written(phrase: str, shown: str) -> None:
    assert rules.plainly(phrase) == shown
