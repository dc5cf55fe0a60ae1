"""The processes that serve: what each is told, which keys it is given, and which folders it may reach."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bootstrap import keys
from bootstrap.fence import Fence

# What a process may hear of the surroundings in which ./run was started. Nothing else reaches it: no password
# of a database, no key that is not its own.
HEARD = {
    *("HOME", "LANG", "LANGUAGE", "LD_LIBRARY_PATH", "LOGNAME", "PATH", "SSL_CERT_DIR", "SSL_CERT_FILE"),
    *("TZ", "USER", "ALONGSIDE_LOG", "ALONGSIDE_TIME_ZONE", "ALONGSIDE_HSDS_SCHEMAS"),
    "ALONGSIDE_TRUSTED_PROXIES",
}
HEARD_BY = {
    "desk": {"ALONGSIDE_SMTP", "ALONGSIDE_MAIL_FROM"},
    "worker": {"ALONGSIDE_BACKUPS", "ALONGSIDE_KEY_BACKUPS"},
    "workspace": set[str](),
}
SAID_BY_US = {
    *("ALONGSIDE_DATABASE", "ALONGSIDE_ROLE", "ALONGSIDE_DOOR", "ALONGSIDE_MODE", "ALONGSIDE_HOSTS"),
    *("ALONGSIDE_ORIGIN", "ALONGSIDE_WORKSPACE_ORIGIN", "ALONGSIDE_BIND", "DJANGO_SETTINGS_MODULE"),
}
# Where a door listens: on this machine alone. Whoever opens a house to others puts a server in front.
BIND = "127.0.0.1"
# That the demo was loaded into a folder (alongside/project/demo/mark.py).
DEMO_MARK = "demo-loaded.json"


@dataclass(frozen=True)
class Place:
    """Where one process lives: its surroundings and the fence around it."""

    told: dict[str, str]
    fence: Fence


def place_of(process: str, told: dict[str, str], data: Path, *, disk: bool = False) -> Place:
    """A folder of its own with its keys, memory of its own, its surroundings, and a fence."""
    heard = HEARD | HEARD_BY[process]
    copies = [Path(told[name]) for name in sorted(HEARD_BY["worker"]) if told.get(name)]
    copies = copies if process == "worker" and len(copies) == len(HEARD_BY["worker"]) else []
    for folder in copies:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    own = keys.hand_out(data, process, copies=bool(copies))
    _hand_on_mark(data, own)
    memory = memory_of(data, process)
    kept = {
        name: value
        for name, value in told.items()
        if name in heard or name.startswith("LC_") or name in SAID_BY_US
    }
    kept |= keys.told_to(process, copies=bool(copies))
    kept |= {"ALONGSIDE_DATA": str(own), "TMPDIR": str(memory), "PYTHONDONTWRITEBYTECODE": "1"}
    if disk:  # the database stands on the disk of this folder
        kept["ALONGSIDE_DISK"] = str(own)
    closed = (
        data,
        keys.folder_of(data),
        *(Path(told[name]) for name in HEARD_BY["worker"] if told.get(name)),
    )
    return Place(kept, Fence(writes=(own, memory, *copies), closed=closed))


def _hand_on_mark(data: Path, own: Path) -> None:
    (own / DEMO_MARK).unlink(missing_ok=True)
    if (data / DEMO_MARK).is_file():
        shutil.copyfile(data / DEMO_MARK, own / DEMO_MARK)


def memory_of(data: Path, process: str) -> Path:
    """A folder in memory for what a process lays aside for a moment; in its own folder where there is none."""
    shared = Path("/dev/shm")
    name = hashlib.sha256(str(data).encode()).hexdigest()[:16]
    found = shared / f"alongside-{os.geteuid()}-{name}-{process}"
    if not shared.is_dir() or not os.access(shared, os.W_OK):
        found = data / process / "memory"
    _clear(found)
    try:
        found.mkdir(mode=0o700)
    except OSError:  # somebody else's has that name
        found = Path(tempfile.mkdtemp(prefix=f"{found.name}-", dir=found.parent))
    return found


def _clear(folder: Path) -> None:
    try:
        seen = folder.lstat()
    except OSError:
        return
    if stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.geteuid():
        shutil.rmtree(folder, ignore_errors=True)


def web_words(port: int, *, workers: int) -> list[str]:
    """What Python is told so that it serves a door at this port."""
    words = ["-m", "gunicorn", "alongside.project.wsgi:application"]
    words += ["--worker-class=alongside.project.web_server.PatientWorker"]
    words += [f"--workers={workers}", "--threads=4", f"--bind={BIND}:{port}", "--preload"]
    words += ["--no-control-socket", "--log-level=warning", "--graceful-timeout=5"]
    return [*words, "--logger-class=alongside.project.web_server.QuietServer"]
