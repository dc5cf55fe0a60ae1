"""Bringing a copy back into an empty database: nothing is touched before both copies are read to their end."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql

from alongside.access.raising import make_schemas, settle_schemas
from alongside.access.wall import SCHEMAS, declared
from alongside.participants.tokens import make_all_anew
from alongside.project.upkeep.archive import Manifest, Purpose, opened, verified
from alongside.project.upkeep.backup import backup_key
from alongside.project.upkeep.database import KEY_TABLE, columns_of, count_of, named, signed_in_as
from alongside.project.upkeep.places import Trouble
from alongside.vault import ring, sealing


def restore(data: Path, keys: Path) -> Manifest:
    """Bring data and keys back (as the owner). Refuses where people are, and where a key does not fit."""
    manifest = verified(data, backup_key(), "data")
    wrapped = verified(keys, backup_key(), "keys")
    keys_fit(keys)
    _known_here(manifest, data)
    refuse_over_people()
    _make_tables(manifest)
    with signed_in_as("owner") as owner:
        owner.execute("set constraints all deferred")
        tables = [*manifest.rows, *wrapped.rows]
        owner.execute(
            sql.SQL("truncate {} cascade").format(sql.SQL(", ").join(named(table) for table in tables))
        )
        _load(owner, data, "data", manifest)
        _load(owner, keys, "keys", wrapped)
        _count_on(owner, tables)
    call_command("prepare", quiet=True)
    find_again()
    prove(manifest)
    return manifest


def keys_fit(keys: Path) -> int:
    """Every wrapped key opens with the master key of this installation; gives their number."""
    count = 0
    with opened(keys, backup_key(), "keys") as (manifest, parts):
        places = {name: place for place, name in enumerate(manifest.columns[KEY_TABLE])}
        for _table, rows in parts:
            for row in rows.decode().splitlines():
                cells = row.split("\t")
                if cells[places["door"]] != settings.DOOR:
                    continue
                count += 1
                try:
                    # COPY writes bytes as \\x and hexadecimal.
                    ring.unwrapped(UUID(cells[places["key_id"]]), bytes.fromhex(cells[places["wrapped"]][3:]))
                except sealing.DoesNotOpen:
                    raise Trouble(
                        f"The master key in {settings.KEYS.path} is not the one that this copy was made "
                        "under: no word would open. Put the right key folder back; nothing was changed."
                    ) from None
    return count


def refuse_over_people() -> None:
    """A copy is brought back into an empty database only."""
    with signed_in_as("owner") as owner:
        for table in ("core.participants_participant", "access.access_account"):
            row = owner.execute("select to_regclass(%s)", [table]).fetchone()
            if not row or row[0] is None:
                continue
            owner.execute("set local role alongside_keeper")
            there = count_of(owner, table)
            owner.execute("reset role")
            if there:
                raise Trouble(
                    "There are people in this database, so nothing is brought back over them. "
                    "Make a new, empty database and name that one."
                )


def _known_here(manifest: Manifest, data: Path) -> None:
    known = set(MigrationExecutor(connection).loader.disk_migrations)
    strange = [".".join(each) for each in manifest.migrations if (each[0], each[1]) not in known]
    if strange:
        raise Trouble(
            f"{data} was made by a newer version of Alongside (it knows {strange[-1]}): install that version first."
        )


def _make_tables(manifest: Manifest) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for schema in SCHEMAS:
            cursor.execute(f"drop schema if exists {schema} cascade")
    make_schemas()
    executor = MigrationExecutor(connection)
    executor.migrate(_leaves(executor, {(app, name) for app, name in manifest.migrations}))
    with transaction.atomic(), connection.cursor() as cursor:
        settle_schemas(cursor, declared()[0])
        walls, _functions, _joined = declared()
        for table, columns in manifest.columns.items():
            # Tables of others get a column of ours when their wall is raised.
            wall = walls.get(table)
            cursor.execute("select to_regclass(%s)", [table])
            if wall and wall.also.startswith("alter table") and cursor.fetchone()[0]:
                cursor.execute(wall.also)
            _same_columns(cursor, table, columns)


def _leaves(executor: MigrationExecutor, recorded: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The newest of the recorded steps of each room: they bring those before them along."""
    graph = executor.loader.graph
    return [
        node
        for node in sorted(recorded)
        if node in graph.node_map
        and not any(
            child.key[0] == node[0] and child.key in recorded for child in graph.node_map[node].children
        )
    ]


def _same_columns(cursor: Any, table: str, columns: Iterable[str]) -> None:
    cursor.execute(
        "select attname from pg_attribute where attrelid = to_regclass(%s) and attnum > 0 and not attisdropped",
        [table],
    )
    strange = set(columns) - {name for (name,) in cursor.fetchall()}
    if strange:
        raise Trouble(f"{table} has no column {', '.join(sorted(strange))} here; the copy does not fit.")


def _load(owner: "psycopg.Connection[Any]", file: Path, purpose: Purpose, manifest: Manifest) -> None:
    with opened(file, backup_key(), purpose) as (_manifest, parts):
        for table, rows in parts:
            columns = sql.SQL(", ").join(map(sql.Identifier, manifest.columns[table]))
            into = sql.SQL("copy {} ({}) from stdin").format(named(table), columns)
            try:
                with owner.cursor() as cursor, cursor.copy(into) as copy:
                    copy.write(rows)
            except psycopg.Error as why:
                raise Trouble(f"The rows of {table} do not fit: {why.sqlstate or 'refused'}.") from None
    for table, count in manifest.rows.items():
        if count_of(owner, table) != count:
            raise Trouble(f"{table} should have {count} rows and has {count_of(owner, table)}.")
    try:
        owner.execute("set constraints all immediate; set constraints all deferred")
    except psycopg.Error:
        raise Trouble(f"{file} is missing rows: some point to others that are not in it.") from None


def _count_on(owner: "psycopg.Connection[Any]", tables: list[str]) -> None:
    """Numbered rows go on after the highest number."""
    for table in tables:
        for column in columns_of(owner, table):
            row = owner.execute("select pg_get_serial_sequence(%s, %s)", [table, column]).fetchone()
            if row and row[0]:
                owner.execute(
                    sql.SQL("select setval({}, coalesce(max({}), 1), max({}) is not null) from {}").format(
                        sql.Literal(row[0]), sql.Identifier(column), sql.Identifier(column), named(table)
                    )
                )


def find_again() -> int:
    """Make the tokens of every alias anew, since no copy holds them."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        made = make_all_anew()
        cursor.execute("reset role")
    return made


def prove(manifest: Manifest) -> None:
    """What stands in the database is what the copy says, and the trail is whole."""
    with signed_in_as("backup") as reader:
        for table, count in manifest.rows.items():
            if table == "core.django_migrations" or count_of(reader, table) >= count:
                continue
            raise Trouble(f"{table} should have {count} rows and has {count_of(reader, table)}.")
        broken = reader.execute("select count(*) from trail.broken_chains()").fetchone()
        if broken and broken[0]:
            raise Trouble(f"The trail is not whole: {broken[0]} places in it were changed or are missing.")
