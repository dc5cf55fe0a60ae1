"""Looking after the key folder: is it whole and closed, and is there a copy of it somewhere safe?"""

import hashlib
import json
import os
import shutil
import stat
from datetime import datetime
from pathlib import Path

from django.conf import settings

from alongside import clock
from alongside.project.environment import BadEnvironment
from alongside.project.upkeep.places import Trouble, settle, write_beside
from alongside.vault.ring import MASTER

# Without these a copy cannot be brought back to life elsewhere; the others can be made anew.
NEEDED = (MASTER.format("desk"), "search.key", "backup.key")
MADE = (
    *NEEDED,
    *("django.key", "actor-desk.key", "actor-worker.key", "jobs.key", "metrics.key", "roles.json"),
    *("master-workspace.key", "actor-workspace.key", "django-workspace.key"),
)
CHANGED_WHILE_SERVING = (MASTER.format("desk"), MASTER.format("workspace"), "search.key")
NOTE = "keys.copied"
HEXADECIMAL = 64


def wrong_with_keys() -> list[str]:
    """What is wrong with the keys, each a plain sentence."""
    folder: Path = settings.KEYS.path
    wrong = []
    if folder.is_dir() and stat.S_IMODE(folder.stat().st_mode) & 0o077:
        wrong.append(f"Others can look into {folder}; run: chmod 700 {folder}")
    for name in MADE:
        try:
            value = settings.KEYS.read(name)
        except BadEnvironment as why:
            wrong.append(str(why))
            continue
        if name.endswith(".key") and not _is_a_key(value):
            wrong.append(f"The key {name} is not 32 bytes in hexadecimal.")
    return wrong


def _is_a_key(value: str) -> bool:
    return len(value) == HEXADECIMAL and not set(value) - set("0123456789abcdef")


def fingerprint(folder: Path | None = None) -> str:
    """A short value for the keys that a copy cannot be read without; it tells nothing about them."""
    told = hashlib.sha256()
    for name in NEEDED:
        value = (folder / name).read_text().strip() if folder else settings.KEYS.read(name)
        told.update(hashlib.sha256(f"{name}|{value}".encode()).digest())
    return told.hexdigest()[:16]


def copy_keys_to(target: Path) -> list[str]:
    """Copy the keys to a folder elsewhere, such as a stick for the safe, and remember that it was done."""
    if target.exists() and any(target.iterdir()):
        raise Trouble(f"{target} holds something already; name a new folder.")
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    copied = []
    for name in MADE:
        if not settings.KEYS.is_in_environment(name):
            write_beside(target / name, (settings.KEYS.path / name).read_bytes())
            copied.append(name)
    settle(target)
    if fingerprint(target) != fingerprint():
        shutil.rmtree(target)
        raise Trouble(f"The copy in {target} could not be read back as it was.")
    note = {"at": clock.wall().isoformat(), "of": fingerprint()}
    write_beside(Path(settings.DATA) / NOTE, json.dumps(note).encode())
    return copied


def compare_with(folder: Path) -> bool:
    """Whether the keys in this folder are the ones in use."""
    try:
        return fingerprint(folder) == fingerprint()
    except OSError as why:
        raise Trouble(f"{why.filename} cannot be read: {why.strerror}.") from None


def copied_at() -> datetime | None:
    """When the keys in use were last copied elsewhere, as far as is known here."""
    try:
        note = json.loads((Path(settings.DATA) / NOTE).read_text())
    except (OSError, ValueError):
        return None
    return datetime.fromisoformat(note["at"]) if note.get("of") == fingerprint() else None


def generate() -> list[str]:
    """Make every key that is not there; gives their names. Those that are there are never touched."""
    folder: Path = settings.KEYS.path
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = []
    for name in MADE:
        if name.endswith(".key") and not settings.KEYS.has(name):
            write_beside(folder / name, os.urandom(32).hex().encode() + b"\n")
            made.append(name)
    return made


def hand_on() -> None:
    """Let the folders that `./run` handed to its processes follow a change of keys, at every step of it."""
    for folder in (Path(settings.DATA) / process / "keys" for process in ("desk", "worker", "workspace")):
        for name in CHANGED_WHILE_SERVING:
            if (folder / name).exists():
                _follow(folder, name)


def _follow(folder: Path, name: str) -> None:
    # In this order there is a key under the usual name at every moment, and beside it the other one.
    forms = [f"{name}{which}" for which in (".former", ".next", "")]
    there = {form: settings.KEYS.path / form for form in forms}
    for form, source in there.items():
        if source.exists() and (source.read_bytes() != _bytes_of(folder / form)):
            write_beside(folder / form, source.read_bytes())
    for form, source in there.items():
        if not source.exists():
            (folder / form).unlink(missing_ok=True)


def _bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""
