"""Words that could not be taken are given back, every one, and nothing secret with them."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from alongside.ui import held

pytestmark = pytest.mark.no_database

HERE = {"headers": {"sec-fetch-site": "same-origin"}}


def send(fields: dict[str, Any], path: str = "/note/?from=here", **given: Any) -> HttpResponse:
    request = RequestFactory().post(path, fields, **(given or HERE))
    return held.hold(request, "The page was old.", "Send it again.", 409)


def test_every_word_is_shown_again_with_one_button() -> None:
    long = "ሻይ\n" + "x" * 20_000
    page = send({"happened": long, "alias": "O’Neil <b>", "services": ["ride", "letter"]})
    said = page.content.decode()
    assert page.status_code == 409
    assert long in said
    assert "O’Neil &lt;b&gt;" in said
    assert 'value="ride"' in said
    assert 'value="letter"' in said
    assert 'action="/note/?from=here"' in said
    assert "Send it again" in said


def test_secrets_are_never_shown() -> None:
    said = send({"password": "hunter2", "otp": "123456", "form-password1": "hunter3", "words": "kept"})
    text = said.content.decode()
    assert "hunter" not in text
    assert "123456" not in text
    assert "kept" in text


def test_mechanics_travel_unseen() -> None:
    text = send({"once": "abc", "draft": "note", "version": "3", "words": "kept"}).content.decode()
    assert '<input type="hidden" name="once" value="abc">' in text
    assert '<label for="held-1">' not in text


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
    ],
)
def test_words_of_another_site_are_not_given_back_as_ours(headers: dict[str, str]) -> None:
    text = send({"words": "planted"}, headers=headers).content.decode()
    assert "planted" not in text
    assert "Send it again</button>" not in text


def test_words_wait_while_the_screen_is_opened_again() -> None:
    factory = RequestFactory()
    request = factory.post("/note/", {"happened": "a letter", "password": "no"}, **HERE)
    page = held.locked(request, open_url="/lock/open/", next_url="/note/").content.decode()
    assert 'name="held-happened"' in page
    assert 'name="held_action" value="/note/"' in page
    assert 'name="held-password"' not in page

    opened = factory.post(
        "/lock/open/", {"password": "x", "held-happened": "a letter", "held_action": "/note/"}, **HERE
    )
    again = held.locked(opened, open_url="/lock/open/", wrong="Please try again.").content.decode()
    assert "a letter" in again
    assert 'name="held_action" value="/note/"' in again

    waiting = held.words_waiting(opened)
    assert waiting is not None
    assert 'action="/note/"' in waiting.content.decode()
    assert 'name="happened"' in waiting.content.decode()


def test_nothing_waits_when_nothing_was_on_its_way() -> None:
    assert held.words_waiting(RequestFactory().post("/lock/open/", {"password": "x"}, **HERE)) is None


@pytest.mark.parametrize(
    "place", ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example"]
)
def test_words_are_sent_to_no_other_place(place: str) -> None:
    request = RequestFactory().post("/lock/open/", {"held-words": "kept", "held_action": place}, **HERE)
    assert held.words_waiting(request) is None
