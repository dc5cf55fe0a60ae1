"""What a page costs inside: its queries, its bytes, and where its time goes. Run by `bench` as the desk.

`python -m bench.inside NAME=PATH ...` prints one line of JSON. Each page is opened a few times by the same worker;
the parts are those of the opening in the middle.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest import mock

from bench.fill import setup, staff_id

TIMES = 15


class Spent:
    """Seconds by part, each counted where it is outermost."""

    def __init__(self) -> None:
        self.parts: dict[str, float] = {}
        self.queries = 0
        self._inside: list[str] = []

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Count the time inside to this part, and not to the part around it."""
        begun = time.perf_counter()
        self._inside.append(name)
        try:
            yield
        finally:
            took = time.perf_counter() - begun
            self._inside.pop()
            self.parts[name] = self.parts.get(name, 0.0) + took
            if self._inside:
                outer = self._inside[-1]
                self.parts[outer] = self.parts.get(outer, 0.0) - took

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, counted."""

        def counted(*args: Any, **kwargs: Any) -> Any:
            with self.part(name):
                return function(*args, **kwargs)

        return counted

    def query(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        """A query on its way to the database; those of the transaction itself are not counted."""
        if not sql.lower().startswith(("savepoint", "release", "rollback", "set ", "select set_config")):
            self.queries += 1
        with self.part("database"):
            return execute(sql, *rest)


def opened(client: Any, path: str) -> tuple[float, Spent, int]:
    """Open a page once: seconds, parts, bytes."""
    from django.db import connection
    from jinja2 import Template

    from alongside.vault import sealing

    spent = Spent()
    with ExitStack() as stack:
        stack.enter_context(connection.execute_wrapper(spent.query))
        stack.enter_context(mock.patch.object(Template, "render", spent.around("page", Template.render)))
        for name in ("unwrap", "unseal"):
            counted = spent.around("opening", getattr(sealing, name))
            stack.enter_context(mock.patch.object(sealing, name, counted))
            if name == "unseal":
                stack.enter_context(mock.patch("alongside.vault.fields.unseal", counted))
        begun = time.perf_counter()
        answer = client.get(path, headers={"accept-encoding": "br"})
        took = time.perf_counter() - begun
    if answer.status_code != 200:
        raise RuntimeError(f"{path}: {answer.status_code}")
    return took, spent, len(answer.content)


def tell(pages: dict[str, str]) -> dict[str, dict[str, float]]:
    """Each page's figures: ms in all and by part, queries, bytes on the wire."""
    from urllib.parse import urlsplit

    from django.conf import settings
    from django.test import Client

    from alongside.access.models import Account

    client = Client(SERVER_NAME=urlsplit(settings.ORIGIN).hostname or "", HTTP_ACCEPT_LANGUAGE="en")
    client.force_login(Account.objects.get(pk=staff_id(0)), backend=settings.AUTHENTICATION_BACKENDS[0])
    told = {}
    for name, path in pages.items():
        took, spent, size = sorted(
            (opened(client, path) for _each in range(TIMES)), key=lambda each: each[0]
        )[TIMES // 2]
        parts = {part: round(seconds * 1000, 2) for part, seconds in spent.parts.items()}
        rest = round(took * 1000 - sum(parts.values()), 2)
        told[name] = {
            "ms": round(took * 1000, 2),
            **parts,
            "rest": rest,
            "queries": spent.queries,
            "bytes": size,
        }
    return told


if __name__ == "__main__":
    setup("desk")
    sys.stdout.write(json.dumps(tell(dict(each.split("=", 1) for each in sys.argv[1:]))) + "\n")
