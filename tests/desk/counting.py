"""Counting queries as the budgets do: statements of the transaction itself are not among them."""

from collections.abc import Iterator
from contextlib import contextmanager

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
