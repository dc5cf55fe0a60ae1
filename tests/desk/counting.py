"""Counting queries as the budgets do: statements of the transaction itself are not among them."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

OF_THE_TRANSACTION = (
    "savepoint",
    "release savepoint",
    "rollback to",
    "begin",
    "commit",
    "set ",
    "select set_config",
)


# The most queries of anybody's Today: people, and what may wait in any room, are one each.
OF_TODAY = 11


@contextmanager
def counted() -> Iterator[list[str]]:
    """The queries made inside, without those of the transaction."""
    found: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield found
    found += [
        each["sql"]
        for each in captured.captured_queries
        if not each["sql"].lower().startswith(OF_THE_TRANSACTION)
    ]


@contextmanager
def on_the_wire() -> Iterator[list[str]]:
    """Every statement that is sent inside: the session's, the actor's and the trail's too, and those of savepoints.

    A page under test has three that a served one has not: it runs in a savepoint of the test, and takes back who acted.
    """
    sent: list[str] = []
    execute = psycopg.Cursor.execute

    def seen(cursor: Any, statement: Any, *more: Any, **how: Any) -> Any:
        sent.append(str(statement))
        return execute(cursor, statement, *more, **how)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(psycopg.Cursor, "execute", seen)
        yield sent
