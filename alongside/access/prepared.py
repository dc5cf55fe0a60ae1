"""Statements are planned once for a connection, and planned anew after tables or walls were changed under it.

The plan is general: who acts, and every value, is asked when it runs, so it holds nothing of whom it was made for.
"""

from collections.abc import Callable
from typing import Any

from django.db import DatabaseError, connection
from django.db.backends.signals import connection_created
from psycopg import _queries, errors

# A statement is prepared when it comes a second time; what is asked only once is not kept.
THRESHOLD = 1
MOST = 500
# The driver takes a statement apart each time it comes if it is longer than this; ours are, and come with every page.
_queries.MAX_CACHED_STATEMENT_LENGTH = 65_536
_queries.MAX_CACHED_STATEMENT_PARAMS = 5_000
# What the database says of a plan whose tables or functions have changed so that it cannot be made anew by itself.
_OUTDATED = (
    errors.FeatureNotSupported,
    errors.InvalidSqlStatementName,
    errors.UndefinedFunction,
    errors.DatatypeMismatch,
)


class Outdated:
    """Notices that a statement did not run because its plan is of before a change. Put around one request."""

    def __init__(self) -> None:
        self.noticed = False

    def __call__(self, execute: Callable[..., Any], *statement: Any) -> Any:
        try:
            return execute(*statement)
        except DatabaseError as error:
            self.noticed |= isinstance(error.__cause__, _OUTDATED)
            raise


def plan_anew() -> None:
    """Let go of every plan: what comes next begins on a connection of its own, unless it is within another's work."""
    if not connection.in_atomic_block:
        connection.close()


def _prepare(connection: Any, **_signal: Any) -> None:
    # The ledger's statements are short, and run without a transaction whose end would let an outdated plan go.
    if connection.alias == "default" and connection.vendor == "postgresql":
        connection.connection.prepare_threshold = THRESHOLD
        connection.connection.prepared_max = MOST


connection_created.connect(_prepare, dispatch_uid="prepared")
__all__ = ["Outdated", "plan_anew"]
