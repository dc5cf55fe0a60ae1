"""Calling the checking functions that belong to the keeper."""

from typing import Any

from django.db import connection


def call(function: str, *values: Any) -> Any:
    """Call one of the keeper's functions with plain values; gives what it returns."""
    marks = ", ".join(["%s"] * len(values))
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}({marks})", list(values))
        row = cursor.fetchone()
    return row[0] if row else None
