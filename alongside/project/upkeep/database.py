"""Signing in to the database apart from Django's own connection, and which tables belong in a copy."""

from typing import Any

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

from alongside.access.wall import SCHEMAS, declared

KEY_TABLE = "vault.vault_key"


def signed_in_as(role: str) -> "psycopg.Connection[Any]":
    """A connection of its own as one of our roles, to the database that the settings name."""
    described = connections["default"].settings_dict
    ours = {"options", "server_side_binding"}
    more = {name: value for name, value in described["OPTIONS"].items() if name not in ours}
    return psycopg.connect(
        host=described["HOST"] or None,
        port=described["PORT"] or None,
        dbname=described["NAME"],
        user=f"alongside_{role}",
        password=settings.KEYS.role_passwords().get(role, ""),
        options=f"-c search_path={','.join((*SCHEMAS, 'public'))} -c timezone=UTC",
        **more,
    )


def named(table: str) -> sql.Identifier:
    """A table as SQL wants it."""
    return sql.Identifier(*table.split("."))


def tables_to_keep() -> list[str]:
    """Every table whose rows belong in a copy of the data, as the walls declare it."""
    walls, _functions, _joined = declared()
    return sorted(table for table, wall in walls.items() if wall.dumped)


def columns_of(connection: "psycopg.Connection[Any]", table: str) -> list[str]:
    """The columns of a table, in their order."""
    rows = connection.execute(
        "select attname from pg_attribute where attrelid = to_regclass(%s) and attnum > 0"
        " and not attisdropped and attgenerated = '' order by attnum",
        [table],
    )
    return [name for (name,) in rows]


def count_of(connection: "psycopg.Connection[Any]", table: str) -> int:
    """How many rows this role sees in a table."""
    row = connection.execute(sql.SQL("select count(*) from {}").format(named(table))).fetchone()
    return int(row[0]) if row else 0


def not_seen_whole(connection: "psycopg.Connection[Any]", tables: list[str]) -> list[str]:
    """Tables of which the backup role would miss rows without any error: no wall opens all of them to it."""
    seen = {
        table
        for (table,) in connection.execute(
            "select schemaname || '.' || tablename from pg_policies where policyname = 'backup'"
            " and permissive = 'PERMISSIVE' and cmd = 'SELECT' and qual = 'true'"
            " and 'alongside_backup' = any(roles)"
        )
    }
    narrowed = {
        table
        for (table,) in connection.execute(
            "select schemaname || '.' || tablename from pg_policies where permissive = 'RESTRICTIVE'"
        )
    }
    unwalled = {
        table
        for (table,) in connection.execute(
            "select oid::regclass::text from pg_class where not relrowsecurity and relkind = 'r'"
            " and relnamespace::regnamespace::text = any(%s)",
            [list(SCHEMAS)],
        )
    }
    bare = {name.split(".")[-1] for name in unwalled}
    return [
        table
        for table in tables
        if (table not in seen and table.split(".")[1] not in bare) or table in narrowed
    ]
