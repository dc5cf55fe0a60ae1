"""Serves the house and the floors side by side, each with two workers as `./run` does, and tells what they weigh."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from bench.client import HOST

ROOT = Path(__file__).resolve().parents[1]


def free_port() -> int:
    """A port that nobody uses just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Served:
    """A running server."""

    port: int
    process: "subprocess.Popen[bytes]"
    seconds: float  # from nothing to the first answer

    def pss(self) -> float:
        """Megabytes that its processes hold, what they share counted once."""
        total = 0
        for stat in Path("/proc").glob("[0-9]*/stat"):
            try:
                group = int(stat.read_text().rsplit(")", 1)[1].split()[2])
                if group == self.process.pid:
                    rolled = (stat.parent / "smaps_rollup").read_text()
                    total += next(
                        int(line.split()[1]) for line in rolled.splitlines() if line.startswith("Pss:")
                    )
            except (OSError, StopIteration):
                continue
        return total / 1024


@contextmanager
def served(application: str, environment: dict[str, str], first: str) -> Iterator[Served]:
    """Serve an application until the block ends."""
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--worker-class=gthread", "--workers=2"]
    command += ["--threads=4", f"--bind=127.0.0.1:{port}", "--preload", "--no-control-socket"]
    command += ["--log-level=warning", "--graceful-timeout=2", "--worker-tmp-dir=/dev/shm"]
    told = os.environ | environment | {"ALONGSIDE_ORIGIN": f"http://{HOST}:{port}"}
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=ROOT, env=told, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        _wait(port, first)
        yield Served(port, process, time.monotonic() - begun)
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)


def _wait(port: int, path: str) -> None:
    until = time.monotonic() + 60
    asked = Request(f"http://127.0.0.1:{port}{path}", headers={"Host": f"{HOST}:{port}"})
    while True:
        try:
            urlopen(asked, timeout=20).close()
            return
        except HTTPError:
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
