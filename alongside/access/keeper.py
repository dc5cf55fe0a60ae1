"""Calling the checking functions that belong to the keeper, and waiting for each other in the database."""

from typing import Any

import psycopg
from django.db import connection, connections


def call(function: str, *values: Any) -> Any:
    """Call one of the keeper's functions with plain values; gives what it returns."""
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}({marks})", list(values))
        row = cursor.fetchone()
    return row[0] if row else None


def told(statement: str, *values: Any) -> Any:
    """The first cell of a statement whose values stand beside its text and not in it.

    Whoever looks at what other connections of this role are busy with sees the text.
    """
    ours = connections["default"]
    ours.ensure_connection()
    with ours.wrap_database_errors, psycopg.Cursor(ours.connection) as cursor:
        row = cursor.execute(statement, values).fetchone()
    return row[0] if row else None


def one_at_a_time(thing: object) -> None:
    """Let a second request about the same thing wait for the first, so that it finds what the first has done."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 0))", [str(thing)])
