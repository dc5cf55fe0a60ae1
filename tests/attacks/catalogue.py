"""Every table of the house with its columns, as the database itself names them."""

from django.db import connection

SCHEMAS = ("core", "access", "vault", "shared", "trail")
Table = tuple[str, tuple[str, ...]]


def tables() -> list[Table]:
    """Every table of the house with its columns."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select n.nspname || '.' || c.relname, array_agg(a.attname::text) from pg_class c"
            " join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid"
            " where c.relkind = 'r' and n.nspname = any(%s) and a.attnum > 0 and not a.attisdropped"
            " group by 1 order by 1",
            [list(SCHEMAS)],
        )
        return [(name, tuple(columns)) for name, columns in cursor.fetchall()]
