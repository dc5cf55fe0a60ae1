"""The keys of this installation: made once, kept outside the database, readable by nobody else."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path

from bootstrap.trouble import Trouble

KEY_NAMES = ("django.key", "master-desk.key", "search.key", "actor-desk.key", "postgres.key")
# Nothing that is kept can be opened only with these, so they are made where an older version had none.
LATER_NAMES = (
    "actor-worker.key",
    "jobs.key",
    "backup.key",
    "metrics.key",
    "master-workspace.key",
    "actor-workspace.key",
    "django-workspace.key",
)
# What the process of the partner's door is given, in a folder of its own, and under which name it looks for it.
OF_WORKSPACE = {
    "django-workspace.key": "django.key",
    "master-workspace.key": "master-workspace.key",
    "actor-workspace.key": "actor-workspace.key",
}
ROLES = ("owner", "desk", "portal", "workspace", "worker", "backup", "tester")


def make_keys(data: Path) -> Path:
    """Make the folder of keys and every key that is not there yet; existing ones are never touched."""
    folder = folder_of(data)
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise Trouble(f"The folder {folder} belongs to somebody else, so its keys cannot be trusted.")
    folder.chmod(0o700)
    absent = [name for name in KEY_NAMES if not _is_there(folder, name)]
    used = (data / "postgres" / "PG_VERSION").exists() or (data / "prepared").exists()
    if absent and used:
        raise Trouble(
            f"The database in {data} is there but its key {absent[0]} is not: put the keys folder back, "
            "or start in another ALONGSIDE_DATA."
        )
    absent += [name for name in LATER_NAMES if not _is_there(folder, name)]
    for name in absent:
        _write_once(folder / name, secrets.token_hex(32))
    _make_role_passwords(folder / "roles.json")
    return folder


def folder_of(data: Path) -> Path:
    """Where the keys are: in the data folder, unless ALONGSIDE_KEYS names a folder of their own."""
    return Path(os.environ.get("ALONGSIDE_KEYS") or data / "keys")


def for_workspace(data: Path) -> Path:
    """The data folder of the partner's door: its three keys and one password, and nothing of the desk's."""
    own = data / "workspace"
    folder = own / "keys"
    for each in (own, folder):
        each.mkdir(mode=0o700, exist_ok=True)
        each.chmod(0o700)
    for name, called in OF_WORKSPACE.items():
        told = os.environ.get(_variable(name)) or read_key(data, name)
        _write_once(folder / called, told.strip())
    _write_once(folder / "roles.json", json.dumps({"workspace": role_passwords(data)["workspace"]}))
    return own


def _variable(name: str) -> str:
    return "ALONGSIDE_KEY_" + name.removesuffix(".key").upper().replace("-", "_")


def _is_there(folder: Path, name: str) -> bool:
    return bool(os.environ.get(_variable(name))) or (folder / name).exists()


def _make_role_passwords(path: Path) -> None:
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    complete = {**{role: secrets.token_urlsafe(24) for role in ROLES}, **known}
    if complete != known:
        _write_once(path, json.dumps(complete, indent=1))


def read_key(data: Path, name: str) -> str:
    """One key's text."""
    return (folder_of(data) / name).read_text().strip()


def role_passwords(data: Path) -> dict[str, str]:
    """The password of each database role that signs in."""
    found: dict[str, str] = json.loads((folder_of(data) / "roles.json").read_text())
    return found


def _write_once(path: Path, text: str) -> None:
    # Written beside and renamed, so that a full disk never leaves half a key.
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)
