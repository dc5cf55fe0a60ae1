"""Reading and writing the whole record as the owner, with the master key at hand. For the two commands only."""

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

from alongside.custody.walls_tables import TAKEN_TABLES
from alongside.participants.models import AliasToken, Likeness

_ALL = {"access_account": "access.access_account", "vault_key": "vault.vault_key"} | {
    table: f"core.{table}" for table in (*TAKEN_TABLES, AliasToken._meta.db_table, Likeness._meta.db_table)
}


class NotEmpty(RuntimeError):
    """Somebody is here already; the whole record comes into an empty house only."""


@contextmanager
def walls_down() -> Iterator[None]:
    """One transaction in which the owner, whom the walls hold as well, reads and writes what moves."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "select c.oid::regclass::text from pg_class c where c.relforcerowsecurity and c.oid = any(%s::regclass[])",
            [list(_ALL.values())],
        )
        forced = [row[0] for row in cursor.fetchall()]
        for table in forced:
            cursor.execute(f"alter table {table} no force row level security")
        yield
        # What waits for its check would keep a table from being closed again.
        cursor.execute("set constraints all immediate")
        for table in forced:
            cursor.execute(f"alter table {table} force row level security")


def rows(table: str, after: uuid.UUID, most: int) -> list[dict[str, Any]]:
    """Some rows of a table, as the database tells them."""
    what, where = "to_jsonb(t)", ""
    if table == "access_account":
        what = "jsonb_build_object('id', t.id, 'username', t.username, 'name', t.name)"
        where = "and t.id in (select s.id from core.agency_staff s)"
    elif table == "vault_key":
        where = "and t.door = 'desk' and (t.participant_id is not null or t.contact_id is not null)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {what} from {_ALL[table]} t where t.id > %s {where} order by t.id limit %s",
            [after, most],
        )
        return [json.loads(row[0]) if isinstance(row[0], str) else row[0] for row in cursor.fetchall()]


# What a fresh house starts with that names what is put away, as the first list of what services count as.
_NAMES_THEM = """
    select distinct c.conrelid::regclass::text from pg_constraint c
    where c.contype = 'f' and c.confrelid = any(%s::text[]::regclass[]) and not c.conrelid = any(%s::text[]::regclass[])
"""


def make_room() -> None:
    """Put away what a fresh house starts with, as it comes with the file; raises NotEmpty."""
    with connection.cursor() as cursor:
        cursor.execute("select exists (select from core.participants_participant)")
        if cursor.fetchone()[0]:
            raise NotEmpty
        cursor.execute("set constraints all deferred")
        goes = [
            each
            for each in reversed(TAKEN_TABLES)
            if each not in ("agency_staff", "agency_site", "agency_program")
        ]
        cursor.execute(_NAMES_THEM, [[_ALL[each] for each in goes]] * 2)
        for (table,) in cursor.fetchall():
            cursor.execute(f"delete from {table}")
        for table in goes:
            cursor.execute(f"delete from {_ALL[table]}")


def keep(table: str, told: list[dict[str, Any]]) -> None:
    """Write rows. People of staff come without a password and cannot sign in before somebody lets them."""
    with connection.cursor() as cursor:
        said = json.dumps(told, ensure_ascii=False)
        if table == "access_account":
            cursor.execute(
                "insert into access.access_account (id, username, name, door, is_active, password)"
                " select (e ->> 'id')::uuid, e ->> 'username', e ->> 'name', 'desk', false, '!'"
                " from jsonb_array_elements(%s::jsonb) e on conflict (id) do nothing",
                [said],
            )
        elif table == "vault_key":
            cursor.execute(
                "insert into vault.vault_key (id, key_id, door, participant_id, contact_id, wrapped)"
                " select gen_random_uuid(), k.key_id, 'desk', k.participant_id, k.contact_id, k.wrapped"
                " from jsonb_populate_recordset(null::vault.vault_key, %s::jsonb) k",
                [said],
            )
        else:
            cursor.execute(
                f"insert into {_ALL[table]} select * from jsonb_populate_recordset(null::{_ALL[table]}, %s::jsonb)"
                " on conflict (id) do nothing",
                [said],
            )
