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
# What each process that serves is given, in a folder of its own, and under which name it looks for it.
_OF_BOTH = ("master-desk.key", "search.key", "jobs.key")
GIVEN: dict[str, dict[str, str]] = {
    "desk": {
        name: name
        for name in (*_OF_BOTH, "django.key", "actor-desk.key", "metrics.key", "master-workspace.key")
    },
    "worker": {name: name for name in (*_OF_BOTH, "actor-worker.key")},
    "workspace": {
        "django-workspace.key": "django.key",
        "master-workspace.key": "master-workspace.key",
        "actor-workspace.key": "actor-workspace.key",
    },
}
FOR_COPIES = "backup.key"  # and the password of the role of that name: for the worker, where it makes copies
WHILE_CHANGED = (".next", ".former")  # a master key that is being changed has its other form beside it
ROLES = ("owner", "desk", "portal", "workspace", "worker", "backup", "tester")


def make_keys(data: Path) -> Path:
    """Make the folder of keys and every key that is not there yet; existing ones are never touched."""
    folder = folder_of(data)
    used = (data / "postgres" / "PG_VERSION").exists() or (data / "prepared").exists()
    if used and not folder.is_dir():
        raise Trouble(
            f"The folder of keys {folder} is not there. Without it nothing can be read: put it back from the "
            "safe, or name where it is in ALONGSIDE_KEYS."
        )
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as why:
        raise Trouble(f"The folder of keys {folder} cannot be made: {why.strerror}.") from None
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise Trouble(f"The folder {folder} belongs to somebody else, so its keys cannot be trusted.")
    folder.chmod(0o700)
    absent = [name for name in KEY_NAMES if not _is_there(folder, name)]
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


def given_to(process: str, *, copies: bool = False) -> dict[str, str]:
    """The keys of one process, each with the name under which it looks for it."""
    return GIVEN[process] | ({FOR_COPIES: FOR_COPIES} if copies else {})


def hand_out(data: Path, process: str, *, copies: bool = False) -> Path:
    """The data folder of one process: the keys and the passwords it needs, and nothing of the others."""
    own = data / process
    folder = own / "keys"
    for each in (own, folder):
        each.mkdir(mode=0o700, exist_ok=True)
        each.chmod(0o700)
    passwords = [process, *(["backup"] if copies else [])]
    wanted = {"roles.json": json.dumps({role: role_passwords(data)[role] for role in passwords})}
    for name, called in given_to(process, copies=copies).items():
        for which in ("", *WHILE_CHANGED):
            if which == "" and not os.environ.get(_variable(name)):
                wanted[called] = read_key(data, name)
            elif which and (folder_of(data) / f"{name}{which}").exists():
                wanted[f"{called}{which}"] = read_key(data, f"{name}{which}")
    for there in folder.iterdir():
        if there.name not in wanted:
            there.unlink()
    for called, text in wanted.items():
        _write_once(folder / called, text)
    return own


def told_to(process: str, *, copies: bool = False) -> dict[str, str]:
    """The keys of one process that come from the environment, under the names by which it looks for them."""
    given = given_to(process, copies=copies)
    asked = {_variable(called): os.environ.get(_variable(name), "") for name, called in given.items()}
    return {name: value for name, value in asked.items() if value}


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
    return _text_of(folder_of(data) / name).strip()


def role_passwords(data: Path) -> dict[str, str]:
    """The password of each database role that signs in."""
    found: dict[str, str] = json.loads(_text_of(folder_of(data) / "roles.json"))
    return found


def _text_of(path: Path) -> str:
    try:
        return path.read_text()
    except OSError as why:
        raise Trouble(f"The key {path.name} cannot be read in {path.parent}: {why.strerror}.") from None


def _write_once(path: Path, text: str) -> None:
    if path.exists() and path.read_text() == text + "\n":
        return
    # Written beside and renamed, so that a full disk never leaves half a key.
    beside = path.with_name(f".{path.name}.new")
    beside.unlink(missing_ok=True)
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)
