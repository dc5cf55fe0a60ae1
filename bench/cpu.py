"""What an answer costs in processor time: of our workers and of the database; the same on a busy machine."""

import os
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


def _told(process: str | int) -> list[str]:
    """The fields of /proc/PID/stat from the state on, empty when the process has gone."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def _of_all(field: int, value: int) -> float:
    """Seconds spent by every process whose field has this value (1: parent, 2: group)."""
    ticks = 0
    for entry in Path("/proc").iterdir():
        told = _told(entry.name) if entry.name.isdigit() else []
        if told and int(told[field]) == value:
            ticks += int(told[11]) + int(told[12])
    return ticks / TICK


def of_group(group: int) -> float:
    """Seconds spent by a server and its workers."""
    return _of_all(2, group)


def of_database(data: Path) -> float:
    """Seconds spent by the database server in this folder and all its children, gone ones too."""
    server = int((data / "postgres" / "postmaster.pid").read_text().split()[0])
    own = _told(server)
    return _of_all(1, server) + sum(int(own[field]) for field in (11, 12, 13, 14)) / TICK
