"""The set-up file: what an agency made of its house, without anybody in it; all of it taken over, or nothing."""

import json
import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from alongside.access.keeper import call
from alongside.agency.actions import choose_features, reword, set_nouns
from alongside.agency.models import Wording
from alongside.agency.nouns import Called
from alongside.connection.actions import save_service_kind
from alongside.connection.models import ServiceKind
from alongside.consent.actions import save_outing_words
from alongside.journey.actions import save_question
from alongside.journey.models import Question, QuestionVersion, QuestionWording
from alongside.journey.rules import Worded
from alongside.practice.actions import (
    add_card,
    add_wording_suggestion,
    save_topic,
    switch_wording_suggestion,
    word_card,
)
from alongside.practice.models import CardWording, TrainingTopic, WordingSuggestion
from alongside.practice.rules import Guarded
from tests import cast
from tests.house.places import Places


def give() -> bytes:
    answer = cast.signed_in(cast.ADMIN).get(reverse("program:give_set_up_file"))
    assert answer.status_code == 200 and answer["Content-Disposition"].endswith('"set-up.json"')
    return answer.content


def take(content: bytes) -> int:
    file = SimpleUploadedFile("set-up.json", content, content_type="application/json")
    return cast.signed_in(cast.ADMIN).post(reverse("program:set_up_file"), {"file": file}).status_code


def make_it_ours() -> None:
    """What an agency changes over time."""
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key="journey.glad", language="en", text="Sit with us a while ☕")
        reword(by=by, key="journey.minor", language="es", text="", hidden=True)
        set_nouns(by=by, noun="participant", language="en", called=Called("member", "members", "a"))
        choose_features(by=by, off=["drop_in"])
        save_service_kind(by=by, kind=uuid.uuid4(), name="A ride")
        save_question(
            by=by,
            key="own-good-day",
            section="what-matters",
            wordings={"en": Worded("What makes a day good?", "", "Wait."), "es": Worded("¿Un buen día?")},
            why="To plan around good days.",
        )
        save_outing_words(by=by, language="en", words="lighthouse*\nsurvivors")
    with cast.acting(cast.PRACTICE) as by:
        words = Guarded("off the wagon", "It sounds like a fall.", "drank again")
        add_wording_suggestion(by=by, entry=uuid.uuid4(), language="en", words=words)
        switch_wording_suggestion(
            by=by, entry=WordingSuggestion.objects.get(key="refusal", language="en").pk, off=True
        )
        save_topic(
            by=by, topic=None, name="Boats on the river", refresh_months=6, on_profile=False, hidden=False
        )
        ours = TrainingTopic.objects.get(key="safety")
        save_topic(by=by, topic=ours.pk, name="Safe ways", refresh_months=None, on_profile=False, hidden=True)
        card = CardWording.objects.filter(card__key="activated", language="en").get()
        word_card(
            by=by, card=card.card_id, language="en", title="Somebody went quiet", words="Wait.", version=1
        )
        add_card(by=by, card=uuid.uuid4(), language="en", title="The bus did not come", words="Sit down.")


def _as_new() -> None:
    """An agency that has made nothing of its own yet."""
    from alongside.connection.reference import load as services
    from alongside.consent.reference import load as sharing
    from alongside.journey.reference import load as questions
    from alongside.practice.reference import load as cards

    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("set constraints all immediate")
        cursor.execute(
            "truncate core.agency_wording, core.journey_question, core.journey_section,"
            " core.connection_servicekind, core.practice_card, core.practice_wordingsuggestion,"
            " core.practice_trainingtopic,"
            " core.consent_outingwords cascade"
        )
        cursor.execute("set constraints all deferred")
        services(), questions(), cards(), sharing()
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.ADMIN) as by:
        choose_features(by=by, off=[])


def test_what_one_agency_gives_another_takes_and_gives_on_unchanged() -> None:
    make_it_ours()
    file = give()
    _as_new()
    told = (
        "A ride",
        "went quiet",
        "lighthouse",
        "off the wagon",
        "Boats on the river",
        "Safe ways",
        "The bus did",
    )
    assert all(word in file.decode() and word not in give().decode() for word in told)
    assert take(file) == 302
    assert give() == file
    with cast.acting(cast.ADMIN):
        assert Question.objects.get(key="own-good-day").why == "To plan around good days."
        assert QuestionWording.objects.filter(text="¿Un buen día?").exists()
        assert CardWording.objects.filter(title="Somebody went quiet").exists()
        assert ServiceKind.objects.filter(name="A ride").exists()
        assert WordingSuggestion.objects.get(key="refusal", language="en").off
        assert not WordingSuggestion.objects.get(phrases="off the wagon").off
        safety = TrainingTopic.objects.get(key="safety")
        assert (safety.name, safety.refresh_months, safety.hidden) == ("Safe ways", None, True)
    assert cast.signed_in(cast.DROP_IN).get("/visits/new/").status_code == 404
    assert take(file) == 302 and give() == file


def test_nobody_is_in_it() -> None:
    Places()
    make_it_ours()
    text = give().decode().lower()
    planted = [
        "lantérn", "a room with a lock", "my tooth", "sitting near a door", "555-0199", "whispering", "window",
        "mine, today", "riverbend", "northside", "555-0100", "drop-in center",
        *(word for member in cast.CAST if member != cast.PRACTICE for word in (str(member.id), f'"{member.username}"')),
    ]  # fmt: skip
    assert [word for word in planted if word.lower() in text] == []
    assert "good day" in text or "day good" in text


@pytest.mark.parametrize("member", [member for member in cast.CAST if member != cast.ADMIN])
def test_nobody_else_gives_or_takes_one(member: cast.Member) -> None:
    client = cast.signed_in(member)
    assert client.get(reverse("program:give_set_up_file")).status_code == 403
    assert client.post(reverse("program:set_up_file"), {}).status_code == 403


def _bent(change: Any) -> bytes:
    told = json.loads(give())
    change(told)
    return json.dumps(told).encode()


def _extra(told: dict[str, Any]) -> None:
    told["rooms"]["journey"]["questions"][0]["required"] = True


def _no_words(told: dict[str, Any]) -> None:
    told["rooms"]["journey"]["questions"][-1]["wordings"] = {}


def _late(told: dict[str, Any]) -> None:
    told["rooms"]["agency"]["wordings"] = [{"key": "x", "language": "en", "text": "ours", "hidden": False}]
    told["rooms"]["practice"]["cards"][-1]["words"] = None


def _no_phrases(told: dict[str, Any]) -> None:
    told["rooms"]["practice"]["guard"][0]["phrases"] = " , "


def _one_name_twice(told: dict[str, Any]) -> None:
    for topic in told["rooms"]["practice"]["topics"][:2]:
        topic["name"] = "The same"


def _odd_key(told: dict[str, Any]) -> None:
    told["rooms"]["practice"]["guard"][0]["key"] = "<b>"


@pytest.mark.parametrize(
    "change",
    [_extra, _no_words, _late, _no_phrases, _one_name_twice, _odd_key, lambda told: told.update(version=2)],
)
def test_a_file_that_is_not_whole_changes_nothing(change: Any) -> None:
    bent, before = _bent(change), give()
    assert take(bent) == 422
    assert give() == before
    with cast.acting(cast.ADMIN):
        assert not Wording.objects.exists() and not QuestionVersion.objects.exists()


def test_a_file_from_before_the_guard_was_in_it_is_still_taken() -> None:
    make_it_ours()

    def change(told: dict[str, Any]) -> None:
        told["rooms"]["practice"] = told["rooms"]["practice"]["cards"]
        del told["rooms"]["consent"]

    file, before = _bent(change), give()
    assert take(file) == 302
    assert give() == before


def test_taking_topics_is_the_administrator_s_alone() -> None:
    with cast.acting(cast.CM1), pytest.raises(DatabaseError), transaction.atomic():
        call("core.take_topic", "", "Mine", 1, None, False, False)


@pytest.mark.parametrize("content", [b"", b"not json", b"[]", b'{"what": 1}', b"\xff\xfe", b"[" * 100_000])
def test_something_else_is_said_kindly(content: bytes) -> None:
    assert take(content) == 422


@pytest.mark.parametrize(
    "word",
    [
        "<form action=/sign-out/>",
        "%(name)s",
        "100%",
        "{user}",
        "&lt;",
        'a" onclick="x',
        "long" * 20,
        "bell\x07",
    ],
)
def test_a_noun_that_means_something_to_a_page_is_never_spoken(word: str) -> None:
    """A noun stands unescaped in our own sentences, so a file from elsewhere gets none of its signs in there."""

    def change(told: dict[str, Any]) -> None:
        told["rooms"]["agency"]["wordings"] = [
            {"key": "noun.hotline", "language": "en", "text": f"{word}\n{word}\na", "hidden": False}
        ]

    before = cast.signed_in(cast.ADMIN).get("/program/").content.decode()
    assert take(_bent(change)) == 302
    answer = cast.signed_in(cast.ADMIN).get("/program/")
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Hotline" in page and page.count(word) == before.count(word)


@pytest.mark.parametrize("sign", ["\ud800", "\x00"])
@pytest.mark.parametrize("where", ["wordings", "features_off", "cards", "language"])
def test_signs_that_no_database_keeps_are_said_kindly(sign: str, where: str) -> None:
    def change(told: dict[str, Any]) -> None:
        rooms = told["rooms"]
        if where == "wordings":
            rooms["agency"]["wordings"] = [{"key": sign, "language": "en", "text": sign, "hidden": False}]
        elif where == "features_off":
            rooms["agency"]["features_off"] = [sign]
        elif where == "cards":
            rooms["practice"]["cards"][-1]["words"] = sign
        else:
            wordings = rooms["journey"]["questions"][-1]["wordings"]
            wordings[f"e{sign}"] = wordings["en"]

    before = give()
    assert take(_bent(change)) == 422
    assert give() == before
