"""The demo, where Lantern's story stands, comes back from its copies into a clean installation as it was: every row."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from alongside.participants.models import AliasToken, Likeness
from alongside.project.upkeep.database import KEY_TABLE, tables_to_keep
from tests.browser.stage import template
from tests.conftest import clone, drop, owner_connection
from tests.upkeep.conftest import Installation

pytestmark = pytest.mark.no_database
# Made anew from the words, under new ids; and which step of ours was taken when.
MADE_ANEW = {f"core.{model._meta.db_table}": "participant_id, token" for model in (AliasToken, Likeness)}
NOT_THEIRS = {"core.django_migrations"}


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Installation]:
    """The demo as ./run makes it, with keys and copies of its own."""
    made = Installation(
        clone(f"alongside_demo_{os.getpid()}", template(beginning=False)),
        *(tmp_path / each for each in ("keys", "data", "copied-keys")),
    )
    shutil.copytree(settings.KEYS.path, made.keys)
    yield made
    drop(made.database)


@pytest.fixture
def clean(demo: Installation) -> Iterator[Installation]:
    """An empty database beside it, where nothing was prepared."""
    name = f"{demo.database}_back"
    with owner_connection() as owner:
        owner.execute(f"drop database if exists {name} with (force)")
        owner.execute(f"create database {name}")
    yield demo.beside(name)
    drop(name)


def rows(installation: Installation) -> dict[str, list[str]]:
    """Every row of every table that a copy holds, and what was made of the words, as text."""
    told = {table: "to_jsonb(t)::text" for table in {*tables_to_keep(), KEY_TABLE} - NOT_THEIRS}
    told |= {table: f"({columns})::text" for table, columns in MADE_ANEW.items()}
    found = {}
    with installation.as_owner() as owner:
        for table, what in told.items():
            owner.execute(f"alter table {table} no force row level security")
            found[table] = [row for (row,) in owner.execute(f"select {what} from {table} t order by 1")]
    return found


def words(installation: Installation, file: Path) -> list[str]:
    """Every row that leaves, with its words opened."""
    installation.manage("take_along", str(file), "--purpose", "To compare")
    return sorted(file.read_text().split("\n"))


def test_every_row_and_every_word_comes_back(demo: Installation, clean: Installation, tmp_path: Path) -> None:
    demo.manage("backup", role="backup")
    clean.manage("restore")
    said = words(demo, tmp_path / "before")
    assert words(clean, tmp_path / "after") == said
    assert any('"alias": "Lantern"' in line for line in said)
    was, now = rows(demo), rows(clean)
    assert was["core.practice_reflection"] and was["core.consent_release"] and was["trail.trail_trailentry"]
    assert {table for table in was if was[table] != now[table]} == set()
