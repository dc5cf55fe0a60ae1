"""A door of the house as ./run serves it, for attacks that reach it over the wire."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from django.db import connections

from bootstrap.doors import web_words
from tests.conftest import ROOT


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(memory: Path, **told: str) -> Iterator[tuple[int, int]]:
    """The desk with two processes, over the database of this test run; gives its port and its process."""
    described, port = connections["default"].settings_dict, free_port()
    place = f"postgresql:///{described['NAME']}?host={described['HOST']}&port={described['PORT'] or 5432}"
    surroundings = os.environ | {
        "ALONGSIDE_ROLE": "desk",
        "ALONGSIDE_DATABASE": place,
        "ALONGSIDE_HOSTS": "desk.localhost,127.0.0.1",
        "ALONGSIDE_ORIGIN": f"http://desk.localhost:{port}",
        "TMPDIR": str(memory),
        **told,
    }
    server = subprocess.Popen(
        [sys.executable, *web_words(port, workers=2)],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        until = time.monotonic() + 60
        while not _answers(port):
            assert server.poll() is None and time.monotonic() < until, "the door did not open"
            time.sleep(0.1)
        yield port, server.pid
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(15)


def _answers(port: int) -> bool:
    try:
        with urlopen(f"http://127.0.0.1:{port}/health/live", timeout=5) as answer:
            return int(answer.status) == 200
    except OSError:
        return False
