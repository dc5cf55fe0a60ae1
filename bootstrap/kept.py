"""A process that is kept alive: started in a group of its own, brought back when it is gone, ended with us."""

from __future__ import annotations

import os
import signal
import subprocess
import time

from bootstrap.fence import Fence
from bootstrap.places import PYTHON, ROOT
from bootstrap.processes import die_with_parent
from bootstrap.trouble import Trouble, say

QUICK_DEATHS = 4  # that many times gone within moments of starting, and something is wrong
REST = 60.0  # seconds before trying again what keeps stopping


class Kept:
    """One of our own programs, such as the web server or the worker."""

    def __init__(
        self, name: str, words: list[str], told: dict[str, str], fence: Fence, *, needed: bool
    ) -> None:
        self.name = name
        self.words = words
        self.told = told
        self.fence = fence
        self.needed = needed  # without it there is nothing to serve
        self.process: subprocess.Popen[bytes] | None = None
        self.started = 0.0
        self.quick_deaths = 0

    def start(self) -> None:
        """Start it in a group of its own, so that none of its processes is left over."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            [str(PYTHON), *self.words],
            cwd=ROOT,
            env=self.told,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=self._before,  # noqa: PLW1509 (we are one thread)
        )

    def _before(self) -> None:
        die_with_parent()
        self.fence.enter()

    def stop(self) -> None:
        """Stop it and whatever a killed one left behind in its group."""
        if self.process is None:
            return
        for sign, patience in ((signal.SIGTERM, 6.0), (signal.SIGKILL, 2.0)):
            there = self._reach(sign)
            until = time.monotonic() + patience
            while there and time.monotonic() < until:
                time.sleep(0.05)
                there = self._reach(0)
            if not there:
                self.process.wait()
                return

    def _reach(self, sign: int) -> bool:
        """Send a sign to the whole group; says whether anybody of it is still there."""
        if self.process is None:
            return False
        self.process.poll()
        try:
            os.killpg(self.process.pid, sign)
        except ProcessLookupError:
            return False
        return True

    def look_after(self) -> None:
        """Bring it back if it is gone; what cannot be done without gives up after a few times."""
        if self.process is None or self.process.poll() is None:
            return
        lived = time.monotonic() - self.started
        if self.quick_deaths >= QUICK_DEATHS:
            if self.needed:
                raise Trouble(f"{self.name} keeps stopping; what it said is above.")
            if lived < REST:
                return
        self.quick_deaths = self.quick_deaths + 1 if lived < 15 else 0
        if self.quick_deaths < QUICK_DEATHS or not self.needed:
            say(f"{self.name} stopped by itself; starting it again ...")
            self.stop()
            self.start()
