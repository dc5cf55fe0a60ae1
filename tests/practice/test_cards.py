"""In it now: everybody opens the cards, their own words come first, and the count knows nobody."""

import uuid
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.test import Client

from alongside.access.acts import NotAllowed
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants.actions import write_details
from alongside.practice import queries, rules
from alongside.practice.actions import add_card, count_card, note_card, switch_card, word_card
from alongside.practice.models import Card, CardNote, CardTally, CardWording
from alongside.practice.reference import CARDS, load
from alongside.trail.models import TrailEntry
from tests import cast
from tests.desk.counting import counted
from tests.people import lantern

CARD = "/in-it-now/activated/"
HELPS = "ሻይ, sitting near a door"
STRANGERS = [each for each in cast.CAST if each not in (cast.CM1, cast.CM2, cast.SUPERVISOR)]


def page(client: Client, address: str, **headers: Any) -> str:
    answer = client.get(address, headers=headers or None)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("member", STRANGERS)
def test_a_stranger_reads_the_card_and_not_one_word_of_hers(member: cast.Member) -> None:
    person = lantern()
    client = cast.signed_in(member)
    for address in (f"{CARD}?with={person}", f"/in-it-now/?with={person}"):
        for headers in ({}, {"X-Overlay": "1"}):
            shown = page(client, address, **headers)
            assert "activated" in shown
            assert HELPS not in shown
            assert "Lant" not in shown


@pytest.mark.parametrize("address", [CARD, "/in-it-now/", "/what-next/"])
def test_a_page_opened_from_somebodys_page_keeps_them_in_sight(address: str) -> None:
    person = lantern()
    for member, seen in ((cast.CM1, True), (cast.CM3, False)):
        shown = page(cast.signed_in(member), f"{address}?with={person}")
        assert (f'href="/people/{person}/goals/"' in shown) is seen
        assert ("Lant" in shown) is seen


def test_nobody_is_asked_to_sign_in() -> None:
    for address in ("/practice/", "/in-it-now/", CARD, f"{CARD}edit/"):
        assert cast.nobody().get(address).headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("member", [each for each in cast.CAST if each is not cast.PRACTICE])
def test_only_the_practice_lead_words_a_card_and_reads_the_counts(member: cast.Member) -> None:
    client = cast.signed_in(member)
    assert client.get(f"{CARD}edit/").status_code == 403
    assert client.post(f"{CARD}edit/", {"title": "x", "words": "y"}).status_code == 403
    assert "How the cards helped" not in page(client, "/practice/")
    with cast.acting(member) as by, connection.cursor() as cursor:
        card = Card.objects.get(key="activated").pk
        with pytest.raises(NotAllowed):
            word_card(by=by, card=card, language="en", title="x", words="y", version=1)
        count_card(by=by, card=card, helped=True)
        assert not CardTally.objects.exists()
        cursor.execute("update core.practice_cardwording set words = 'x'")
        assert cursor.rowcount == 0
        for statement in (
            "update core.practice_card set key = 'x'",
            "update core.practice_cardtally set helped = 0",
            "insert into core.practice_cardtally (id, card_id, month, helped, not_really)"
            f" values (gen_random_uuid(), '{card}', '2027-01-01', 9, 0)",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)


@pytest.mark.parametrize("member", cast.CAST)
def test_everybody_finds_six_cards_one_click_away(member: cast.Member) -> None:
    client = cast.signed_in(member)
    assert 'href="/in-it-now/" data-note' in page(client, "/practice/")
    shown = page(client, "/in-it-now/")
    assert [key for key in CARDS if f"/in-it-now/{key}/" in shown] == list(CARDS)
    assert client.get("/in-it-now/nothing/").status_code == 404
    assert client.get("/in-it-now/?with=nonsense").status_code == 200


@pytest.mark.no_database
@pytest.mark.parametrize("language", ["en", "es"])
def test_each_of_six_cards_is_read_in_a_minute(language: str) -> None:
    assert len(CARDS) == 6
    for key, wordings in CARDS.items():
        card = wordings[language]
        assert 30 < rules.words_in(card.words) <= rules.LONGEST_CARD, key
        assert card.title
        assert all(lead for lead, _rest in rules.lines_of(card.words)), key


def test_from_her_page_her_own_words_come_first() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, does_not_help="being touched", if_quiet="a postcard")
    client = cast.signed_in(cast.CM1)
    assert f"/in-it-now/?with={person}" in page(client, f"/people/{person}/")
    for shown in (
        page(client, f"{CARD}?with={person}"),
        page(client, f"/in-it-now/?with={person}", **{"X-Overlay": "1"}),
    ):
        for words in (HELPS, "being touched", "a postcard"):
            assert 0 < shown.index(words) < shown.index("both feet on the floor")
    with cast.acting(cast.CM1):
        assert TrailEntry.objects.filter(chain=person, act="open_what_helps", outcome="looked").count() == 2


def test_the_overlay_brings_every_card_and_a_way_back() -> None:
    shown = page(cast.signed_in(cast.CM1), "/in-it-now/", **{"X-Overlay": "1"})
    assert shown.count("<details") == 6
    assert "data-close" in shown
    assert "<html" not in shown


def test_the_count_knows_neither_worker_nor_person() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    for answer in ("helped", "helped", "not_really", "nonsense"):
        sent = client.post(f"{CARD}helped/?with={person}", {"answer": answer})
        assert sent.headers["Location"] == f"{CARD}?with={person}"
    with cast.acting(cast.CM1):
        assert not TrailEntry.objects.filter(act__contains="card").exists()
    columns = {field.name for field in CardTally._meta.concrete_fields}
    assert columns == {"id", "card", "month", "helped", "not_really"}
    with cast.acting(cast.PRACTICE):
        tally = CardTally.objects.get()
        assert (tally.helped, tally.not_really, tally.month.day) == (2, 1, 1)
    shown = page(cast.signed_in(cast.PRACTICE), "/practice/")
    assert '<td class="number">2</td><td class="number">1</td>' in shown
    assert cast.CM1.name not in shown


def test_nobody_signed_in_counts_nothing() -> None:
    with cast.acting(cast.CM1):
        card = Card.objects.get(key="activated").pk
    from alongside.access.actor import as_actor

    with as_actor(None), connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
        cursor.execute("select core.count_card(%s, true)", [card])


def test_the_practice_lead_rewords_a_card_and_everybody_reads_it() -> None:
    client = cast.signed_in(cast.PRACTICE)
    told = {"language": "en", "title": "Somebody is shaking", "words": "First: breathe.", "version": "1"}
    assert client.post(f"{CARD}edit/", told).headers["Location"] == CARD
    shown = page(cast.signed_in(cast.ON_CALL), CARD)
    assert "Somebody is shaking" in shown
    assert "<b>First:</b> breathe." in shown
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        load()  # the next set-up leaves the agency's words alone
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.CM1):
        assert CardWording.objects.get(card__key="activated", language="en").title == "Somebody is shaking"
        assert CardWording.objects.get(card__key="activated", language="es").version == 1


def test_a_card_stays_short_and_keeps_every_word_of_the_one_who_writes() -> None:
    told = {"language": "en", "title": "Long", "words": "word " * 151, "version": "1"}
    answer = cast.signed_in(cast.PRACTICE).post(f"{CARD}edit/", told)
    assert answer.status_code == 422
    assert answer.content.decode().count("word word") > 70
    with cast.acting(cast.PRACTICE) as by, pytest.raises(rules.TooLongToReadNow):
        card = Card.objects.get(key="activated").pk
        word_card(by=by, card=card, language="en", title="x", words="word " * 151, version=1)


def test_two_who_reword_at_once_see_both() -> None:
    client = cast.signed_in(cast.PRACTICE)
    with cast.acting(cast.PRACTICE) as by:
        card = Card.objects.get(key="activated").pk
        word_card(by=by, card=card, language="en", title="Theirs", words="Theirs: yes.", version=1)
        with pytest.raises(ChangedMeanwhile):
            word_card(by=by, card=card, language="en", title="x", words="y", version=1)
    told = {"language": "en", "title": "Mine", "words": "Mine: yes.", "version": "1"}
    answer = client.post(f"{CARD}edit/", told)
    assert answer.status_code == 409
    shown = answer.content.decode()
    assert "Theirs: yes." in shown
    assert "Mine: yes." in shown
    assert client.post(f"{CARD}edit/", told | {"version": "2"}).status_code == 302


def test_a_language_without_words_reads_the_english_ones() -> None:
    with cast.acting(cast.CM1):
        assert [card.language for card in queries.cards("fr")] == ["en"] * 6
        assert queries.cards("es", "activated")[0].title == "Alguien está en alerta"
        assert queries.cards("es", "nothing") == []


@pytest.mark.no_database
def test_a_line_is_bold_up_to_its_first_colon() -> None:
    assert rules.lines_of("Say: “At 10:30: wait.”\n\nNo colon\nAt 10:30 we go") == [
        ("Say:", "“At 10:30: wait.”"),
        ("", "No colon"),
        ("", "At 10:30 we go"),
    ]


def test_the_pages_stay_within_their_budget() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    for address in (
        "/practice/",
        "/in-it-now/",
        f"{CARD}?with={person}",
        "/reflections/",
        "/reflections/new/",
    ):
        with counted() as found:
            page(client, address)
        assert len(found) <= 8, (address, found)
    lead = cast.signed_in(cast.PRACTICE)
    for address in ("/practice/", f"{CARD}edit/"):
        with counted() as found:
            page(lead, address)
        assert len(found) <= 8, (address, found)


def test_an_unknown_participant_is_a_card_all_the_same() -> None:
    assert "both feet" in page(cast.signed_in(cast.CM1), f"{CARD}?with={uuid.uuid4()}")


def test_practice_stands_in_three_groups_and_a_debrief_is_with_others() -> None:
    shown = page(cast.signed_in(cast.CM1), "/practice/")
    places = [shown.index(f">{each}</h2>") for each in ("Right now", "With others", "For me")]
    assert places == sorted(places)
    assert places[1] < shown.index("Ask for a debrief") < places[2]
    assert places[0] < shown.index("Two minutes for me") < places[1]
    adviser = page(cast.signed_in(cast.ADVISER), "/practice/")
    assert ">With others</h2>" not in adviser
    assert "Wording suggestions" in adviser


NEW = {"language": "en", "title": "The bus did not come", "words": "First: sit down."}


def test_a_card_is_added_read_by_all_turned_off_and_on_again() -> None:
    lead, reader = cast.signed_in(cast.PRACTICE), cast.signed_in(cast.DROP_IN)
    assert "/in-it-now/new/" in page(lead, "/practice/") and "/in-it-now/new/" not in page(
        reader, "/practice/"
    )
    once = str(uuid.uuid4())
    for _click in range(2):
        assert lead.post("/in-it-now/new/", NEW | {"once": once}).status_code == 302
    with cast.acting(cast.PRACTICE):
        key = Card.objects.get(key__startswith="own-").key
    address = f"/in-it-now/{key}/"
    for shown in (page(reader, "/in-it-now/"), page(reader, "/in-it-now/", **{"X-Overlay": "1"})):
        assert "The bus did not come" in shown
    assert "<b>First:</b> sit down." in page(reader, address)
    reader.cookies["django_language"] = "es"
    assert "The bus did not come" in page(reader, address)  # nobody has worded it in Spanish
    assert lead.post("/in-it-now/new/", NEW | {"words": "word " * 151}).status_code == 422
    assert lead.post(f"{address}off/").status_code == 302
    assert reader.get(address).status_code == 404
    assert "The bus did not come" not in page(reader, "/in-it-now/")
    assert f"{address}on/" in page(lead, "/practice/")
    assert lead.post(f"{address}on/").status_code == 302
    assert reader.get(address).status_code == 200
    assert lead.post("/in-it-now/two-minutes/off/").status_code == 404  # a pause is no card


def test_a_note_about_a_card_knows_neither_worker_nor_person_and_goes_to_the_practice_lead() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    assert f"{CARD}note/?with={person}" in page(client, f"{CARD}?with={person}")
    note = f"{CARD}note/"
    assert client.post(note, {"words": " "}).status_code == 422
    pointed = client.post(note, {"words": "Too long for Lantérn"})
    assert pointed.status_code == 422 and "This could point to somebody" in pointed.content.decode()
    assert client.post(f"{note}?with={person}", {"words": "Too long at night."}).status_code == 302
    with cast.acting(cast.CM1):
        assert not TrailEntry.objects.filter(act__contains="card").exists()
    columns = {field.name for field in CardNote._meta.concrete_fields}
    assert columns == {"id", "key_id", "card", "month", "words"}
    lead = cast.signed_in(cast.PRACTICE)
    shown = page(lead, "/practice/")
    assert "Too long at night." in shown and cast.CM1.name not in shown
    with cast.acting(cast.PRACTICE):
        said = CardNote.objects.get()
    assert said.month.day == 1
    address = f"/in-it-now/notes/{said.pk}/delete/"
    assert client.get(address).status_code == 403
    assert "cannot come back" in page(lead, address)
    assert lead.post(address).status_code == 302
    assert "Too long at night." not in page(lead, "/practice/")


@pytest.mark.parametrize("member", [each for each in cast.CAST if each is not cast.PRACTICE])
def test_nobody_else_adds_hides_or_reads_notes(member: cast.Member) -> None:
    with cast.acting(cast.PRACTICE) as by:
        card = Card.objects.get(key="activated").pk
        note_card(by=by, card=card, words="Too long at night.")
        said = CardNote.objects.get().pk
    client = cast.signed_in(member)
    assert "Too long at night." not in page(client, "/practice/")
    for address in ("/in-it-now/new/", f"{CARD}off/", f"{CARD}on/", f"/in-it-now/notes/{said}/delete/"):
        assert client.post(address, NEW).status_code == 403
    with cast.acting(member) as by, connection.cursor() as cursor:
        assert not CardNote.objects.exists()
        for act, given in (
            (add_card, {"card": uuid.uuid4(), **NEW}),
            (switch_card, {"card": card, "off": True}),
        ):
            with pytest.raises(NotAllowed):
                act(by=by, **given)
        cursor.execute("update core.practice_card set hidden = true")
        assert cursor.rowcount == 0
        for statement in (
            "insert into core.practice_card (id, key, place, kind, hidden)"
            " values (gen_random_uuid(), 'own-x', 900, 'moment', false)",
            f"select core.let_go_of_card_note('{said}')",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
    with cast.acting(cast.PRACTICE):
        assert CardNote.objects.get().words == "Too long at night."
