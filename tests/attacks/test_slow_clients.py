"""Who sends slowly keeps nobody from the desk: held-back bodies, half-sent heads, slow readers."""

import http.client
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from alongside.project.web_server import PatientServer
from tests.attacks.served import served

HEAD = (
    b"POST /sign-in/ HTTP/1.1\r\nHost: desk.localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
)
HELD_BACK = {
    "a body of which one byte comes": HEAD + b"Content-Length: 5000\r\n\r\nl",
    "a body in parts that stops": HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nlogin\r\n",
    "half a head": HEAD,
    "a line that does not end": b"GET /sign-in/?" + b"a" * 2000,
}


@pytest.fixture(scope="module")
def desk(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The desk over the wire, with eight threads as ./run has."""
    with served(tmp_path_factory.mktemp("memory")) as (port, _process):
        yield port


def asked(port: int) -> tuple[int, float]:
    """A page is asked for: its status, and how long it took."""
    begun = time.monotonic()
    door = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        door.request("GET", "/sign-in/", headers={"Host": "desk.localhost"})
        answer = door.getresponse()
        answer.read()
    finally:
        door.close()
    return answer.status, time.monotonic() - begun


@pytest.mark.parametrize("kind", HELD_BACK)
@pytest.mark.parametrize("count", [12, 60])
def test_a_page_comes_while_others_hold_back(desk: int, kind: str, count: int) -> None:
    asked(desk)  # so that no first page is timed
    with ExitStack() as open_sockets:
        for _each in range(count):
            line = open_sockets.enter_context(socket.create_connection(("127.0.0.1", desk), timeout=10))
            line.sendall(HELD_BACK[kind])
        time.sleep(0.3)
        for _each in range(3):
            status, took = asked(desk)
            assert status == 200 and took < 1, took


def test_a_page_comes_while_others_do_not_read_theirs(desk: int) -> None:
    asked(desk)
    question = b"GET /s/a/desk.css HTTP/1.1\r\nHost: desk.localhost\r\n\r\n"
    with ExitStack() as open_sockets:
        for _each in range(12):
            line = open_sockets.enter_context(socket.socket())
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
            line.connect(("127.0.0.1", desk))
            line.sendall(question * 20)
        time.sleep(0.3)
        status, took = asked(desk)
        assert status == 200 and took < 1, took


def test_what_came_slowly_but_whole_is_answered(desk: int) -> None:
    body = b"login=somebody&password=something"
    with socket.create_connection(("127.0.0.1", desk), timeout=10) as line:
        line.sendall(HEAD + b"Connection: close\r\nContent-Length: %d\r\n\r\n" % len(body))
        for number in range(len(body)):
            line.sendall(body[number : number + 1])
            time.sleep(0.02)
        said = b""
        while more := line.recv(65536):
            said += more
    assert said.startswith(b"HTTP/1.1 403"), "the form's own token is missing, and the page says so"
    assert b"somebody" in said, "and what was typed is there"
    assert b"something" not in said, "but no password"


def test_a_request_that_is_far_too_large_is_refused_at_its_head(desk: int, tmp_path: Path) -> None:
    with socket.create_connection(("127.0.0.1", desk), timeout=10) as line:
        line.sendall(HEAD + b"Content-Length: 99999999999\r\n\r\n")
        assert line.recv(4096).startswith(b"HTTP/1.1 413")


class Line:
    """A connection as the server sees it."""

    will_close = False

    def __init__(self, request: Any) -> None:
        self.request = request


@pytest.mark.no_database
@pytest.mark.parametrize(("seconds", "let_go"), [(119, False), (121, True)])
def test_whoever_takes_two_minutes_for_one_request_is_let_go(
    seconds: int, let_go: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However little by little it comes: silence is not what is asked about."""
    now = [1000.0]
    monkeypatch.setattr("alongside.project.web_server.time", SimpleNamespace(monotonic=lambda: now[0]))
    server = PatientServer.__new__(PatientServer)
    sends, rests = Line(SimpleNamespace(body_bytes_received=1)), Line(None)
    server.active_channels = {1: sends, 2: rests}
    server.end_what_takes_too_long()
    for _second in range(seconds):
        now[0] += 1
        sends.request.body_bytes_received += 1
        server.end_what_takes_too_long()
    assert (sends.will_close, rests.will_close) == (let_go, False)
