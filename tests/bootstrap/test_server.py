"""The embedded server: its roles, its silence about words, and how it comes back after the worst."""

import json
import os
import shutil
import signal
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from bootstrap import testbed
from bootstrap.postgres import Cluster

pytestmark = pytest.mark.no_database
SIGNING_IN = {"owner", "desk", "portal", "workspace", "worker", "backup", "tester"}


def sign_in(role: str, address: str, folder: Path) -> "psycopg.Connection[Any]":
    words = json.loads((folder / "keys" / "roles.json").read_text())
    return psycopg.connect(address, user=f"alongside_{role}", password=words[role])


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """A server of this module's own, to be treated roughly."""
    folder = Path(tempfile.mkdtemp(prefix="alongside-", dir="/tmp"))
    cluster = testbed.start(folder, bound=True)
    yield cluster
    cluster.stop()
    shutil.rmtree(folder)


def test_no_role_is_above_the_walls(server: Cluster) -> None:
    with sign_in("tester", server.address, server.data) as connection:
        found = connection.execute(
            "select replace(rolname, 'alongside_', ''), rolcanlogin, rolinherit, "
            "rolsuper or rolcreaterole or rolreplication or rolbypassrls from pg_roles "
            "where rolname like 'alongside%'"
        ).fetchall()
    assert {name for name, *_ in found} == SIGNING_IN | {"keeper"}
    assert {name for name, may_sign_in, *_ in found if may_sign_in} == SIGNING_IN
    assert not [name for name, _, inherits, _ in found if inherits]
    assert not [name for name, _, _, above in found if above]


def test_who_may_step_into_whom(server: Cluster) -> None:
    with sign_in("tester", server.address, server.data) as connection:
        found = connection.execute(
            "select replace(member::regrole::text, 'alongside_', ''), "
            "replace(roleid::regrole::text, 'alongside_', ''), inherit_option, set_option, admin_option "
            "from pg_auth_members where member::regrole::text like 'alongside%'"
        ).fetchall()
    assert {options for _, _, *rest in found for options in [tuple(rest)]} == {(False, True, False)}
    stepping = {(member, into) for member, into, *_ in found}
    assert stepping == {("owner", "keeper")} | {("tester", into) for into in SIGNING_IN - {"tester"}}


@pytest.mark.parametrize("role", ["desk", "portal", "workspace", "worker", "backup"])
@pytest.mark.parametrize(
    "forbidden",
    [
        "create schema mine",
        "create table public.mine ()",
        "create temporary table mine ()",
        "set role alongside_owner",
        "set role alongside_keeper",
        "select pg_read_file('PG_VERSION')",
    ],
)
def test_a_door_may_not(server: Cluster, role: str, forbidden: str) -> None:
    with (
        sign_in(role, server.address, server.data) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute(forbidden)  # type: ignore[arg-type,call-overload]


@pytest.mark.parametrize("role", ["desk", "portal", "workspace", "worker", "backup"])
def test_a_door_makes_no_database(server: Cluster, role: str) -> None:
    with sign_in(role, server.address, server.data) as connection:
        connection.autocommit = True
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("create database mine")


def test_a_wrong_password_opens_nothing(server: Cluster) -> None:
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(server.address, user="alongside_desk", password="guess")


def test_it_listens_on_no_network(server: Cluster) -> None:
    with sign_in("desk", server.address, server.data) as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)
    assert oct(server.sockets.stat().st_mode & 0o777) == "0o700"


def test_what_people_said_never_reaches_the_log(server: Cluster) -> None:
    with sign_in("owner", server.address, server.data) as connection:
        connection.execute("create schema heard")
        connection.execute("create table heard.word (word text unique)")
        connection.execute("insert into heard.word values ('cornflower')")
        connection.commit()
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("insert into heard.word values ('cornflower')")
        connection.rollback()
        with pytest.raises(psycopg.errors.UndefinedTable):
            connection.execute("insert into heard.nothing values (%s)", ["cornflower"])
        connection.rollback()
        connection.execute("drop schema heard cascade")
    log = server.log.read_text()
    assert "heard" in log
    assert "cornflower" not in log


def test_making_the_roles_again_changes_nothing(server: Cluster) -> None:
    server.make_roles()
    with sign_in("desk", server.address, server.data) as connection:
        assert connection.execute("select 1").fetchone() == (1,)


def test_it_comes_back_after_being_killed(server: Cluster) -> None:
    with sign_in("owner", server.address, server.data) as connection:
        connection.execute("create schema kept")
    for _ in range(2):
        process = server.process
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        until = time.monotonic() + 5
        while not server.gone() and time.monotonic() < until:
            time.sleep(0.01)
        assert server.gone()
        server.start()
        with sign_in("owner", server.address, server.data) as connection:
            assert connection.execute("select 1 from pg_namespace where nspname = 'kept'").fetchone()


def test_a_pid_file_that_names_somebody_else_is_no_obstacle(server: Cluster) -> None:
    server.stop()
    (server.store / "postmaster.pid").write_text(f"{os.getpid()}\n{server.store}\n")
    os.chmod(server.store / "postmaster.pid", 0o600)
    server.start()
    assert server.runs()


def test_another_start_takes_over_what_was_left_running(server: Cluster) -> None:
    left = server.process
    assert left is not None
    newer = Cluster(server.data, tests=True)
    newer.start()
    assert left.wait(10) is not None
    with sign_in("desk", server.address, server.data) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    newer.stop()
