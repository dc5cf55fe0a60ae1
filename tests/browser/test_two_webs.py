"""Two web servers and a worker on one database, as on several machines; one killed under load; nothing is lost."""

import http.client
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.db import connections

from tests.browser.stage import House, free_port
from tests.browser.test_kill import PATIENCE, Writing, wait_until, written
from tests.browser.visitor import Visitor
from tests.conftest import ROOT


class Several(House):
    """The house with a second web server and a worker, each a process of its own."""

    def __init__(self) -> None:
        super().__init__(beginning=True)
        self.second = free_port()
        self._others: list[subprocess.Popen[bytes]] = []

    def open_more(self) -> None:
        """Start them beside the first."""
        told = self.surroundings() | {"ALONGSIDE_LOG": "errors"}
        serve = ["-m", "gunicorn", "alongside.project.wsgi:application", f"--bind=127.0.0.1:{self.second}"]
        serve += ["--worker-class=gthread", "--workers=1", "--threads=4", "--no-control-socket"]
        serve += ["--log-level=critical", "--logger-class=alongside.project.web_server.QuietServer"]
        for words, role in ((serve, "desk"), (["manage.py", "work"], "worker")):
            self._others.append(
                subprocess.Popen(
                    [sys.executable, *words],
                    cwd=ROOT,
                    env=told | {"ALONGSIDE_ROLE": role},
                    stdin=subprocess.DEVNULL,
                    start_new_session=True,
                )
            )
        wait_until(lambda: lives(self.second), "the second web server")

    def kill_first(self) -> None:
        """Kill -9 the first web server, its workers included."""
        assert self._server is not None
        os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait(10)
        self._server = None

    def close(self) -> None:
        for each in self._others:
            os.killpg(each.pid, signal.SIGKILL)
            each.wait(10)
        super().close()

    def queue(self, statement: str) -> list[tuple[object, ...]]:
        """Something about the queue, as the worker sees it."""
        described = connections["default"].settings_dict
        with psycopg.connect(
            host=described["HOST"],
            port=described["PORT"] or None,
            dbname=self.database,
            user="alongside_worker",
            password=settings.KEYS.role_passwords()["worker"],
            options="-c search_path=core",
        ) as worker:
            done = worker.execute(statement)
            return done.fetchall() if done.description else []


def lives(port: int) -> bool:
    """Whether a web server can serve pages."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        line.request("GET", "/health/ready")
        return line.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        line.close()


class Writers(Writing):
    """The same hands, half of them at each server while there are two."""

    several: Several
    first_is_gone = False

    def _sent(self, number: int, once: str) -> bool:
        port = self.several.second if self.first_is_gone or number % 2 else self.several.port
        visitor = Visitor(port)
        visitor.cookies = dict(self.visitor.cookies)
        fields = {"participant": self.person, "happened": f"word {number} stands", "once": once}
        try:
            status, where, _page = visitor.ask("/note/", {"csrfmiddlewaretoken": self.token, **fields})
        except (OSError, http.client.HTTPException):
            return False
        return status == 302 and not where.startswith("/sign-in")


@pytest.fixture
def several() -> Iterator[Several]:
    """Two web servers and a worker."""
    with Several().opened() as house:
        assert isinstance(house, Several)
        house.open_more()
        yield house


def test_one_of_two_is_killed_and_nothing_answered_as_saved_is_lost(several: Several) -> None:
    visitor = Visitor(several.port)
    known = several.sign_ins["cm1"]
    visitor.sign_in(known, several.fresh_code("cm1"))
    status, where, _page = visitor.send("/people/new/", alias="Heron", once=str(uuid4()))
    assert status == 302
    person = re.search(r"[0-9a-f-]{36}", where)
    assert person, where
    # The session that began at the first server is known at the second.
    elsewhere = Visitor(several.second)
    elsewhere.cookies = dict(visitor.cookies)
    assert elsewhere.ask(f"/people/{person[0]}/")[0] == 200
    several.queue("insert into procrastinate_jobs (queue_name, task_name) values ('house', 'house.let_go')")
    writing = Writers(visitor, person[0])
    writing.several = several
    for hand in writing.hands:
        hand.start()
    try:
        wait_until(lambda: len(writing.saved) >= 40, "40 notes")
        several.kill_first()
        time.sleep(0.3)  # as long as a balancer needs to see it
        writing.first_is_gone = True
    finally:
        for hand in writing.hands:
            hand.join(PATIENCE)
    assert writing.lost_answers, "nothing was being written at the server that died"
    assert sorted(writing.saved) == list(range(200))
    assert sorted(written(elsewhere, person[0])) == list(range(200)), "each is there, and once"
    wait_until(lambda: several.queue("select 1 from procrastinate_jobs") == [], "the worker did its work")
    assert several.queue("select count(*) from procrastinate_workers") == [(1,)]
