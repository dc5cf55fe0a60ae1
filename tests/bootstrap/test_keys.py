"""Keys are made once, for nobody else's eyes, and their loss is noticed."""

import errno
import json
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bootstrap import environment, keys, places
from bootstrap.doors import web_words
from bootstrap.trouble import Trouble

pytestmark = pytest.mark.no_database


@pytest.fixture
def data() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="alongside-", dir="/tmp"))
    places.make_data_folder(folder)
    yield folder
    shutil.rmtree(folder)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_only_the_owner_may_look(data: Path) -> None:
    folder = keys.make_keys(data)
    assert mode(data) == 0o700
    assert mode(folder) == 0o700
    names = {file.name for file in folder.iterdir()}
    assert names == {*keys.KEY_NAMES, *keys.LATER_NAMES, "roles.json"}
    assert {mode(file) for file in folder.iterdir()} == {0o600}


def test_each_key_is_its_own_32_bytes(data: Path) -> None:
    keys.make_keys(data)
    words = [keys.read_key(data, name) for name in (*keys.KEY_NAMES, *keys.LATER_NAMES)]
    assert len(set(words)) == len(words)
    assert {len(bytes.fromhex(word)) for word in words} == {32}


def test_existing_keys_are_never_touched(data: Path) -> None:
    folder = keys.make_keys(data)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    keys.make_keys(data)
    assert before == {file.name: file.read_bytes() for file in folder.iterdir()}


def test_a_new_role_gets_a_password_and_the_others_keep_theirs(data: Path) -> None:
    folder = keys.make_keys(data)
    before = keys.role_passwords(data)
    fewer = {role: word for role, word in before.items() if role != "worker"}
    (folder / "roles.json").write_text(json.dumps(fewer))
    keys.make_keys(data)
    after = keys.role_passwords(data)
    assert after.pop("worker") not in ("", before["worker"])
    assert after == fewer


def test_a_lost_key_is_not_replaced_under_a_database(data: Path) -> None:
    folder = keys.make_keys(data)
    (data / "postgres").mkdir()
    (data / "postgres" / "PG_VERSION").write_text("18\n")
    (folder / "master-desk.key").unlink()
    with pytest.raises(Trouble, match=r"its key master-desk\.key is not"):
        keys.make_keys(data)
    assert not (folder / "master-desk.key").exists()


def test_a_folder_of_keys_that_points_elsewhere_is_refused(data: Path, tmp_path: Path) -> None:
    (data / "keys").symlink_to(tmp_path)
    with pytest.raises(Trouble, match="cannot be trusted"):
        keys.make_keys(data)


@pytest.mark.parametrize("used", [True, False])
def test_a_folder_of_keys_that_is_not_there_is_one_plain_sentence(
    data: Path, monkeypatch: pytest.MonkeyPatch, used: bool
) -> None:
    monkeypatch.setenv("ALONGSIDE_KEYS", str(data / "not" / "there"))
    if used:
        (data / "prepared").write_text("once")
    with pytest.raises(Trouble, match=r"folder of keys .*not/there (is not there|cannot be made)"):
        keys.make_keys(data)
    with pytest.raises(Trouble, match=r"The key postgres\.key cannot be read in .*not/there: No such file"):
        keys.read_key(data, "postgres.key")
    with pytest.raises(Trouble, match=r"The key roles\.json cannot be read in"):
        keys.role_passwords(data)


def test_a_key_folder_that_is_lost_stops_every_program_with_one_line(data: Path) -> None:
    """As the process of a door, started by systemd, meets it."""
    told = {
        "PATH": os.environ["PATH"],
        "ALONGSIDE_DATA": str(data),
        "ALONGSIDE_DATABASE": "postgresql:///nowhere",
        "DJANGO_SETTINGS_MODULE": "alongside.project.settings",
    }
    for words in (["manage.py", "work"], web_words(1, workers=1)):
        done = subprocess.run(
            [sys.executable, *words], cwd=places.ROOT, env=told, capture_output=True, text=True, check=False
        )
        assert done.returncode != 0
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1, done.stderr
        assert done.stderr.startswith("The folder of keys ") and "put it back" in done.stderr


def test_a_checkout_that_cannot_be_written_to_says_how_it_is_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "may_write", lambda: False)
    with environment.one_at_a_time():
        environment.make_environment("run")  # everything is there, so nothing is asked for
    with pytest.raises(Trouble, match=r"run \./run --install as whoever owns it"):
        environment._fetch(["true"], {})
    with pytest.raises(Trouble, match=r"run \./run --install"), environment.one_at_a_time():
        raise OSError(errno.EROFS, "Read-only file system")
