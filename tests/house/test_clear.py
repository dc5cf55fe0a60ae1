"""What a table about somebody holds in clear: the list of docs/THREATS.md, held against the catalogue of columns."""

import re

import pytest
from django.apps import apps
from django.db import connection

from alongside.vault.fields import SealedText
from tests.house.checks import ROOT

# Who, when, which table, which version, which place in a list: said once, above the list.
SAID_ONCE = ("version", "place")
ROW = re.compile(r"^\| `(\w+)` \| ([^|]+) \| ([^|]+) \|$", re.M)


def listed() -> dict[str, set[str]]:
    """The columns that the document names, by their table, each with a reason."""
    text = (ROOT / "docs" / "THREATS.md").read_text()
    found: dict[str, set[str]] = {}
    for table, columns, why in ROW.findall(text.partition("## What stays in clear")[2]):
        assert why.strip(), table
        found.setdefault(table, set()).update(re.findall(r"`(\w+)`", columns))
    return found


def in_clear() -> dict[str, set[str]]:
    """The columns of every table about somebody that are neither sealed, nor a reference, nor a time."""
    sealed = {
        (model._meta.db_table, field.column)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, SealedText)
    }
    with connection.cursor() as cursor:
        cursor.execute(
            """
            select c.relname, a.attname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname in ('core', 'shared', 'vault') and c.relkind in ('r', 'v', 'm')
                  and a.atttypid <> all (array['uuid', 'timestamptz', 'date', 'tstzrange']::regtype[])
                  and a.attname <> all (%s)
                  and exists (select from pg_attribute w where w.attrelid = c.oid and not w.attisdropped
                    and w.attname = any (array['key_id', 'participant_id', 'contact_id', 'one_id', 'kept_id']))
            """,
            [list(SAID_ONCE)],
        )
        found: dict[str, set[str]] = {}
        for table, column in cursor.fetchall():
            if (table, column) not in sealed:
                found.setdefault(table, set()).add(column)
    return found


def test_what_stays_in_clear_is_listed_as_it_is() -> None:
    assert in_clear() == listed(), "a column in clear wants its line and its reason in docs/THREATS.md"


@pytest.mark.parametrize("owner", ["participant_id", "key_id"])
def test_a_planted_column_in_clear_is_found(owner: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute(f"create table core.planted (id uuid, {owner} uuid, at timestamptz, mood text)")
    assert in_clear()["planted"] == {"mood"}
