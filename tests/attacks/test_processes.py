"""Code that runs inside one process of the house reaches the keys of that process, and of no other."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bootstrap import fence, keys
from bootstrap.doors import memory_of
from bootstrap.kept import Kept
from bootstrap.serve import House
from tests.conftest import ROOT

pytestmark = pytest.mark.no_database
fenced = pytest.mark.skipif(not fence.known(), reason="this kernel knows no Landlock")

# What somebody would try who runs code of their own in a process that serves.
ATTACK = """
import json, os, sys
asked = json.loads(sys.argv[1])
def tried(act):
    try:
        return act() or "yes"
    except OSError:
        return ""
def read(path):
    with open(path, "rb") as file:
        return file.read().decode("latin-1")
def written(path):
    with open(path, "ab"):
        return "yes"
found = {
    "read": {path: tried(lambda: read(path)) for path in asked["read"]},
    "written": [path for path in asked["written"] if tried(lambda: written(path))],
    "signalled": [pid for pid in asked["signalled"] if tried(lambda: os.kill(pid, 0))],
    "surroundings": dict(os.environ),
}
where = os.path.join(os.environ["ALONGSIDE_DATA"], "found")
with open(where + ".part", "w") as file:
    json.dump(found, file)
os.rename(where + ".part", where)
sys.stdin.read()
import time; time.sleep(60)
"""
SECRETS_OF = {
    "desk": {"master-desk.key", "search.key", "jobs.key", "django.key", "actor-desk.key", "metrics.key"}
    | {"master-workspace.key"},
    "worker": {"master-desk.key", "search.key", "jobs.key", "actor-worker.key", "backup.key"},
    "workspace": {"master-workspace.key", "actor-workspace.key", "django-workspace.key"},
}
PASSWORDS_OF = {"desk": {"desk"}, "worker": {"worker", "backup"}, "workspace": {"workspace"}}


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    """An installation with all its keys and copies, and no database running."""
    data = Path(tempfile.mkdtemp(prefix="alongside-", dir="/tmp"))
    copies = Path(tempfile.mkdtemp(prefix="alongside-copies-", dir="/tmp"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("ALONGSIDE_BACKUPS", str(copies / "data"))
    monkeypatch.setenv("ALONGSIDE_KEY_BACKUPS", str(copies / "keys"))
    monkeypatch.setenv("PGPASSWORD", "of-the-administrator")
    monkeypatch.setenv("ALONGSIDE_KEY_METRICS", secrets.token_hex(32))
    keys.make_keys(data)
    (data / "postgres").mkdir()
    (data / "postgres" / "rows").write_text("everything")
    for name in ("data", "keys"):
        (copies / name).mkdir()
        (copies / name / "copy").write_text(f"sealed {name}")
    yield House(1, "demo", data)
    for folder in (data, copies, *(memory_of(data, each) for each in keys.GIVEN)):
        shutil.rmtree(folder)


def inside(house: House, process: str) -> dict[str, Any]:
    """What an attacker in this process reaches."""
    for each in keys.GIVEN:
        house.place(each)
    place = house.place(process)
    copies = Path(os.environ["ALONGSIDE_BACKUPS"]).parent
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    asked = {
        "read": [
            *(str(path) for folder in (house.data, copies) for path in folder.rglob("*") if path.is_file()),
            *(f"/proc/{pid}/environ" for pid in (os.getpid(), other.pid)),
            *(str(path) for path in (ROOT / "run", ROOT / "tests" / "conftest.py", ROOT / "alongside")),
        ],
        "written": [
            *(str(ROOT / "alongside" / "project" / "settings.py"), str(ROOT / "manage.py"), sys.executable),
            *(str(house.data / "keys" / "new.key"), str(house.data / "postgres" / "rows")),
        ],
        "signalled": [os.getpid(), other.pid],
    }
    kept = Kept("A process", ["-c", ATTACK, json.dumps(asked)], place.told, place.fence, needed=True)
    kept.start()
    found = house.data / process / "found"
    try:
        until = time.monotonic() + 20
        while not found.exists() and time.monotonic() < until:
            time.sleep(0.05)
        told: dict[str, Any] = json.loads(found.read_text())
        return told
    finally:
        kept.stop()
        other.kill()
        other.communicate()


def secrets_in(house: House, words: str) -> set[str]:
    """Which keys and passwords stand somewhere in these words."""
    known = {path.name: path.read_text().strip() for path in (house.data / "keys").glob("*.key")}
    known["metrics.key"] = os.environ["ALONGSIDE_KEY_METRICS"]
    known |= {f"password {role}": word for role, word in keys.role_passwords(house.data).items()}
    known["password of the administrator"] = os.environ["PGPASSWORD"]
    return {name for name, value in known.items() if value in words}


@pytest.mark.parametrize("process", keys.GIVEN)
def test_what_it_is_given_is_what_it_needs(house: House, process: str) -> None:
    place = house.place(process)
    folder = Path(place.told["ALONGSIDE_DATA"]) / "keys"
    told = "".join(path.read_text() for path in folder.iterdir()) + json.dumps(place.told)
    expected = SECRETS_OF[process] | {f"password {role}" for role in PASSWORDS_OF[process]}
    assert secrets_in(house, told) == expected
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}
    assert folder.stat().st_mode & 0o777 == folder.parent.stat().st_mode & 0o777 == 0o700


@fenced
@pytest.mark.parametrize("process", keys.GIVEN)
def test_what_code_inside_it_can_read(house: House, process: str) -> None:
    found = inside(house, process)
    reached = secrets_in(house, json.dumps(found))
    assert reached == SECRETS_OF[process] | {f"password {role}" for role in PASSWORDS_OF[process]}
    opened = {path for path, words in found["read"].items() if words}
    own = str(house.data / process)
    copies = str(Path(os.environ["ALONGSIDE_BACKUPS"]).parent)
    strange = {path for path in opened if not path.startswith(own)}
    if process == "worker":  # which makes the copies
        strange = {path for path in strange if not path.startswith(copies)}
    assert not strange


@fenced
@pytest.mark.parametrize("process", keys.GIVEN)
def test_what_code_inside_it_can_change(house: House, process: str) -> None:
    found = inside(house, process)
    assert found["written"] == []
    assert found["signalled"] == [] or fence.known() < 6
    assert not (house.data / "keys" / "new.key").exists()


def test_a_worker_that_makes_no_copies_has_no_key_for_them(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ALONGSIDE_KEY_BACKUPS")
    folder = Path(house.place("worker").told["ALONGSIDE_DATA"]) / "keys"
    assert not (folder / "backup.key").exists()
    assert set(json.loads((folder / "roles.json").read_text())) == {"worker"}


def test_what_it_was_given_before_and_needs_no_more_is_taken_back(house: House) -> None:
    folder = Path(house.place("desk").told["ALONGSIDE_DATA"]) / "keys"
    (folder / "postgres.key").write_text("left from before")
    house.place("desk")
    assert not (folder / "postgres.key").exists()


def test_the_doors_watch_the_disk_of_the_embedded_database_and_no_other(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = house.data / "desk"
    assert house.place("desk").told["ALONGSIDE_DISK"] == str(own)
    monkeypatch.setenv("DATABASE_URL", "postgresql://admin:secret@db.example/house")
    told = House(1, "demo", house.data).place("desk").told
    assert "ALONGSIDE_DISK" not in told and "DATABASE_URL" not in told and "secret" not in json.dumps(told)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has rights to give up")
def test_root_has_one_right_left_inside() -> None:
    """To pass by the modes of files, to the socket of the database."""
    told = "print(next(line.split()[1] for line in open('/proc/self/status') if line.startswith('CapEff')))"
    process = subprocess.run(
        [sys.executable, "-c", told],
        preexec_fn=fence._give_up_roots_rights,
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(process.stdout, 16) == 1 << fence._STEP_OVER_MODES
