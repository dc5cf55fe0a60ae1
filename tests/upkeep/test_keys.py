"""Keys are changed without losing a word, from any moment at which the change is cut off; and copied to the safe."""

import secrets
import shutil
import stat
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import connection

from alongside.participants.alike import alike_by_name
from alongside.participants.finding import found_by_alias
from alongside.project.environment import KeyFolder
from alongside.project.upkeep import key_folder, rotate
from alongside.project.upkeep.places import Trouble
from bootstrap.keys import hand_out
from tests import cast
from tests.consent.make import TEXT, clinic
from tests.people import lantern
from tests.upkeep.conftest import Installation
from tests.workspace.door import seated, shared

MASTER = "master-desk.key"


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A key folder of one's own."""
    folder = tmp_path / "keys"
    shutil.copytree(settings.KEYS.path, folder)
    monkeypatch.setattr(settings, "KEYS", KeyFolder(folder))
    monkeypatch.setattr(settings, "DATA", tmp_path)
    return folder


@contextmanager
def owner() -> Iterator[None]:
    """The operator's hands: the owner's role, and back to the desk."""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        yield
        cursor.execute("set local role alongside_desk")


def keys_in(folder: Path) -> set[str]:
    """The names of its keys."""
    return {path.name for path in folder.iterdir()}


def finds() -> list[str]:
    """What the desk finds and opens."""
    with cast.acting(cast.CM1) as by:
        return [person.alias for person in found_by_alias(by, "ntern")]


def knows() -> list[str]:
    """Whom the desk knows by a name, asked by its keyed token."""
    with cast.acting(cast.CM1) as by:
        return [person.alias for person in alike_by_name(by, "Lantern")]


def codes() -> set[str]:
    """The secrets of one-time codes, which are sealed under the master key itself."""
    rows = Authenticator.objects.filter(type="totp")
    return {row.data["secret"] for row in rows}


def wrapped() -> dict[uuid.UUID, bytes]:
    """Every wrapped key, as the keeper sees them."""
    with owner(), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("select id, wrapped from vault.vault_key")
        return {key: bytes(value) for key, value in cursor.fetchall()}


def change_master() -> rotate.Changed:
    with owner():
        return rotate.rotate_master_key()


def test_another_master_key(keys: Path) -> None:
    lantern()
    before, old, told = wrapped(), (keys / MASTER).read_text(), codes()
    changed = change_master()
    after = wrapped()
    assert changed.keys == len(before) == len(after) and changed.factors >= len(told) > 5
    assert not set(after.values()) & set(before.values())
    assert (keys / MASTER).read_text() != old == (keys / f"{MASTER}.former").read_text()
    assert stat.S_IMODE((keys / MASTER).stat().st_mode) == 0o600
    (keys / f"{MASTER}.former").rename(keys / "elsewhere")
    assert finds() == ["Lantérn"] and codes() == told, "nothing needs the former key"
    (keys / MASTER).write_text(old)
    with pytest.raises(ValueError, match="master key"):
        finds()


@pytest.mark.parametrize("process", ["desk", "worker"])
def test_what_a_process_was_handed_follows_the_change(
    keys: Path, monkeypatch: pytest.MonkeyPatch, process: str
) -> None:
    handed = hand_out(keys.parent, process) / "keys"
    assert keys_in(handed) < keys_in(keys)
    lantern()
    really = rotate._wrap_anew

    def looked_at(*told: Any) -> int:
        assert handed.joinpath(f"{MASTER}.next").read_text() == (keys / f"{MASTER}.next").read_text()
        return really(*told)

    monkeypatch.setattr(rotate, "_wrap_anew", looked_at)
    change_master()
    with owner():
        rotate.rotate_search_key()
    for name in (MASTER, f"{MASTER}.former", "search.key"):
        assert (handed / name).read_text() == (keys / name).read_text()
    with owner():
        assert rotate.forget_former()
    assert not [path for path in handed.iterdir() if path.suffix in (".next", ".former")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in handed.iterdir()} == {0o600}
    (handed / "actor-desk.key").write_bytes((keys / "actor-desk.key").read_bytes())
    (handed / "actor-desk.key").chmod(0o600)
    monkeypatch.setattr(settings, "KEYS", KeyFolder(handed))
    assert finds() == ["Lantérn"], "with nothing but what was handed"


@pytest.mark.parametrize("committed", [True, False])
def test_a_change_that_was_cut_off_is_finished_or_undone(keys: Path, committed: bool) -> None:
    lantern()
    old = (keys / MASTER).read_text()
    if committed:
        change_master()
        (keys / MASTER).rename(keys / f"{MASTER}.next")
        (keys / f"{MASTER}.former").rename(keys / MASTER)
    else:
        (keys / f"{MASTER}.next").write_text(secrets.token_hex(32))
        (keys / f"{MASTER}.next").chmod(0o600)
    assert finds() == ["Lantérn"], "meanwhile words open"
    change_master()
    (keys / f"{MASTER}.former").unlink()
    assert finds() == ["Lantérn"] and codes()
    assert not (keys / f"{MASTER}.next").exists()
    assert (keys / MASTER).read_text() != old


def test_a_key_wrapped_while_the_key_changed_is_not_lost(keys: Path) -> None:
    lantern()
    late = wrapped()
    change_master()
    with owner(), connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        for key, value in late.items():
            cursor.execute("update vault.vault_key set wrapped = %s where id = %s", [value, key])
    with owner():
        assert rotate.forget_former()
        assert not rotate.forget_former()
    assert finds() == ["Lantérn"] and codes()


def test_another_master_key_of_the_partners_door(keys: Path) -> None:
    name = "master-workspace.key"
    agency = clinic()
    _sent, item = shared(lantern(), agency)
    partner, before, old = seated(agency), wrapped(), (keys / name).read_text()
    with owner():
        changed = rotate.rotate_master_key("workspace")
    assert changed.keys == 2, "the copy's and the replies'"
    assert wrapped() == before, "none of the desk's"
    assert (keys / name).read_text() != old == (keys / f"{name}.former").read_text()
    (keys / f"{name}.former").rename(keys / "elsewhere")
    assert TEXT in partner.get(f"/shared/{item}/").content.decode(), "nothing needs the former key"
    assert finds() == ["Lantérn"], "the desk's words are under the desk's own key"
    (keys / "elsewhere").rename(keys / f"{name}.former")
    with owner():
        assert rotate.forget_former()
    assert not (keys / f"{name}.former").exists()
    (keys / name).write_text(old)
    with pytest.raises(ValueError, match="master key"):
        partner.get(f"/shared/{item}/")


def test_another_search_key(keys: Path) -> None:
    lantern()
    before = (keys / "search.key").read_text()
    assert knows() == ["Lantérn"]
    with owner():
        assert rotate.rotate_search_key() >= 4  # the whole name, and its beginnings from four letters on
    assert knows() == ["Lantérn"]
    assert (keys / "search.key").read_text() != before
    assert not (keys / "search.key.former").exists()
    (keys / "search.key").write_text(before)
    assert knows() == [], "the old key finds nothing any more"


def test_a_key_from_the_environment(keys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lantern()
    value = (keys / MASTER).read_text().strip()
    (keys / MASTER).unlink()
    monkeypatch.setenv("ALONGSIDE_KEY_MASTER_DESK", value)
    assert finds() == ["Lantérn"]
    with pytest.raises(Trouble, match="comes from the environment"):
        change_master()


def test_keys_are_copied_to_the_safe_and_compared(keys: Path, tmp_path: Path) -> None:
    safe = tmp_path / "safe"
    assert MASTER in key_folder.copy_keys_to(safe)
    assert key_folder.copied_at() is not None
    assert stat.S_IMODE(safe.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in safe.iterdir()} == {0o600}
    assert key_folder.compare_with(safe)
    with pytest.raises(Trouble, match="holds something already"):
        key_folder.copy_keys_to(safe)
    (keys / "backup.key").write_text(secrets.token_hex(32))
    assert not key_folder.compare_with(safe)
    assert key_folder.copied_at() is None, "a copy of other keys does not count"


def test_what_is_absent_is_made_and_what_is_there_stays(keys: Path) -> None:
    before = {file.name: file.read_text() for file in keys.iterdir()}
    (keys / "jobs.key").unlink()
    assert key_folder.generate() == ["jobs.key"]
    after = {file.name: file.read_text() for file in keys.iterdir()}
    assert after.pop("jobs.key") != before.pop("jobs.key")
    assert after == before


def test_the_command_says_what_it_did(installation: Installation) -> None:
    assert "under the new master key" in installation.manage("keys", "rotate-master")
    (installation.keys / "search.key").chmod(0o644)
    assert "chmod 600" in installation.refused("keys", "check")
