"""A whole record that a house of before wrote (version 1: one of each table that left, words and all) comes over.

Names of tables and columns may have changed since, so a row is known again by its id. A column whose name still stands
is compared by name; the others by what is in them.
"""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from alongside.participants.choices import Under18
from tests.conftest import clone, drop, owner_connection, prepared
from tests.custody.test_whole import manage

pytestmark = pytest.mark.no_database

BEFORE = Path(__file__).with_name("record_of_before.jsonl")
# Sealed in the file's house, and looked for in what PostgreSQL holds now.
SAID = ("Juniper", "Marigold", "Lantérn", "ሻይ")
# Codes that are called otherwise now, by their column.
NOW = {("part", "primary"): "case_manager", ("table", "listing"): "service"}


@pytest.fixture(scope="module")
def house() -> Iterator[str]:
    """A house where nobody is yet."""
    name = f"alongside_after_{os.getpid()}"
    clone(name, prepared())
    yield name
    drop(name)


def rows(file: Path) -> dict[str, dict[str, Any]]:
    """Every row of a file, by its id; the rows that say which words share a key by that key."""
    found: dict[str, dict[str, Any]] = {}
    for line in file.read_text().split("\n")[:-1]:
        row = json.loads(line).get("row", {})
        found |= {row.get("id") or row["key_id"]: row} if row else {}
    return found


def lost(was: dict[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """What of a row did not arrive: by its name, and where that is gone by its value."""
    told = Counter(json.dumps(value) for name, value in now.items() if name not in was)
    gone = {}
    for name, value in was.items():
        if name in now:
            code = NOW.get((name, value), value) if isinstance(value, str) else value
            gone |= {} if now[name] == code else {name: value}
        elif told[json.dumps(value)]:
            told[json.dumps(value)] -= 1
        else:
            gone[name] = value
    return gone


def test_what_arrives_is_what_was_taken(house: str, tmp_path: Path) -> None:
    done = manage(house, "bring_over", str(BEFORE))
    assert done.returncode == 0, done.stderr
    again = tmp_path / "again"
    assert manage(house, "take_along", str(again), "--purpose", "To compare").returncode == 0
    was, now = rows(BEFORE), rows(again)
    assert was.keys() == now.keys()
    assert {key: gone for key, row in was.items() if (gone := lost(row, now[key]))} == {}
    with owner_connection(house) as owner:
        tables = owner.execute(
            "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace::regnamespace::text"
            " in ('core', 'vault')"
        ).fetchall()
        for (table,) in tables:
            owner.execute(f"alter table {table} no force row level security")
        held = {
            table: str(owner.execute(f"select to_jsonb(t) from {table} t").fetchall()) for (table,) in tables
        }
    assert "participant_id" in held["vault.vault_key"]
    assert [table for table, text in held.items() if any(word in text for word in SAID)] == []


def test_a_row_that_lost_something_is_told() -> None:
    was = {"id": "1", "was": "tea", "also": "tea", "stays": 1}
    assert lost(was, was) == {}
    assert lost(was, {"id": "1", "now": "tea", "and": "tea", "stays": 1, "new": None}) == {}
    assert lost(was, {"id": "1", "now": "tea", "and": "", "stays": 1}) == {"also": "tea"}
    assert lost(was, {"id": "1", "now": "tea", "and": "tea", "stays": 2}) == {"stays": 1}


def test_a_column_that_the_file_does_not_know_begins_as_in_a_new_row(tmp_path: Path) -> None:
    older, again = tmp_path / "older", tmp_path / "again"
    lines = [json.loads(line) for line in BEFORE.read_text().split("\n")[:-1]]
    people = [each["row"] for each in lines if each.get("table") == "participants_participant"]
    assert people
    for row in people:
        del row["under_18"]
    older.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in lines))
    name = f"alongside_older_{os.getpid()}"
    clone(name, prepared())
    try:
        done = manage(name, "bring_over", str(older))
        assert done.returncode == 0, done.stderr
        assert manage(name, "take_along", str(again), "--purpose", "To compare").returncode == 0
        assert {rows(again)[row["id"]]["under_18"] for row in people} == {Under18.NOT_SAID.value}
    finally:
        drop(name)
