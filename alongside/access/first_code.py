"""The one-time code of the first set-up: printed on the machine, kept as a hash in the data folder.

It is good once, for a day, and for ten tries. `./run --empty` makes a new one each time it starts, as long as
nobody has an account.
"""

import fcntl
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from alongside import clock
from alongside.access.models import Account

# No letters or figures that are taken for each other when copied by hand.
EASY_TO_COPY = "abcdefghjkmnpqrstuvwxyz23456789"
GOOD_FOR = timedelta(days=1)
TRIES = 10


def _path() -> Path:
    return Path(settings.DATA) / "first-code.json"


def _plain(code: str) -> str:
    return "".join(letter for letter in code.lower() if letter.isalnum())


def _hash(code: str) -> str:
    return hashlib.sha256(_plain(code).encode()).hexdigest()


def make() -> str:
    """A new code; the one before is dead."""
    code = "-".join("".join(secrets.choice(EASY_TO_COPY) for _each in range(4)) for _group in range(4))
    kept = {"hash": _hash(code), "until": (clock.wall() + GOOD_FOR).timestamp(), "tries": 0}
    beside = _path().with_suffix(".new")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(kept, file)
    beside.rename(_path())
    return code


@contextmanager
def _held() -> Iterator[dict[str, Any] | None]:
    """What is kept of the code, while nobody else counts a try; None where there is none that is good."""
    try:
        file = _path().open("r+")
    except FileNotFoundError:
        yield None
        return
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        kept = json.loads(file.read() or "{}")
        good = kept.get("tries", TRIES) < TRIES and kept.get("until", 0) > clock.wall().timestamp()
        yield kept if good else None
        file.seek(0)
        file.truncate()
        json.dump(kept, file)


def is_right(code: str) -> bool:
    """Whether this is the code; a wrong one counts as a try."""
    with _held() as kept:
        if kept is None:
            return False
        if hmac.compare_digest(kept["hash"], _hash(code)):
            return True
        kept["tries"] += 1
        return False


def mark() -> str:
    """What a session remembers of the code it was opened with; empty where no code is good."""
    with _held() as kept:
        return str(kept["hash"]) if kept else ""


def spend() -> None:
    """The code has done its work."""
    _path().unlink(missing_ok=True)


def or_the_first_set_up(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """While nobody has an account, signing in at the desk leads to the first set-up."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        opens_a_page = request.method == "GET" and settings.DOOR == "desk"
        if opens_a_page and not request.user.is_authenticated and not Account.objects.exists():
            return redirect("agency:first_code")
        return view(request, *args, **kwargs)

    return asked
