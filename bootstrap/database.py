"""The database server as the set-up sees it: the embedded one, or one of yours named by DATABASE_URL."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit, urlunsplit

from bootstrap import keys
from bootstrap.places import PYTHON, ROOT, make_data_folder
from bootstrap.trouble import Trouble, tail


class Database(Protocol):
    """What serving needs of a database server."""

    @property
    def address(self) -> str:
        """The libpq address without a role, as the settings read it."""

    def start(self) -> None:
        """Make it answer."""

    def make_roles(self) -> None:
        """Make our roles and the database there."""

    def aside(self, name: str) -> tuple[str, str]:
        """Another database there: the administrator's address of it, and the one without a role."""

    def runs(self) -> bool:
        """Whether it answers already, whoever started it."""

    def gone(self) -> bool:
        """Whether it was ours to keep alive and has stopped."""

    def stop(self) -> None:
        """Stop it if it is ours."""


class RealServer:
    """A PostgreSQL server that somebody else runs."""

    def __init__(self, url: str, data: Path) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("postgres", "postgresql"):
            raise Trouble("DATABASE_URL must begin with postgresql://")
        self.data = data
        self.name = parts.path.lstrip("/") or "alongside"
        whole = parts._replace(scheme="postgresql", path=f"/{self.name}")
        self.admin = urlunsplit(whole)
        self._address = urlunsplit(whole._replace(netloc=parts.netloc.rpartition("@")[2]))

    @property
    def address(self) -> str:
        """The libpq address without a role, as the settings read it."""
        return self._address

    def start(self) -> None:
        """Make the keys; the server is up by itself."""
        make_data_folder(self.data)
        keys.make_keys(self.data)

    def make_roles(self) -> None:
        """Make our roles and the database there."""
        make_roles(self.admin, self.name, self.data, tests=False)

    def aside(self, name: str) -> tuple[str, str]:
        """Another database on the same server."""
        named = [urlunsplit(urlsplit(each)._replace(path=f"/{name}")) for each in (self.admin, self._address)]
        return named[0], named[1]

    def runs(self) -> bool:
        """It is up by itself."""
        return True

    def gone(self) -> bool:
        """It is not ours to keep alive."""
        return False

    def stop(self) -> None:
        """It is not ours to stop."""


def make_roles(admin: str, database: str, data: Path, *, tests: bool) -> None:
    """Make roles and database over this administrator's connection, by the environment's Python."""
    _ask(
        {"admin": admin, "database": database, "passwords": keys.role_passwords(data), "tests": tests},
        "The database's roles could not be made",
    )


def make_database_aside(admin: str, database: str) -> None:
    """Make a further database for a while; the roles are there and stay as they are."""
    _ask({"admin": admin, "database": database, "tests": False, "aside": True}, "No database for a drill")


def drop_database(admin: str, database: str) -> None:
    """Drop a database that was made for a while."""
    _ask({"admin": admin, "database": database, "tests": False, "drop": True}, "A database stays behind")


def _ask(wish: dict[str, object], trouble: str) -> None:
    made = subprocess.run(
        [str(PYTHON), "-m", "bootstrap.roles"],
        input=json.dumps(wish),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise Trouble(f"{trouble}: {tail(made.stderr)}")
