#!/usr/bin/env python3
"""How a search of the directory and an import grow from 100 services to 10,000: ratios of one run, no limits.

Run it in the environment that ./test makes: .venv/bin/python bench/directory.py
"""

import io
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from scripts.screenshots import surroundings  # noqa: E402

FEW, MANY, TIMES = 100, 10_000, 40
SEARCHES = {
    "everything": {},
    "a language": {"language": "Tigrinya"},
    "a rare language": {"language": "Rohingya", "serves": "men"},
    "who is served, not known": {"serves": ["men", "families"], "kind": "other"},
    "a name": {"words": "service 00042"},
    "tonight": {"tonight": "on"},
}


def services(first: int, last: int) -> Iterator[dict[str, Any]]:
    """Invented services; every hundredth speaks a rare language."""
    from tests.partners.make import entry

    for number in range(first, last):
        rare = [{"id": "language", "name": "Rohingya"}]
        yield entry(number, **({"languages": rare} if number % 100 == 50 else {}))


def say(line: str) -> None:
    """One line of the outcome."""
    sys.stdout.write(f"{line}\n")


def at_best(act: Callable[[], Any]) -> float:
    """The shortest of several times, in milliseconds: what else the machine does then counts least."""
    act()
    taken = []
    for _time in range(TIMES):
        begun = time.perf_counter()
        act()
        taken.append((time.perf_counter() - begun) * 1000)
    return min(taken)


def memory() -> int:
    """The most this process has held so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure(client: Any) -> dict[str, float]:
    """Each search as a whole page, from the door to the last byte."""
    return {name: at_best(partial(client.get, "/partners/", query)) for name, query in SEARCHES.items()}


def bring_in(first: int, last: int) -> None:
    """A file of services, taken in as the page does it."""
    import uuid

    from django.db import transaction

    from alongside import trail
    from alongside.partners.actions import import_directory
    from alongside.partners.hsds.reading import entries
    from tests import cast

    file = io.BytesIO(json.dumps(list(services(first, last))).encode())
    held, begun = memory(), time.perf_counter()
    with transaction.atomic(), cast.acting(cast.DIRECTOR) as by:
        import_directory(by=by, batch=uuid.uuid4(), entries=entries(file), is_public=True)
        trail.flush()
    say(
        f"{last - first:6} taken in: {time.perf_counter() - begun:6.1f} s, {memory() - held:+d} MB beyond the file"
    )


def main() -> None:
    """Measure with few, then with many, and print how much longer it takes."""
    import django

    django.setup()
    from django.db import connections

    from tests import cast
    from tests.conftest import clone, drop, owner_connection

    name = clone("alongside_bench_directory")
    for alias in ("default", "ledger"):
        connections[alias].settings_dict["NAME"] = name
    try:
        client = cast.signed_in(cast.CM1)
        bring_in(0, FEW)
        _settle(owner_connection, name)
        few = measure(client)
        bring_in(FEW, MANY)
        _settle(owner_connection, name)
        many = measure(client)
        say(f"\n{'search':28}{FEW:>10}{MANY:>10}{'ratio':>8}")
        for search, before in few.items():
            say(f"{search:28}{before:8.1f}ms{many[search]:8.1f}ms{many[search] / before:8.2f}")
    finally:
        connections.close_all()
        drop(name)


def _settle(owner_connection: Callable[[str], Any], name: str) -> None:
    """What autovacuum does a moment later on its own."""
    with owner_connection(name) as owner:
        owner.execute("vacuum analyze")


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.project.settings"
    with surroundings():
        main()
