"""Tries at a password or a code: counted by account and by client address, slower when wrong, shut to nobody.

A stranger who hammers at a colleague's name must not keep the colleague out. So whoever is right is answered at once,
whatever was tried before; whoever is wrong waits, five seconds at the most. Only an address from which several wrong
answers wait just now is asked to come again in a moment, and a known device not even then.

A code has six digits and is asked for after the right password alone. So wrong ones are also refused: after a few from
one address, and after many for one account, but there never to a known device.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from alongside.access import device
from alongside.access.client import neighbourhood_of

WINDOW = 10 * 60
FREE = 5
LONGEST = 5.0
# Threads of one process that may wait, so that waiting never takes all of them, and how many of one address.
MAY_WAIT = 2
WAITING_FROM_ONE = 2
# Wrong codes within the window: from one address for one account, and for one account from everywhere.
CODES_FROM_ONE, CODES_FROM_ALL = 5, 30

pause = time.sleep


def pause_after(wrong: int) -> float:
    """How long a wrong answer waits after so many others."""
    return min(LONGEST, 0.5 * 2.0 ** min(wrong - FREE, 10)) if wrong > FREE else 0.0


class _Waiting:
    """Whose wrong answers wait in this process just now."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._from: Counter[str] = Counter()

    def at(self, address: str) -> int:
        """How many of one address."""
        return self._from[address]

    @contextmanager
    def place(self, address: str) -> Iterator[bool]:
        """A place to wait in, if there is one."""
        with self._lock:
            free = self._from.total() < MAY_WAIT and self._from[address] < WAITING_FROM_ONE
            if free:
                self._from[address] += 1
        try:
            yield free
        finally:
            if free:
                with self._lock:
                    self._from[address] -= 1
                    self._from += Counter()  # lets go of whoever is at none


waiting = _Waiting()


@dataclass(frozen=True)
class Try:
    """Somebody tries to come in as somebody, or to prove that they are."""

    request: Any
    address: str
    name: str
    known: str

    @classmethod
    def by(cls, request: HttpRequest, name: str) -> "Try":
        """The try of this request, at the account of this sign-in name, whether there is one or not."""
        return cls(request, neighbourhood_of(request), name.strip().lower(), device.known(request, name))

    def comes_again(self) -> bool:
        """Whether this has to come again in a moment: too many wrong answers to its address wait."""
        return not self._is_known() and waiting.at(self.address) >= WAITING_FROM_ONE

    def went_wrong(self) -> None:
        """Count it, and let the answer wait when its transaction is over."""
        under = [("address", self.address), ("account", self.name)]
        if self.known:
            under.append(("device", self.known))
        for kind, what in under:
            cache.count(f"wrong|{kind}|{what}", WINDOW)  # type: ignore[attr-defined]
        seconds = pause_after(max(self._wrong(*each) for each in (under[2:] or under)))
        self.request.waits = max(seconds, getattr(self.request, "waits", 0.0))

    def code_is_refused(self) -> bool:
        """Whether no code is looked at from here for this account just now."""
        if self._wrong("code", f"{self.name}|{self.address}") >= CODES_FROM_ONE:
            return True
        return not self._is_known() and self._wrong("codes", self.name) >= CODES_FROM_ALL

    def code_went_wrong(self) -> None:
        """Count a wrong code as well."""
        for what in (f"wrong|code|{self.name}|{self.address}", f"wrong|codes|{self.name}"):
            cache.count(what, WINDOW)  # type: ignore[attr-defined]
        self.went_wrong()

    def _is_known(self) -> bool:
        """A device from which this account came in before, unless it has been wrong itself too often."""
        return bool(self.known) and self._wrong("device", self.known) <= FREE

    @staticmethod
    def _wrong(kind: str, what: str) -> int:
        counted: int = cache.counted(f"wrong|{kind}|{what}", WINDOW)  # type: ignore[attr-defined]
        return counted


class WaitMiddleware:
    """Holds an answer back that says that something was wrong, when no row and no connection waits with it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        seconds: float = getattr(request, "waits", 0.0)
        if seconds:
            with waiting.place(neighbourhood_of(request)) as free:
                if free:
                    pause(seconds)
        return response
