"""Room on the disk: enough to begin with, a reserve for the day there is none, and a plain sentence on that day.

PostgreSQL does not start on a disk without a free byte. So a part of it is kept back while there is plenty, and
given up when it is needed: then pages can be read, though nothing new is kept (alongside/project/limits.py).
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from bootstrap.trouble import Trouble, say

NEEDED = 500 * 2**20  # bytes: environment, packages, database and some air
FOR_KEEPING = 200 * 2**20  # bytes; below that nothing new is kept, as alongside/project/limits.py has it
KEPT_BACK = 48 * 2**20  # bytes: three files of PostgreSQL's journal
RESERVE = "kept-free"


def free_at(folder: Path) -> int:
    """How many bytes are free where this folder is, or will be."""
    there = next(step for step in (folder, *folder.parents) if step.exists())
    return shutil.disk_usage(there).free


def check(*folders: Path) -> None:
    """Refuse to set anything up on a disk that is nearly full."""
    for folder in folders:
        free = free_at(folder)
        if free < NEEDED:
            raise Trouble(
                f"The disk of {folder} is nearly full: {free // 2**20} MB are free, "
                f"{NEEDED // 2**20} MB are needed."
            )


def look(data: Path) -> None:
    """Before an installation starts that is there already: say where there is hardly room, and give up the reserve."""
    free = free_at(data)
    if free >= FOR_KEEPING:
        return
    if free < KEPT_BACK:
        (data / RESERVE).unlink(missing_ok=True)
    say(
        f"The disk of {data} is nearly full: {free // 2**20} MB are free. Pages can be read; nothing new is "
        f"kept until {FOR_KEEPING // 2**20} MB are free. Make room there; nothing need be started again."
    )


def keep_back(data: Path) -> None:
    """Keep a reserve back while there is plenty."""
    if (data / RESERVE).exists() or free_at(data) < NEEDED:
        return
    beside = data / f".{RESERVE}.new"
    with contextlib.suppress(OSError):
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            os.posix_fallocate(descriptor, 0, KEPT_BACK)
        finally:
            os.close(descriptor)
        beside.rename(data / RESERVE)
