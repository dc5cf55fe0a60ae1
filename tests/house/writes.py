"""What a request writes: rows put in, changed or taken out, table by table, as the database itself counts them."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# Who looked; that one is signed in; how often something was tried.
MAY_GROW = re.compile(r"trail\.|access\..*(session|ledger|limit)")


def _counted() -> Counter[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "select schemaname || '.' || relname, n_tup_ins + n_tup_upd + n_tup_del"
            " from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0"
        )
        return Counter(dict(cursor.fetchall()))


@contextmanager
def written() -> Iterator[list[str]]:
    """The tables that are written while this lasts, but for those that every request may add to."""
    found: list[str] = []
    before = _counted()
    yield found
    found += sorted(table for table in _counted() - before if not MAY_GROW.match(table))
