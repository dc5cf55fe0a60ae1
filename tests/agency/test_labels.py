"""The name of a status, a season, a support level, of Circle and of Holding is the agency's to change, exactly."""

import uuid

import pytest
from django.urls import reverse
from django.utils.translation import gettext, pgettext

from alongside.agency import nouns
from alongside.agency.words import labels
from alongside.connection.actions import set_season
from alongside.goals.actions import set_support
from tests import cast
from tests.people import lantern

WORDS = f"{reverse('agency:words')}?room=label&language="


def reword(key: str, text: str, language: str = "en", status: int = 302) -> str:
    told = {"key": f"label.{key}", "language": language, "text": text}
    answer = cast.signed_in(cast.ADMIN).post(WORDS + language, told)
    assert answer.status_code == status
    return answer.content.decode()


def page(address: str, member: cast.Member = cast.CM1, language: str = "en") -> str:
    client = cast.signed_in(member)
    client.cookies["desk_language"] = language
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_each_of_them_is_offered_with_our_words_beside() -> None:
    reword("state.active", "With us")
    shown = page(WORDS + "en", cast.ADMIN)
    status = ("Active", "Waiting for a case manager", "Paused (their choice)")
    for ours in (*status, "Steady", "Returning", "A lot", "When I call", "Circle", "Holding"):
        assert f">{ours}</span></p>" in shown, ours
    assert ">With us<" in shown


def test_a_changed_label_is_said_on_every_page_and_nothing_else_is() -> None:
    person = lantern("Active Circle")
    with cast.acting(cast.CM1) as by:
        set_season(by=by, participant=person, change=uuid.uuid4(), season="steady")
        set_support(by=by, participant=person, change=uuid.uuid4(), level="close")
    told = {"state.active": "With us", "season.steady": "Even", "support.close": "Every day", "circle": "Web"}
    for key, text in told.items():
        reword(key, text)
    shown = page(f"/people/{person}/")
    for text in told.values():
        assert f">{text}<" in shown or f" {text}" in shown, text
    assert "Active Circle" in shown  # what somebody typed stays
    assert "Even" in page(f"/people/{person}/season/") and "Steady" not in page(f"/people/{person}/season/")
    assert "With us" in page(f"/people/{person}/state/")
    reword("state.active", "Caminamos", "es")
    assert "Caminamos" in page(f"/people/{person}/", language="es")
    assert "With us" in page(f"/people/{person}/")


@pytest.mark.parametrize("text", ["<b>Active</b>", "%(name)s", "x" * 41, 'a"b'])
def test_a_label_is_plain_and_short(text: str) -> None:
    shown = reword("state.active", text, status=422)
    assert "A label is short" in shown


def test_our_own_word_comes_back() -> None:
    person = lantern()
    reword("state.active", "With us")
    told = {"key": "label.state.active", "language": "en", "text": "With us", "ours": "1"}
    assert cast.signed_in(cast.ADMIN).post(WORDS + "en", told).status_code == 302
    assert "With us" not in page(f"/people/{person}/")


def test_the_same_word_of_another_meaning_stays() -> None:
    nouns.follow([{"key": "label.state.contact", "language": "en", "text": "First talk"}], labels())
    try:
        assert (pgettext("a status", "Contact"), gettext("Contact")) == ("First talk", "Contact")
        with nouns.labels_of_ours():
            assert pgettext("a status", "Contact") == "Contact"
    finally:
        nouns.follow(None)
