"""The set-up file: what an agency made of its house, without anybody in it; all of it taken over, or nothing."""

import json
import uuid
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from alongside.access.keeper import call
from alongside.agency.actions import choose_features, reword, set_nouns
from alongside.agency.models import Wording
from alongside.agency.nouns import Called
from alongside.agency.queries import agency
from alongside.benefits import queries as benefits
from alongside.benefits.actions import save_clock_rule, start_clock
from alongside.benefits.models import Clock, ClockRule
from alongside.benefits.rules import Started, Written
from alongside.care.models import ReviewQuestion
from alongside.care.reviewing import save_review_question
from alongside.connection.actions import save_service_kind
from alongside.connection.models import ServiceKind
from alongside.consent.actions import save_outing_words
from alongside.journey.actions import save_question
from alongside.journey.models import Question, QuestionVersion, QuestionWording
from alongside.journey.rules import Worded
from alongside.participants import critical
from alongside.participants.agreeing import set_windows
from alongside.participants.models import CriticalWindow
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
from tests.funding.streams_make import stream
from tests.house.places import Places
from tests.people import lantern

OWN_RULE = uuid.UUID(int=2027)


def give() -> bytes:
    answer = cast.signed_in(cast.ADMIN).get(reverse("program:give_set_up_file"))
    assert answer.status_code == 200 and answer["Content-Disposition"].endswith('"set-up.json"')
    return answer.content


def take(content: bytes) -> int:
    file = SimpleUploadedFile("set-up.json", content, content_type="application/json")
    return cast.signed_in(cast.ADMIN).post(reverse("program:set_up_file"), {"file": file}).status_code


def our_rules(by: Any) -> None:
    """A rule of the agency's own, and one of those we bring that it counts otherwise."""
    told = {
        "name": "Cash of the county", "jurisdiction": "US-CA", "amount": 4, "unit": "months", "way": "same_day",
        "remind": (60, 30), "figures": {"longer_days": 30}, "excludes": ("grant_service",), "confidence": "practice",
        "source_title": "Our counsel, by letter", "from_on": date(2027, 1, 1),
    }  # fmt: skip
    written = Written("own-county-cash", **told)  # type: ignore[arg-type]
    save_clock_rule(by=by, rule=uuid.uuid4(), line=OWN_RULE, told=written)
    ours = next(row for row in benefits.rules_now() if row.key == "interim_letter")
    written = Written(
        ours.key, document=True, confidence="secondary", source_title="As the letters say by now"
    )
    save_clock_rule(by=by, rule=uuid.uuid4(), line=ours.line, told=written, seen=ours.version)


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
        reword(by=by, key="guide.minor", language="es", text="Primero decimos qué queda entre nosotros.")
        reword(by=by, key="legal.kind_own", language="en", text="The union hearing")
        reword(by=by, key="legal.event_own", language="en", text="A visit to the consul")
        our_rules(by)
        set_windows(by=by, days={"deposition": (5, 21)})
        save_review_question(by=by, question=uuid.uuid4(), name="Is there tea?", hidden=False)
        ours = ReviewQuestion.objects.get(key="access").pk
        save_review_question(by=by, question=ours, name="Can people reach our door?", hidden=True)
    with cast.acting(cast.PRACTICE) as by:
        words = Guarded("off the wagon", "It sounds like a fall.", "drank again")
        add_wording_suggestion(by=by, entry=uuid.uuid4(), language="en", words=words)
        switch_wording_suggestion(
            by=by, entry=WordingSuggestion.objects.get(key="refusal", language="en").pk, off=True
        )
        save_topic(
            by=by, topic=None, name="Boats on the river", refresh_months=6, on_profile=False, hidden=False
        )
        topic = TrainingTopic.objects.get(key="safety")
        save_topic(
            by=by, topic=topic.pk, name="Safe ways", refresh_months=None, on_profile=False, hidden=True
        )
        card = CardWording.objects.filter(card__key="activated", language="en").get()
        word_card(
            by=by, card=card.card_id, language="en", title="Somebody went quiet", words="Wait.", version=1
        )
        add_card(by=by, card=uuid.uuid4(), language="en", title="The bus did not come", words="Sit down.")


def _as_new() -> None:
    """An agency that has made nothing of its own yet."""
    from alongside.benefits.reference import load as clock_rules
    from alongside.care.reference import load as reviewed
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
            " core.consent_outingwords, core.benefits_clockrule, core.participants_criticalwindow,"
            " core.care_reviewquestion cascade"
        )
        cursor.execute("set constraints all deferred")
        services(), questions(), cards(), sharing(), clock_rules(), reviewed()
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
        "Is there tea?",
        "off the wagon",
        "Boats on the river",
        "Safe ways",
        "The bus did",
        "Cash of the county",
        "As the letters say by now",
        "qué queda entre nosotros",
        "The union hearing",
        "A visit to the consul",
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
        county = benefits.rule_now(OWN_RULE)
        assert county
        assert (county.amount, county.unit, county.remind, county.figures) == (
            4,
            "months",
            [60, 30],
            {"longer_days": 30},
        )
        assert (county.excludes, county.from_on, county.by_id) == (
            ["grant_service"],
            date(2027, 1, 1),
            cast.ADMIN.id,
        )
        letters = [row for row in benefits.rules_now() if row.key == "interim_letter"]
        assert [(row.document, row.amount, row.version) for row in letters] == [(True, None, 2)]
        assert critical.windows()["deposition"] == (5, 21)
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


def test_rules_that_are_taken_over_touch_no_clock_and_come_once() -> None:
    make_it_ours()
    file = give()
    with cast.acting(cast.ADMIN) as by:
        county = benefits.rule_now(OWN_RULE)
        assert county
        longer = Written(
            county.key, amount=8, unit="months", way="same_day", confidence="practice", source_title="Older"
        )
        save_clock_rule(by=by, rule=uuid.uuid4(), line=OWN_RULE, told=longer, seen=county.version)
        before = ClockRule.objects.count()
    person = lantern()
    with cast.acting(cast.CM1) as by:
        told = Started("own-county-cash", "US", date(2027, 8, 31))
        running = start_clock(by=by, participant=person, running=uuid.uuid4(), told=told).pk
    assert take(file) == 302
    assert take(file) == 302
    with cast.acting(cast.CM1):
        row = Clock.objects.get(pk=running)
        assert (row.ends_on, row.rule.version) == (date(2028, 4, 30), 2)
        assert ClockRule.objects.count() == before + 1
        assert CriticalWindow.objects.count() == 1


def _rule_without_source(told: dict[str, Any]) -> None:
    told["rooms"]["benefits"]["rules"] = [_a_rule(source_title=" ")]


def _rule_that_cannot_count(told: dict[str, Any]) -> None:
    told["rooms"]["benefits"]["rules"] = [_a_rule(way="")]


def _rule_of_no_line(told: dict[str, Any]) -> None:
    told["rooms"]["benefits"]["rules"] = [_a_rule(line="x")]


def _rule_of_another_kind(told: dict[str, Any]) -> None:
    with cast.acting(cast.ADMIN):
        line = benefits.rules_now()[0].line
    told["rooms"]["benefits"]["rules"] = [_a_rule(line=str(line))]


def _endless_window(told: dict[str, Any]) -> None:
    told["rooms"]["participants"]["critical_days"][0]["before"] = 366


def _a_rule(**other: Any) -> dict[str, Any]:
    texts = (
        "name jurisdiction who anchor says source_title source_url source_date note from_on ends_on"
        " never_past known_until remind figures"
    )
    told = dict.fromkeys(texts.split(), "") | {
        "line": str(uuid.uuid4()),
        "key": "own-x",
        "confidence": "practice",
    }
    told |= {"source_title": "Ours", "unit": "days", "way": "days_after", "remind": "7"}
    return told | {"amount": 3, "excludes": [], "document": False, "off": False} | other


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


BENT = [
    _extra, _no_words, _late, _no_phrases, _one_name_twice, _odd_key, _rule_without_source, _rule_that_cannot_count,
    _rule_of_no_line, _rule_of_another_kind, _endless_window, lambda told: told.update(version=2),
]  # fmt: skip


@pytest.mark.parametrize(
    "change",
    BENT,
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
        del told["rooms"]["consent"], told["rooms"]["benefits"], told["rooms"]["participants"]

    file, before = _bent(change), give()
    assert take(file) == 302
    assert give() == before


def test_a_file_from_before_leaves_a_part_that_it_did_not_know_as_it_stands_here() -> None:
    def off() -> list[str]:
        with cast.acting(cast.ADMIN):
            return agency().features_off

    with cast.acting(cast.ADMIN) as by:
        choose_features(by=by, off=["extracts", "hud"])
    stream()

    def of_before(told: dict[str, Any]) -> None:
        del told["rooms"]["agency"]["features"], told["rooms"]["agency"]["closed_days"]
        told["rooms"]["agency"]["features_off"] = ["drop_in"]
        for each in told["rooms"]["funding"]:
            del each["form"]

    assert take(_bent(of_before)) == 302
    assert off() == ["drop_in", "extracts", "hud"]

    def of_now(told: dict[str, Any]) -> None:
        told["rooms"]["agency"]["features_off"] = []

    assert take(_bent(of_now)) == 302 and off() == []


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
