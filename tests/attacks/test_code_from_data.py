"""SQL under a web role stays SQL: nothing that it can write is taken for code by the web process."""

import base64
import os
import pickle
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.attacks.raw import address, connected
from tests.house.checks import ROOT

# What a person sends who signs in and is wrong: each door counts it before it knows anybody.
SIGNS_IN = """
import django; django.setup()
from django.conf import settings
from django.core.cache import cache
from django.test import Client
settings.ALLOWED_HOSTS = ["testserver"]
Client().post("/sign-in/", {"login": "nobody", "password": "wrong"})
"""


class Payload:
    """What becomes a file when somebody unpickles it."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.mark),)


def somebody_tries(door: str) -> str:
    """A process like the real one, with that door's role, as production runs it; gives what it complained of."""
    there = address(door)
    place = f"postgresql:///{there['dbname']}?host={there['host']}&port={there['port'] or 5432}"
    env = os.environ | {
        "ALONGSIDE_MODE": "demo",
        "ALONGSIDE_DOOR": door,
        "ALONGSIDE_ROLE": door,
        "ALONGSIDE_DATABASE": place,
    }
    done = subprocess.run(
        [sys.executable, "-c", SIGNS_IN], cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    return done.stderr if done.returncode else ""


def takes(connection: "psycopg.Connection[object]", column: str, value: object) -> bool:
    """Whether a column of every row takes this value from SQL under the door's own role."""
    where = sql.SQL("update access.access_ledger set {} = %s").format(sql.Identifier(column))
    try:
        return connection.execute(where, [value]).rowcount > 0
    except psycopg.Error:
        return False


@pytest.mark.parametrize("door", ["desk", "workspace"])
def test_what_a_web_role_writes_does_not_run_in_the_web_process(door: str, tmp_path: Path) -> None:
    """Every column of the counts of tries, filled with a pickle, before the next person signs in."""
    mark = tmp_path / "ran"
    payload = pickle.dumps(Payload(mark))
    assert not somebody_tries(door)
    with connected(door) as connection:
        assert connection.execute("select count(*) from access.access_ledger").fetchone() != (0,)
        columns = connection.execute(
            "select attname from pg_attribute where attrelid = 'access.access_ledger'::regclass"
            " and attnum > 0 and not attisdropped and attname !~ 'key$'"
            " and has_column_privilege(attrelid, attnum, 'update')"
        ).fetchall()
        assert columns
        # As Django's own cache keeps it, as bytes, and as text.
        for form in (base64.b64encode(payload).decode(), payload, payload.decode("latin-1")):
            if any([takes(connection, column, form) for (column,) in columns]):
                somebody_tries(door)
        connection.execute("delete from access.access_ledger")
    assert not mark.exists()


@pytest.mark.parametrize("door", ["desk", "workspace"])
def test_a_ledger_tells_no_address_and_no_name(door: str) -> None:
    assert not somebody_tries(door)
    with connected(door) as connection:
        (told,) = connection.execute("select string_agg(l::text, ' ') from access.access_ledger l").fetchone()  # type: ignore[misc]
        assert "127.0.0.1" not in told and "nobody" not in told and "sign" not in told
        connection.execute("delete from access.access_ledger")
