"""Closing and coming back: strangers first, then their words, what stays, and one tap to walk on."""

import re
import uuid
from datetime import timedelta

import pytest

from alongside.agency.models import Agency
from alongside.clock.models import ClockSetting
from alongside.connection.actions import agree_together
from alongside.journey.models import Closing
from alongside.participants.models import Participant, StateChange
from alongside.project.demo.cast import PROGRAM
from tests import cast
from tests.connection.test_strand_pages import STRANGERS
from tests.goals.make import with_goals
from tests.people import lantern


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    person = lantern()
    cast.signed_in(cast.CM1).post(f"/people/{person}/closing/", {"words": "I have keys now", "go_on": "yes"})
    client = cast.signed_in(member)
    for page in ("closing/", "closing/card/"):
        answer = client.get(f"/people/{person}/{page}")
        assert answer.status_code == status
        assert "keys now" not in answer.content.decode()
    for page in ("closing/", "again/"):
        assert client.post(f"/people/{person}/{page}", {"words": "mine"}).status_code == status
    with cast.acting(cast.CM1):
        assert Participant.objects.get(pk=person).state == "closed"
        assert Closing.objects.count() == 1


def test_closing_is_their_words_and_coming_back_takes_one_tap_and_asks_nothing() -> None:
    person = lantern()
    with_goals(person, "a room with a lock")
    with cast.acting(cast.CM1) as by:
        agree_together(
            by=by, participant=person, agreement=uuid.uuid4(), our_words="nine to five", their_words="x"
        )
    client = cast.signed_in(cast.CM1)
    page = client.get(f"/people/{person}/closing/").content.decode()
    form = page.split("<main")[1]
    assert "<select" not in form and 'type="radio"' not in form and "required" not in form
    sent = {
        "words": "I have my own keys",
        "keeping": "keep my goals",
        "once": str(uuid.uuid4()),
        "go_on": "yes",
    }
    for _click in range(2):
        assert client.post(f"/people/{person}/closing/", sent).status_code == 302
    ClockSetting.set_to(cast.BEGINS + timedelta(days=700), running=False)
    shown = client.get(f"/people/{person}/").content.decode()
    assert "Closed (door open)" in shown and "I have my own keys" in shown
    assert "Lantérn" not in client.get("/").content.decode()
    answer = client.post(f"/people/{person}/again/", follow=True)
    back = answer.content.decode()
    assert answer.redirect_chain[-1][0] == f"/people/{person}/"
    assert "back again" in back and "a room with a lock" in back and "in both our words" in back
    assert "Case manager: you" in back
    assert "keep my goals" in client.get(f"/people/{person}/closing/").content.decode()
    client.post(f"/people/{person}/again/")
    with cast.acting(cast.CM1):
        states = list(StateChange.objects.order_by("at").values_list("state", "again"))
        assert states == [("contact", False), ("active", False), ("closed", False), ("active", True)]


def test_closing_needs_no_word_and_can_be_undone() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/people/{person}/closing/", {"go_on": "yes"}, follow=True)
    assert f'action="/people/{person}/again/"' in answer.content.decode()


def test_the_card_holds_the_umbrella_and_its_number_and_nothing_that_says_more() -> None:
    person = lantern()
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/closing/card/").content.decode()
    assert "555-0100" in page and "Riverbend Community Services" in page
    words = re.sub(r"<[^>]+>", " ", page)
    for word in (PROGRAM, "Lantérn", "traffick", "survivor", "hotline", "case manager"):
        assert word.lower() not in words.lower(), word


def test_a_card_without_a_number_is_not_printed() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    with cast.acting(cast.ADMIN):
        Agency.objects.update(hotline="", hotline_hours="")
    answer = client.get(f"/people/{person}/closing/card/", follow=True)
    assert answer.redirect_chain[-1][0] == f"/people/{person}/closing/"
    assert "Add the hotline number first" in answer.content.decode()


def test_the_card_says_when_we_answer_and_promises_no_day() -> None:
    page = cast.signed_in(cast.CM1).get(f"/people/{lantern()}/closing/card/").content.decode()
    assert "We answer: 24 hours" in page and "any day" not in page


def test_any_state_follows_any_other_and_every_change_stays() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    for do, page in (("pause", "choices/"), ("go_on", "choices/"), ("", "closing/"), ("", "again/")):
        told = {"do": do, "once": str(uuid.uuid4()), "go_on": "yes"}
        client.post(f"/people/{person}/{page}", told)
        client.post(f"/people/{person}/season/", {"season": "quiet", "once": str(uuid.uuid4())})
    with cast.acting(cast.CM1):
        states = list(StateChange.objects.order_by("at").values_list("state", flat=True))
    assert states == ["contact", "active", "paused", "active", "closed", "active"]
    assert "invalid" not in client.get(f"/people/{person}/state/").content.decode().lower()
