"""Where things are: the checkout, the environment, the data folder, and who the database server runs as."""

from __future__ import annotations

import hashlib
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from bootstrap.trouble import Trouble

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
BUILD = ROOT / "build"
STAMPS = TOOLS / "stamps"
PYTHON = VENV / "bin" / "python"


@dataclass(frozen=True)
class ServerUser:
    """The account that the database server runs as when the set-up itself runs as root."""

    name: str
    uid: int
    gid: int


def server_user() -> ServerUser | None:
    """The unprivileged account for PostgreSQL, or None where we are unprivileged ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return ServerUser(name, found.pw_uid, found.pw_gid)
    raise Trouble("PostgreSQL will not run as root and there is no user 'postgres' or 'nobody' to run it as.")


def may_pass(folder: Path, user: ServerUser) -> bool:
    """Whether this user can step through the folder and every folder above it."""
    for step in (folder, *folder.parents):
        if not step.exists():
            continue
        seen = step.stat()
        mine = (
            stat.S_IXUSR
            if seen.st_uid == user.uid
            else stat.S_IXGRP
            if seen.st_gid == user.gid
            else stat.S_IXOTH
        )
        if not seen.st_mode & mine:
            return False
    return True


def data_folder(*, own: bool = False) -> Path:
    """The folder of data and keys: ALONGSIDE_DATA, else var/ in the checkout if the server can reach it; an
    agency's `own` stands beside the demo's."""
    beside = "-own" if own else ""
    named = os.environ.get("ALONGSIDE_DATA")
    if named:
        return Path(named).expanduser().absolute()
    user = server_user()
    if user is None or may_pass(ROOT, user):
        return ROOT / f"var{beside}"
    return Path("/var/lib") / f"alongside-{hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]}{beside}"


def keep_apart(data: Path, mode: str) -> None:
    """Refuse to serve people out of the demo's folder, or the demo out of an agency's own."""
    kept = data / "mode"
    there = kept.read_text().strip() if kept.exists() else "demo" if (data / "prepared").exists() else mode
    if there != mode:
        raise Trouble(f"The folder {data} belongs to the mode {there}: set ALONGSIDE_DATA to another one.")
    make_data_folder(data)
    if not kept.exists():
        kept.write_text(mode + "\n")


def make_data_folder(data: Path) -> None:
    """Make the folder 0700; as root it belongs to the server's user, who must step through it."""
    user = server_user()
    try:
        # It is about to be closed to everybody else, so it must not hold other things, as /home or /tmp do.
        others = {step.name for step in data.iterdir()} - {"run.lock", "mode"} if data.is_dir() else set()
        if others and "keys" not in others:
            raise Trouble(f"The folder {data} holds other things: set ALONGSIDE_DATA to one of its own.")
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        if user is not None and not may_pass(data.parent, user):
            raise Trouble(
                f"User {user.name}, who runs PostgreSQL, cannot reach {data}: "
                "set ALONGSIDE_DATA to a folder it can reach."
            )
        if user is not None:
            os.chown(data, user.uid, user.gid)
        data.chmod(0o700)
    except OSError as why:
        raise Trouble(f"The data folder {data} cannot be used: {why.strerror or why}.") from None
