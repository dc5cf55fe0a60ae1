"""Every component of our pages is in the gallery, in each state that it names."""

import re
from pathlib import Path

import pytest
from django.template import engines
from django.test import RequestFactory
from jinja2 import nodes

from alongside import clock
from alongside.ui import views

pytestmark = pytest.mark.no_database

FOLDER = Path(views.__file__).parent / "jinja2" / "ui"
NAMED = re.compile(r"^\{# (\w+): ([^\n]+) #\}\n\{% macro (\w+)\(", re.M)
COMPONENTS = ("parts.html", "person.html", "questions.html")


def named(source: str) -> set[tuple[str, str]]:
    """Each component of a file with each state that the line above it names."""
    return {
        (macro, state.strip())
        for name, states, macro in NAMED.findall(source)
        if name == macro
        for state in states.split(",")
    }


def page(monkeypatch: pytest.MonkeyPatch, address: str = "/gallery/") -> str:
    """The gallery as it is shown in the demo."""
    monkeypatch.setattr(clock, "may_be_set", lambda: True)
    monkeypatch.setattr(views, "say", lambda *_given, **_more: None)
    return views.gallery(RequestFactory().get(address)).content.decode()


def test_every_component_names_its_states() -> None:
    for name in COMPONENTS:
        source = (FOLDER / name).read_text()
        macros = {each.name for each in engines["jinja2"].env.parse(source).find_all(nodes.Macro)}
        assert macros == {macro for macro, _state in named(source)}, name


def test_every_component_is_in_the_gallery_in_every_state(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = set(re.findall(r'data-part="([^"]*)" data-state="([^"]*)"', page(monkeypatch)))
    wanted = {each for name in COMPONENTS for each in named((FOLDER / name).read_text())}
    assert shown == wanted


def test_a_component_without_its_states_would_be_found() -> None:
    assert named("{# a: one, two #}\n{% macro a() %}{% endmacro %}{% macro b() %}{% endmacro %}") == {
        ("a", "one"),
        ("a", "two"),
    }


def test_the_gallery_turns_round_and_dims(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 'dir="ltr"' in page(monkeypatch)
    turned = page(monkeypatch, "/gallery/?dir=rtl&theme=dark")
    assert '<html lang="en" dir="rtl" data-theme="dark">' in turned
