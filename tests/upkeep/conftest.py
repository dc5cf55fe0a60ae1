"""An installation to be looked after: a database with people in it, a key folder and two folders of copies."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connections

from alongside.project.environment import KeyFolder
from tests.conftest import ROOT, clone, drop, owner_connection


@dataclass(frozen=True)
class Installation:
    """What an operator has in hands."""

    database: str
    keys: Path
    copies: Path
    key_copies: Path

    def run(self, *words: str, role: str = "owner") -> subprocess.CompletedProcess[str]:
        """A command, as an operator runs it."""
        described = connections["default"].settings_dict
        place = f"postgresql:///{self.database}?host={described['HOST']}&port={described['PORT'] or 5432}"
        told = os.environ | {
            "ALONGSIDE_ROLE": role,
            "ALONGSIDE_DATABASE": place,
            "ALONGSIDE_KEYS": str(self.keys),
            "ALONGSIDE_BACKUPS": str(self.copies),
            "ALONGSIDE_KEY_BACKUPS": str(self.key_copies),
        }
        return subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=told, capture_output=True, text=True, check=False
        )

    def manage(self, *words: str, role: str = "owner") -> str:
        """A command that works; gives what it said."""
        done = self.run("manage.py", *words, role=role)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def refused(self, *words: str, role: str = "owner") -> str:
        """A command that is refused in one plain sentence; gives it."""
        done = self.run("manage.py", *words, role=role)
        assert done.returncode == 1, done.stdout + done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        return done.stderr

    def as_owner(self) -> "psycopg.Connection[Any]":
        """The owner's connection to its database."""
        return owner_connection(self.database)

    def count(self, table: str) -> int:
        """Rows of a table, as the backup role sees them."""
        with self.seen() as reader:
            row = reader.execute(f"select count(*) from {table}").fetchone()
        return int(row[0]) if row else 0

    def seen(self) -> "psycopg.Connection[Any]":
        """The backup role's connection to its database."""
        described = connections["default"].settings_dict
        return psycopg.connect(
            host=described["HOST"],
            port=described["PORT"] or None,
            dbname=self.database,
            user="alongside_backup",
            password=settings.KEYS.role_passwords()["backup"],
        )

    def beside(self, name: str, **other: Path) -> "Installation":
        """The same operator, with another database."""
        return replace(self, database=name, **other)


@pytest.fixture(scope="session")
def peopled(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """A database with people in it; tests work in clones of it."""
    name = clone(f"alongside_up_{os.getpid()}")
    folder = tmp_path_factory.mktemp("installation")
    made = Installation(name, folder / "keys", folder / "data", folder / "copied-keys")
    shutil.copytree(settings.KEYS.path, made.keys)
    done = made.run("-m", "tests.upkeep.fill", role="desk")
    assert done.returncode == 0, done.stdout + done.stderr
    yield made
    drop(name)


@pytest.fixture
def installation(peopled: Installation, tmp_path: Path) -> Iterator[Installation]:
    """An installation of one's own."""
    name = f"{peopled.database}_one"
    with owner_connection() as owner:
        owner.execute(f"drop database if exists {name} with (force)")
        owner.execute(f"create database {name} template {peopled.database}")
    keys = tmp_path / "keys"
    shutil.copytree(peopled.keys, keys)
    yield Installation(name, keys, tmp_path / "data", tmp_path / "copied-keys")
    drop(name)


@pytest.fixture
def empty(installation: Installation) -> Iterator[Installation]:
    """An empty database beside it."""
    name = f"{installation.database}_back"
    with owner_connection() as owner:
        owner.execute(f"drop database if exists {name} with (force)")
        owner.execute(f"create database {name}")
    yield installation.beside(name)
    drop(name)


@pytest.fixture
def in_place(installation: Installation, monkeypatch: pytest.MonkeyPatch) -> Installation:
    """The installation, for functions called in this very process."""
    monkeypatch.setitem(connections["default"].settings_dict, "NAME", installation.database)
    monkeypatch.setattr(settings, "KEYS", KeyFolder(installation.keys))
    return installation
