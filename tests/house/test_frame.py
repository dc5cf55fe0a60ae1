"""The frame around every page says the same in both languages of our pages, for everybody and at every door.

Pages that are not moved yet, and those of allauth, stand in the frame of Django's templates; all others in Jinja2's.
"""

import re
from typing import Any

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import engines
from django.template.backends.utils import csrf_input_lazy, csrf_token_lazy
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation

from alongside import clock
from alongside.ui.frame import NOTHING, framed
from alongside.ui.views import sample_frame
from tests import cast

TOKEN = re.compile(r'(data-token|name="csrfmiddlewaretoken" value)="[^"]*"')
BLOCKS = "{% block title %}A page{% endblock %}{% block main %}<p>x</p>{% endblock %}"
FRAMES = ("page", "bare", "print", "base")


def shown(engine: str, name: str, frame: dict[str, Any], **more: Any) -> str:
    """An empty page in this frame, with its white space evened out."""
    request = RequestFactory().get("/people/?a=1&b=2")
    page: Any = engines[engine].from_string(f'{{% extends "ui/{name}.html" %}}{BLOCKS}')
    given = {"frame": frame, "messages": [], "nearly_full": False, **more}
    if engine == "jinja2":
        tokens = {"csrf_input": csrf_input_lazy(request), "csrf_token": csrf_token_lazy(request)}
        plain = page.template.render(given | {"request": request} | tokens)
    else:
        plain = page.render(given, request)
    return even(plain)


def even(html: str) -> str:
    """One line, without the tokens that differ each time and white space between tags."""
    html = TOKEN.sub(r'\1="*"', html).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", re.sub(r"\s+", " ", html))


def alike(frame: dict[str, Any], **more: Any) -> None:
    """Each frame looks alike in both."""
    for name in FRAMES:
        assert shown("jinja2", name, frame, **more) == shown("django", name, frame, **more), name


SAID = [
    Message(constants.SUCCESS, "Kept <b>.", extra_tags="undo=/undo/1/"),
    Message(constants.SUCCESS, "Sent."),
]


@pytest.mark.no_database
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("theme", ["", "dark", "light"])
def test_the_frame_is_the_same_with_everything_in_it(language: str, theme: str) -> None:
    full = {key: f"<{key}>" for key, value in NOTHING.items() if value == ""}
    everything = {**full, **sample_frame(theme), "also": lambda: [("O'Neil <i>", "/people/1/")]}
    everything |= {
        "hotline": "555 <0>",
        "hotline_hours": "8 & 9",
        "in_it_now_url": "/now/",
        "call_url": "/call/",
    }
    with translation.override(language):
        alike(everything, messages=SAID, nearly_full=True, is_given_here=True)
        alike(everything | {"note_url": "", "visit_url": "/visit/", "on_call_url": ""}, messages=SAID)
        alike(everything | {"on_call": ""})


@pytest.mark.no_database
def test_the_frame_is_the_same_with_nothing_in_it() -> None:
    alike(framed({}))
    alike(framed({"demo": True, "clock_banner": clock.now()}))
    with pytest.raises(KeyError):
        framed({"navv": []})


@pytest.mark.no_database
def test_a_planted_difference_is_found() -> None:
    with pytest.raises(AssertionError):
        assert shown("jinja2", "page", framed({})) == shown("django", "page", framed({"umbrella": "X"}))


MEMBERS = ("CM1", "SUPERVISOR", "DIRECTOR", "DROP_IN", "ON_CALL", "ADMIN", "CUSTODIAN", "ADVISER")


@pytest.mark.parametrize("who", [*MEMBERS, ""])
def test_the_frame_is_the_same_for_everybody(who: str) -> None:
    client = cast.signed_in(getattr(cast, who)) if who else cast.nobody()
    answer = client.get(reverse("account_change_password" if who else "account_login"), follow=True)
    assert answer.status_code == 200
    frame = {**answer.context["frame"], "also": list, "pause": lambda: None}
    assert set(frame) == set(NOTHING)
    for language in ("en", "es"):
        with translation.override(language):
            alike(frame)
