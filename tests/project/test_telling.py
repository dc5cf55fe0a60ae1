"""What is told about requests names no person, no word and no address; health says yes or no; numbers want a key."""

import json
import logging
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import get_resolver, path

from alongside.access.doors import public
from alongside.project.telling import Lines
from tests import cast
from tests.people import lantern

PLANTED = "Zinnober"


class Kept(logging.Handler):
    """Keeps every line as it would be written."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(Lines())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def told() -> Iterator[list[str]]:
    """Everything any logger says, at its most talkative."""
    kept = Kept()
    loggers = [logging.getLogger(name) for name in ("", "django", "alongside.requests", "procrastinate")]
    before = [(each, each.level) for each in loggers]
    for each in loggers:
        each.setLevel(logging.DEBUG)
        if each.name in ("root", "django"):
            each.addHandler(kept)
    yield kept.lines
    for each, level in before:
        each.setLevel(level)
        each.removeHandler(kept)


def test_a_request_is_a_line_without_anybody_in_it(told: list[str]) -> None:
    person = lantern(PLANTED)
    client = cast.signed_in(cast.CM1)
    client.get(f"/people/{person}/timeline/?before={PLANTED}")
    client.post("/note/", {"participant": str(person), "happened": PLANTED, "once": str(uuid.uuid4())})
    client.get(f"/search/?q={PLANTED}")
    client.get(f"/people/{uuid.uuid4()}/")
    client.get(f"/{PLANTED}/nowhere/")
    lines = [json.loads(line) for line in told]
    answers = [line for line in lines if line["from"] == "alongside.requests"]
    assert [line["status"] for line in answers[:2]] == [200, 302]
    first = answers[0]
    assert set(first) == {"at", "level", "from", "request", "method", "route", "status", "ms", "queries"}
    assert first["route"] == "desk:timeline" and first["queries"] > 5
    assert answers[-1]["route"] == "nowhere" and answers[-1]["status"] == 404
    everything = "\n".join(told)
    for planted in (PLANTED, str(person), str(cast.CM1.id), "cm1", "/people/", "?", "before="):
        assert planted not in everything, planted


def test_a_page_that_fails_tells_its_place_and_not_what_it_said(told: list[str]) -> None:
    @public(because="a fault planted in a test")
    def fails(request: HttpRequest, word: str) -> HttpResponse:
        raise ValueError(f"{word} walks by the window")

    import types

    urlconf = types.ModuleType("failing_urls")
    urlconf.urlpatterns = [*get_resolver().url_patterns, path("fails/<str:word>/", fails)]  # type: ignore[attr-defined]
    urlconf.handler500 = "alongside.ui.held.went_wrong"  # type: ignore[attr-defined]
    client = cast.nobody()
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=urlconf):
        answer = client.get(f"/fails/{PLANTED}/")
    assert answer.status_code == 500
    everything = "\n".join(told)
    assert PLANTED not in everything and "window" not in everything
    errors = [json.loads(line) for line in told if '"error"' in line]
    assert errors[0]["error"] == "ValueError" and "test_telling.py:" in errors[0]["place"]
    assert answer.headers["X-Request-Id"] in everything


def test_an_answer_has_a_number_that_says_nothing() -> None:
    client = cast.nobody()
    numbers = {client.get("/sign-in/").headers["X-Request-Id"] for _time in range(3)}
    assert len(numbers) == 3


@pytest.mark.parametrize("address", ["/health/live", "/health/ready"])
def test_health_says_ok_and_nothing_else(address: str) -> None:
    answer = cast.nobody().get(address)
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"


def test_without_a_database_it_lives_and_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import OperationalError

    def gone(*_: Any, **__: Any) -> Any:
        raise OperationalError("no route to db.example, user alongside_desk")

    client = cast.nobody()
    with connection.execute_wrapper(gone), monkeypatch.context() as change:
        change.setattr(connection, "close", lambda: None)
        assert client.get("/health/live").content == b"ok"
        answer = client.get("/health/ready")
    assert (answer.status_code, answer.content) == (503, b"not ok")


def test_numbers_want_the_key_and_name_routes_only() -> None:
    person = lantern(PLANTED)
    cast.signed_in(cast.CM1).get(f"/people/{person}/")
    assert cast.nobody().get("/metrics").status_code == 404
    assert cast.signed_in(cast.ADMIN).get("/metrics").status_code == 404
    wrong = cast.nobody().get("/metrics", headers={"Authorization": "Bearer "})
    assert wrong.status_code == 404
    key = settings.KEYS.read("metrics.key")
    text = cast.nobody().get("/metrics", headers={"Authorization": f"Bearer {key}"}).content.decode()
    assert 'alongside_answers_total{method="GET",route="desk:participant",status="200"}' in text
    assert PLANTED not in text and str(person) not in text


def test_the_server_s_own_log_quotes_no_address(capfd: pytest.CaptureFixture[str]) -> None:
    from gunicorn.config import Config

    from alongside.project.web_server import QuietServer

    quiet = QuietServer(Config())
    quiet.exception("Error handling request %s", f"/people/{PLANTED}")
    quiet.warning("Invalid request from ip={ip}: {error}".format(ip="1.2.3.4", error=PLANTED))
    said = capfd.readouterr()
    assert "an answer was broken off" in said.err + said.out
    assert PLANTED not in said.err + said.out
