"""Where copies are kept, how they are named, and how their folders are made."""

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from alongside import clock

NAME = re.compile(r"^data-(\d{8}T\d{6}Z)\.sealed$")
KEYS_NAME = "keys.sealed"


class Trouble(Exception):
    """Something is in the way; the message is a plain sentence for whoever keeps the installation."""


@dataclass(frozen=True)
class Folders:
    """One folder for copies of the data and another for the copy of the keys."""

    data: Path
    keys: Path

    @property
    def keys_file(self) -> Path:
        """The one copy of the keys."""
        return self.keys / KEYS_NAME

    def new_file(self) -> Path:
        """Where the copy of this moment goes."""
        return self.data / f"data-{clock.wall():%Y%m%dT%H%M%SZ}.sealed"

    def copies(self) -> list[Path]:
        """Copies of the data, newest first."""
        if not self.data.is_dir():
            return []
        return sorted((file for file in self.data.iterdir() if NAME.match(file.name)), reverse=True)

    def newest(self) -> Path:
        """The newest copy of the data."""
        copies = self.copies()
        if not copies:
            raise Trouble(f"There is no copy of the data in {self.data}.")
        return copies[0]

    def make(self) -> None:
        """Make both folders, for nobody else's eyes."""
        if self.data.resolve() == self.keys.resolve():
            raise Trouble(
                "Copies of data and keys must not lie in one folder: together they open every word."
            )
        for folder in (self.data, self.keys):
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as why:
                raise Trouble(f"The folder {folder} cannot be used: {why.strerror}.") from None


def folders(data: str | None = None, keys: str | None = None) -> Folders:
    """The folders as told, else as the settings have them, else beside the data."""
    beside = Path(settings.DATA)
    return Folders(
        Path(data) if data else settings.BACKUPS or beside / "copies-of-data",
        Path(keys) if keys else settings.KEY_BACKUPS or beside / "copy-of-keys",
    )


def made_at(file: Path) -> datetime:
    """When a copy of the data was made, by its name."""
    found = NAME.match(file.name)
    if not found:
        raise Trouble(f"{file.name} is not the name of a copy.")
    return datetime.strptime(found[1], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def write_beside(path: Path, data: bytes) -> None:
    """Put a small file in place whole, or not at all; readable by its owner alone."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Have the disk remember which files a folder holds."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
