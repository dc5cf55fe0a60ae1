"""A pause is offered and leaves no trace; a debrief is asked for without a word about anybody."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.db.utils import DatabaseError
from django.test import Client

from alongside import clock, trail
from alongside.agency.actions import choose_features
from alongside.clock.models import ClockSetting
from alongside.connection.models import Note
from alongside.consent.models import LawfulException
from alongside.frontdoor.models import Contact
from alongside.journey.models import Closing
from alongside.meetings.actions import schedule_meeting
from alongside.participants.choices import State
from alongside.participants.models import Participant
from alongside.practice import rules
from alongside.practice.actions import ask_for_debrief, mark_debrief_seen, word_card
from alongside.practice.models import Card, Debrief
from alongside.trail.models import TrailEntry
from tests import cast
from tests.desk.counting import OF_TODAY, counted
from tests.people import lantern
from tests.practice.test_consults import copied

QUESTIONS = (
    "What happens if we wait until tomorrow?",
    "What did they say they want when this happens?",
    "Who else should know first?",
)
OTHERS = [each for each in cast.CAST if each not in (cast.ON_CALL, cast.SUPERVISOR)]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


# Before ----------------------------------------------------------------------------------------------------


def test_before_closing_three_questions_are_asked_and_one_click_goes_on() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    told = {"state": "closed", "words": "የራሷ ቃል\nand a second line", "once": str(uuid.uuid4())}
    asked = client.post(f"/people/{person}/state/", told)
    shown = asked.content.decode()
    assert asked.status_code == 200
    for question in QUESTIONS:
        assert question in shown
    for value in told.values():
        assert value in shown
    with cast.acting(cast.CM1):
        assert Participant.objects.get(pk=person).state == State.ACTIVE
    assert client.post(f"/people/{person}/state/", told | {"go_on": "yes"}).status_code == 302
    with cast.acting(cast.CM1):
        assert Participant.objects.get(pk=person).state == State.CLOSED


def test_nothing_anywhere_tells_that_somebody_paused() -> None:
    """Every table of the house, sessions and trail among them, is the same before and after the pause."""
    person = lantern()
    client = cast.signed_in(cast.CM1)
    page(client, f"/people/{person}/")
    before = copied()
    told = {"state": "closed", "once": str(uuid.uuid4())}
    assert "wait until tomorrow" in client.post(f"/people/{person}/state/", told).content.decode()
    assert copied() == before
    page(client, "/pause/?next=/people/")
    assert copied() == before
    client.post(f"/people/{person}/state/", told | {"go_on": "yes"})
    with cast.acting(cast.CM1):
        assert [entry.act for entry in TrailEntry.objects.filter(chain=person).order_by("-place")[:2]] == [
            "change_state",
            "open_record",
        ]


def test_no_other_state_asks_and_what_is_closed_is_not_asked_again() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    for state in ("paused", "active"):
        assert client.post(f"/people/{person}/state/", {"state": state}).status_code == 302
    client.post(f"/people/{person}/state/", {"state": "closed", "go_on": "yes"})
    assert client.post(f"/people/{person}/state/", {"state": "closed"}).status_code == 302


def test_a_stranger_meets_a_404_and_no_pause() -> None:
    person = lantern()
    answer = cast.signed_in(cast.CM3).post(f"/people/{person}/state/", {"state": "closed"})
    assert answer.status_code == 404


@pytest.mark.parametrize(
    ("page", "told", "kept"),
    [
        ("closing/", {"words": "የራሷ ቃል", "keeping": "keep my goals"}, Closing),
        (
            "sharing/without/",
            {"person": "The clerk", "kind": "court_order", "reason": "የራሷ ቃል", "information": "first_contact",
             "methods": "letter", "purpose": "legal", "tell_first": "yes"},
            LawfulException,
        ),
    ],
)  # fmt: skip
def test_every_way_to_close_and_to_share_without_a_yes_pauses(
    page: str, told: dict[str, str], kept: type[Model]
) -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    sent = told | {"once": str(uuid.uuid4())}
    asked = client.post(f"/people/{person}/{page}", sent)
    shown = asked.content.decode()
    assert asked.status_code == 200
    for words in (*QUESTIONS, *sent.values()):
        assert words in shown, words
    with cast.acting(cast.CM1):
        assert not kept.objects.exists()  # type: ignore[attr-defined]
    assert client.post(f"/people/{person}/{page}", sent | {"go_on": "yes"}).status_code == 302
    with cast.acting(cast.CM1):
        assert kept.objects.count() == 1  # type: ignore[attr-defined]


def test_a_third_note_without_an_answer_pauses_and_loses_no_word() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)

    def note(kind: str, words: str, **more: str) -> Any:
        told = {"participant": str(person), "kind": kind, "happened": words, "once": str(uuid.uuid4())}
        return client.post("/note/", told | more)

    assert note("no_answer", "one").status_code == 302
    assert client.post(f"/people/{person}/presence/hello/").status_code == 302
    assert note("without", "work is no hello").status_code == 302
    asked = note("no_answer", "ሦስተኛ")
    assert asked.status_code == 200
    for words in (*QUESTIONS, "ሦስተኛ"):
        assert words in asked.content.decode()
    assert note("no_answer", "three", go_on="yes").status_code == 302
    ClockSetting.set_to(clock.now() + timedelta(hours=2), running=False)
    assert note("met", "we met").status_code == 302
    ClockSetting.set_to(clock.now() + timedelta(hours=2), running=False)
    assert note("no_answer", "after that, it begins anew").status_code == 302


def test_the_third_hello_in_a_row_pauses_and_an_answer_begins_anew() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    hello = f"/people/{person}/presence/hello/"
    for _each in range(2):
        assert client.post(hello).status_code == 302
    asked = client.post(hello)
    assert asked.status_code == 200
    assert QUESTIONS[0] in asked.content.decode()
    assert client.post(hello, {"go_on": "yes"}).status_code == 302
    assert client.post(hello).status_code == 200
    ClockSetting.set_to(cast.BEGINS + timedelta(days=1), running=False)
    told = {"participant": str(person), "happened": "She wrote back."}
    assert client.post("/note/", told).status_code == 302
    ClockSetting.set_to(cast.BEGINS + timedelta(days=2), running=False)
    assert client.post(hello).status_code == 302


def test_the_questions_are_the_agency_s_to_word() -> None:
    with cast.acting(cast.PRACTICE) as by:
        card = Card.objects.get(key="whose-urgency").pk
        word_card(by=by, card=card, language="en", title="One breath", words="Who asked for this?", version=1)
    assert "The words of a pause" in page(cast.signed_in(cast.PRACTICE), "/practice/")
    shown = cast.signed_in(cast.CM1).post(f"/people/{lantern()}/state/", {"state": "closed"}).content.decode()
    assert "One breath" in shown
    assert "Who asked for this?" in shown
    assert QUESTIONS[0] not in shown


# After -----------------------------------------------------------------------------------------------------


def test_a_heavy_note_offers_a_pause_once_and_keeps_no_tick() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    told = {"participant": str(person), "happened": "Five hours of court.", "next": "/people/", "heavy": "on"}
    before = client.post("/note/", {key: value for key, value in told.items() if key != "heavy"})
    assert before.headers["Location"] == "/people/"
    answer = client.post("/note/", told | {"happened": "Court again."})
    assert answer.headers["Location"] == "/pause/?next=%2Fpeople%2F"
    shown = page(client, answer.headers["Location"])
    assert "Two minutes for you" in shown
    assert 'href="/people/"' in shown
    assert "Ask for a debrief" in shown
    assert "Note about <bdi>Lantérn</bdi> saved." in shown
    with cast.acting(cast.CM1):
        assert Note.objects.count() == 2
        assert not [field for field in Note._meta.fields if "heavy" in field.name]


def test_a_heavy_call_offers_a_pause_and_keeps_no_tick() -> None:
    client = cast.signed_in(cast.ON_CALL)
    answer = client.post("/calls/new/", {"words": "Whispering.", "heavy": "on"})
    assert answer.headers["Location"].startswith("/pause/?next=%2Fcontacts%2F")
    assert "Saved: anonymous contact" in page(client, answer.headers["Location"])
    assert "Two minutes for you" in page(client, answer.headers["Location"])
    light = client.post("/calls/new/", {"words": "A question about hours."})
    assert light.headers["Location"].startswith("/contacts/")
    with cast.acting(cast.ON_CALL):
        assert not [field for field in Contact._meta.fields if "heavy" in field.name]


@pytest.mark.parametrize(
    "elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)", "people/"]
)
def test_the_way_on_stays_in_the_house(elsewhere: str) -> None:
    client = cast.signed_in(cast.CM1)
    shown = page(client, f"/pause/?next={elsewhere}")
    assert f'href="{elsewhere}"' not in shown
    assert f'value="{elsewhere}"' not in shown.split("<main")[1].split("</main")[0]
    answer = client.post("/debrief/", {"next": elsewhere})
    assert answer.headers["Location"] == "/"


def test_my_next_meeting_can_be_moved_and_nobody_else_s() -> None:
    person, meeting = lantern(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        at = clock.now() + timedelta(days=1)
        schedule_meeting(by=by, participant=person, meeting=meeting, at=at, purpose="the dentist")
    assert f"/meetings/{meeting}/change/" in page(cast.signed_in(cast.CM1), "/pause/")
    for member in (cast.CM2, cast.CM3, cast.ON_CALL):
        assert "/meetings/" not in page(cast.signed_in(member), "/pause/")


def test_the_adviser_may_pause_and_asks_for_no_debrief() -> None:
    client = cast.signed_in(cast.ADVISER)
    assert "Ask for a debrief" not in page(client, "/pause/")
    assert client.post("/debrief/").status_code == 403


# Debrief ---------------------------------------------------------------------------------------------------


def asked() -> uuid.UUID:
    with cast.acting(cast.ON_CALL) as by:
        found = ask_for_debrief(by=by).pk
        trail.flush()
    return found


def test_the_supervisor_sees_who_asks_and_no_content_and_says_that_they_know() -> None:
    caller = cast.signed_in(cast.ON_CALL)
    caller.post("/calls/new/", {"words": "Whispering. Works in a house.", "heavy": "on"})
    for _click in range(2):
        assert caller.post("/debrief/", {"next": "/contacts/"}).headers["Location"] == "/contacts/"
    shown = page(cast.signed_in(cast.SUPERVISOR), "/")
    assert shown.count("On-call advocate asks for a debrief") == 1
    part = shown[shown.index('id="debriefs"') : shown.index("</section>", shown.index('id="debriefs"'))]
    for leak in ("Whispering", "house", "/contacts/", "/people/"):
        assert leak not in part
    assert "You asked for a debrief" in page(caller, "/")
    assert "not seen yet" in page(caller, "/")
    with cast.acting(cast.ON_CALL):
        row = Debrief.objects.get()
    assert {field.name for field in Debrief._meta.fields} == {"id", "by", "at", "seen_at", "seen_by"}
    leader = cast.signed_in(cast.SUPERVISOR)
    assert leader.post(f"/debrief/{row.pk}/seen/").status_code == 302
    assert "asks for a debrief" not in page(leader, "/").split('id="debriefs"')[-1]
    assert "seen by Supervisor" in page(caller, "/")


@pytest.mark.parametrize("member", OTHERS)
def test_nobody_else_learns_that_somebody_asked(member: cast.Member) -> None:
    debrief = asked()
    client = cast.signed_in(member)
    assert "debrief" not in page(client, "/").lower()
    assert client.post(f"/debrief/{debrief}/seen/").status_code == 403
    assert client.post(f"/debrief/{debrief}/take-back/").status_code in (403, 404)
    with cast.acting(member), connection.cursor() as cursor:
        assert not Debrief.objects.exists()
        assert not TrailEntry.objects.filter(act="ask_for_debrief").exists()
        for statement in (
            "update core.practice_debrief set seen_at = now(), seen_by_id = by_id",
            "delete from core.practice_debrief",
        ):
            cursor.execute(statement)
            assert cursor.rowcount == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute(
                "insert into core.practice_debrief (id, by_id, at) values (gen_random_uuid(), %s, now())",
                [cast.ON_CALL.id],
            )


def test_it_is_taken_back_and_seen_by_no_one_in_their_own_name() -> None:
    debrief = asked()
    client = cast.signed_in(cast.ON_CALL)
    assert client.post(f"/debrief/{debrief}/take-back/").status_code == 302
    assert "debrief" not in page(cast.signed_in(cast.SUPERVISOR), "/").lower()
    with cast.acting(cast.SUPERVISOR) as by:
        mine = ask_for_debrief(by=by).pk
        with pytest.raises(rules.NotMine):
            mark_debrief_seen(by=by, debrief=mine)


@pytest.mark.parametrize("role", ["worker", "portal", "workspace"])
def test_no_other_role_of_the_database_may_look(role: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "select has_any_column_privilege(%s, 'core.practice_debrief', 'select')", [f"alongside_{role}"]
        )
        assert cursor.fetchone() == (False,)


def test_a_debrief_is_two_clicks_from_any_page() -> None:
    """In it now opens over whatever page one is on, and the button stands in it."""
    client = cast.signed_in(cast.ON_CALL)
    assert 'href="/in-it-now/"' in page(client, "/contacts/")
    came = {"X-Overlay": "1", "Referer": "http://desk.localhost/contacts/?page=2"}
    shown = client.get("/in-it-now/", headers=came).content.decode()
    assert 'action="/debrief/"' in shown
    assert 'name="next" value="/contacts/?page=2"' in shown
    came["Referer"] = "https://example.org/contacts/"
    assert "example.org" not in client.get("/in-it-now/", headers=came).content.decode()


def test_the_pages_stay_within_their_budget() -> None:
    asked()
    client = cast.signed_in(cast.SUPERVISOR)
    for address, most in (("/pause/", 8), ("/", OF_TODAY), ("/practice/", 8)):
        with counted() as found:
            page(client, address)
        assert len(found) <= most, (address, len(found), found)


@pytest.mark.parametrize(
    ("ending", "told"), [("closing/", {"words": "Thank you."}), ("state/", {"state": "closed"})]
)
def test_closing_somebody_s_work_offers_the_pause_once(ending: str, told: dict[str, str]) -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    sent = told | {"go_on": "yes", "once": str(uuid.uuid4())}
    answer = client.post(f"/people/{person}/{ending}", sent)
    assert answer.headers["Location"].startswith(f"/pause/?next=%2Fpeople%2F{person}%2F")
    shown = page(client, answer.headers["Location"])
    for offered in ("Two minutes for you", "Ask for a debrief"):
        assert offered in shown
    again = client.post(f"/people/{person}/{ending}", told | {"go_on": "yes", "once": str(uuid.uuid4())})
    assert again.headers["Location"].startswith(f"/people/{person}/")


def test_a_tag_offers_the_pause_and_none_where_practice_is_left_off() -> None:
    client = cast.signed_in(cast.CM1)
    told = {"participant": str(lantern()), "happened": "The hearing.", "next": "/people/", "tags": ["court"]}
    assert client.post("/note/", told).headers["Location"] == "/pause/?next=%2Fpeople%2F"
    assert "/reflections/" in page(client, "/people/")
    with cast.acting(cast.ADMIN) as by:
        choose_features(by=by, off=["practice"])
    answer = client.post("/note/", told | {"happened": "The verdict.", "heavy": "on"})
    assert answer.headers["Location"] == "/people/"
    assert "/reflections/" not in page(client, "/people/")
