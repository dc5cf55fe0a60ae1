"""Making copies: the data as the backup role sees it, all of one moment; the keys apart, newest only."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from psycopg import sql

from alongside import clock
from alongside.project.upkeep.archive import Manifest, Purpose, verified, written
from alongside.project.upkeep.database import (
    KEY_TABLE,
    columns_of,
    count_of,
    named,
    not_seen_whole,
    signed_in_as,
    tables_to_keep,
)
from alongside.project.upkeep.places import Folders, Trouble

KEEP = 30
_KEYS = sql.SQL("copy (select * from vault.keys_to_keep()) to stdout")


@dataclass(frozen=True)
class Kept:
    """What a backup has put where."""

    file: Path | None
    rows: int
    keys: int


def backup_key() -> bytes:
    """The key that seals copies."""
    key: bytes = settings.KEYS.secret("backup.key")
    return key


def make_backup(where: Folders, *, keep: int = KEEP) -> Kept:
    """Copy data and keys, read both copies back, and let go of copies beyond the newest `keep`."""
    where.make()
    file = where.new_file()
    rows = _copy_data(file)
    keys = copy_keys(where)
    for old in where.copies()[max(keep, 1) :]:
        old.unlink()
    return Kept(file, rows, keys)


def copy_keys(where: Folders) -> int:
    """Copy the wrapped keys over the copy before, so that a destroyed key is in no copy any more."""
    where.make()
    with _of_one_moment() as connection:
        row = connection.execute("select count(*) from vault.keys_to_keep()").fetchone()
        columns = ["id", "key_id", "door", "participant_id", "contact_id", "staff_id", "thing_id", "wrapped"]
        manifest = _manifest(connection, {KEY_TABLE: columns}, {KEY_TABLE: int(row[0]) if row else 0})
        _write(connection, where.keys_file, "keys", manifest, {KEY_TABLE: _KEYS})
    return manifest.rows[KEY_TABLE]


def _copy_data(file: Path) -> int:
    with _of_one_moment() as connection:
        tables = tables_to_keep()
        unseen = not_seen_whole(connection, tables)
        if unseen:
            raise Trouble(
                "A copy would miss rows, because a wall hides them from the backup role: "
                f"{', '.join(unseen)}. Run ./keep prepare, then try again."
            )
        columns = {table: columns_of(connection, table) for table in tables}
        manifest = _manifest(connection, columns, {table: count_of(connection, table) for table in tables})
        copies = {
            table: sql.SQL("copy {} ({}) to stdout").format(
                named(table), sql.SQL(", ").join(map(sql.Identifier, names))
            )
            for table, names in columns.items()
        }
        _write(connection, file, "data", manifest, copies)
    return sum(manifest.rows.values())


def _of_one_moment() -> "psycopg.Connection[Any]":
    connection = signed_in_as("backup")
    connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    return connection


def _manifest(
    connection: "psycopg.Connection[Any]", columns: dict[str, list[str]], rows: dict[str, int]
) -> Manifest:
    applied = connection.execute("select app, name from core.django_migrations order by id").fetchall()
    return Manifest(
        made_at=clock.wall().isoformat(),
        server=connection.info.server_version,
        migrations=[list(each) for each in applied],
        columns=columns,
        rows=rows,
    )


def _write(
    connection: "psycopg.Connection[Any]",
    file: Path,
    purpose: Purpose,
    manifest: Manifest,
    copies: Mapping[str, sql.Composed | sql.SQL],
) -> None:
    with written(file, backup_key(), purpose, manifest) as writer:
        for table, copy in copies.items():
            count = writer.rows(table, _pieces(connection, copy))
            if count != manifest.rows[table]:
                raise Trouble(f"{table} has {manifest.rows[table]} rows and {count} were copied.")
    verified(file, backup_key(), purpose)


def _pieces(connection: "psycopg.Connection[Any]", copy: sql.Composed | sql.SQL) -> Iterator[Any]:
    with connection.cursor() as cursor, cursor.copy(copy) as rows:
        yield from rows
