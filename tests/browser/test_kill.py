"""Kill -9 of the web server and of PostgreSQL while notes are written: what was answered as saved is there."""

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, Queue
from uuid import uuid4

import pytest

from bootstrap.checks import short_temporary_folder
from tests.browser.stage import SignIn, free_port, read_sign_ins
from tests.browser.visitor import Visitor
from tests.conftest import ROOT

NOTES = 200
WRITERS = 3
PATIENCE = 60  # seconds


def wait_until(true: Callable[[], bool], what: str, patience: float = PATIENCE) -> float:
    """Wait for something; gives the seconds it took."""
    begun = time.monotonic()
    while time.monotonic() - begun < patience:
        if true():
            return time.monotonic() - begun
        time.sleep(0.05)
    raise AssertionError(f"{what}: not after {patience} s")


class Installation:
    """One installation that looks after itself."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        told = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("ALONGSIDE_", "DATABASE_URL"))
        }
        self.keeper = subprocess.Popen(
            [sys.executable, "-m", "tests.browser.served", str(self.port), str(folder)], cwd=ROOT, env=told
        )
        self.sign_ins: dict[str, SignIn] = {}

    def wait(self) -> None:
        """Wait until it serves."""
        said = self.folder / "sign-ins"
        wait_until(lambda: said.exists() or self.keeper.poll() is not None, "the installation serves", 600)
        assert said.exists(), "the installation did not start; why is above"
        self.sign_ins = read_sign_ins(said.read_text())

    def web(self) -> int:
        """The process of the web server that the keeper started."""
        return self._child(b"gunicorn")

    def worker(self) -> int:
        """The process of the worker that the keeper started."""
        return self._child(b"\0work\0")

    def _child(self, named: bytes) -> int:
        children = Path(f"/proc/{self.keeper.pid}/task/{self.keeper.pid}/children").read_text().split()
        for child in children:
            try:
                if named in Path(f"/proc/{child}/cmdline").read_bytes():
                    return int(child)
            except OSError:
                continue
        return 0

    def database(self) -> int:
        """The process of the database server."""
        return int((self.folder / "postgres" / "postmaster.pid").read_text().split("\n", 1)[0])

    def stop(self) -> None:
        """Stop everything."""
        self.keeper.send_signal(signal.SIGINT)
        self.keeper.wait(90)


@pytest.fixture
def installation() -> Iterator[Installation]:
    """An installation in a folder of its own, with the disk's real promises."""
    folder = short_temporary_folder()
    made = Installation(folder)
    try:
        made.wait()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder)


class Writing:
    """Notes written by several hands at once, and which of them were answered as saved."""

    def __init__(self, visitor: Visitor, person: str) -> None:
        self.visitor, self.person = visitor, person
        self.token = visitor.token("/note/")
        self.waiting: Queue[int] = Queue()
        for number in range(NOTES):
            self.waiting.put(number)
        self.saved: list[int] = []
        self.lost_answers = 0
        self.hands = [threading.Thread(target=self._write) for _hand in range(WRITERS)]

    def _write(self) -> None:
        while True:
            try:
                number = self.waiting.get_nowait()
            except Empty:
                return
            # As a worker would: until it is answered as saved, the same form is sent again.
            once, until = str(uuid4()), time.monotonic() + PATIENCE
            while not self._sent(number, once):
                self.lost_answers += 1
                if time.monotonic() > until:
                    return
                time.sleep(0.2)
            self.saved.append(number)

    def _sent(self, number: int, once: str) -> bool:
        fields = {"participant": self.person, "happened": f"word {number} stands", "once": once}
        try:
            status, where, _page = self.visitor.ask("/note/", {"csrfmiddlewaretoken": self.token, **fields})
        except (OSError, http.client.HTTPException):
            return False
        return status == 302 and not where.startswith("/sign-in")


def answers(visitor: Visitor) -> bool:
    """Whether the desk shows its first page."""
    try:
        return visitor.ask("/")[0] == 200
    except (OSError, http.client.HTTPException):
        return False


def written(visitor: Visitor, person: str) -> list[int]:
    """Every note that stands in the person's timeline, page by page."""
    found: list[int] = []
    address = f"/people/{person}/timeline/"
    while address:
        status, _where, page = visitor.ask(address)
        assert status == 200
        timeline = page[page.index('id="timeline"') :]
        found += [int(number) for number in re.findall(r"word (\d+) stands", timeline)]
        older = re.search(r'href="(/people/[^"]*\?before=[^"#]*)', timeline)
        address = older[1] if older else ""
    return found


def test_every_note_answered_as_saved_is_there_after_the_worst(installation: Installation) -> None:
    visitor = Visitor(installation.port)
    known = installation.sign_ins["cm1"]
    visitor.sign_in(known, known.code(int(time.time()) // 30))
    status, where, _page = visitor.send("/people/new/", alias="Heron", once=str(uuid4()))
    assert status == 302, status
    person = re.search(r"[0-9a-f-]{36}", where)
    assert person, where
    writing = Writing(visitor, person[0])
    for hand in writing.hands:
        hand.start()
    try:
        wait_until(lambda: len(writing.saved) >= 40, "40 notes")
        worker = installation.worker()
        os.kill(worker, signal.SIGKILL)
        os.kill(installation.web(), signal.SIGKILL)
        wait_until(lambda: not answers(visitor), "the web server is gone")
        wait_until(lambda: answers(visitor), "the web server is back")
        so_far = len(writing.saved)
        wait_until(lambda: len(writing.saved) >= so_far + 30, "more notes")
        os.kill(installation.database(), signal.SIGKILL)
        wait_until(lambda: answers(visitor), "the database is back")
        wait_until(lambda: installation.worker() not in (0, worker), "the worker is back")
    finally:
        for hand in writing.hands:
            hand.join(PATIENCE)
    assert writing.lost_answers, "nothing was being written when the servers died"
    assert sorted(writing.saved) == list(range(NOTES))
    assert sorted(written(visitor, person[0])) == list(range(NOTES)), "each is there, and once"
