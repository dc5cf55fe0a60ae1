"""What a copy looks like inside its seal: a gzipped tar of `manifest.json` and rows in COPY's text form.

Nothing about it is ours but the names, so that somebody with the backup key and common tools can read it.
"""

import gzip
import io
import json
import os
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Literal, cast

from alongside.project.upkeep.places import Trouble, settle
from alongside.vault.stream import FileDoesNotOpen, NotASealedFile, OpeningReader, SealingWriter

Purpose = Literal["data", "keys"]
PART = 4 * 1024 * 1024


@dataclass
class Manifest:
    """What a copy says about itself."""

    made_at: str
    server: int
    migrations: list[list[str]]
    columns: dict[str, list[str]]
    rows: dict[str, int]
    chains: int = 0
    format: int = field(default=1)


class Writer:
    """Puts rows into a copy, counting them."""

    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._number = 0

    def add(self, name: str, data: bytes) -> None:
        """One file of the tar."""
        told = tarfile.TarInfo(name)
        told.size, told.mode = len(data), 0o600
        self._tar.addfile(told, io.BytesIO(data))

    def rows(self, table: str, pieces: Iterator[bytes | bytearray | memoryview]) -> int:
        """The rows of one table, in parts; gives their number."""
        held, count = bytearray(), 0
        for piece in pieces:
            held += piece
            count += bytes(piece).count(b"\n")  # COPY ends each row so, and writes those inside a word as \n
            if len(held) > PART:
                self._part(table, held)
        if held:
            self._part(table, held)
        return count

    def _part(self, table: str, held: bytearray) -> None:
        self._number += 1
        self.add(f"rows/{table}/{self._number:06d}", bytes(held))
        held.clear()


@contextmanager
def written(path: Path, key: bytes, purpose: Purpose, manifest: Manifest) -> Iterator[Writer]:
    """A copy in the making; it gets its name once it is whole and on the disk."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            seal = SealingWriter(cast(BinaryIO, file), key, purpose)
            with (
                gzip.GzipFile("", "wb", 4, cast(Any, seal), mtime=0) as packed,
                tarfile.open(fileobj=packed, mode="w|") as tar,
            ):
                writer = Writer(tar)
                writer.add("manifest.json", json.dumps(asdict(manifest)).encode())
                yield writer
            seal.finish()
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        settle(path.parent)
    except OSError as why:
        raise Trouble(f"{path} could not be written: {why.strerror or why}.") from None
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def opened(
    path: Path, key: bytes, purpose: Purpose
) -> Iterator[tuple[Manifest, Iterator[tuple[str, bytes]]]]:
    """A copy's manifest, and its rows by table. Read it to its end, or its end is not known to be there."""
    try:
        with path.open("rb") as file:
            seal = OpeningReader(cast(BinaryIO, file), key, purpose)
            with (
                io.BufferedReader(seal) as plain,
                gzip.GzipFile(fileobj=plain) as packed,
                tarfile.open(fileobj=packed, mode="r|") as tar,
            ):
                first = tar.next()
                said = tar.extractfile(first) if first else None
                if said is None:
                    raise FileDoesNotOpen
                yield _manifest(json.load(said), path), _parts(tar, packed, seal)
    except NotASealedFile:
        raise Trouble(f"{path} is not a copy made here.") from None
    except (FileDoesNotOpen, tarfile.TarError, EOFError, gzip.BadGzipFile, zlib.error):
        raise Trouble(
            f"{path} does not open: it is not whole, was changed, or was sealed with another backup key."
        ) from None
    except OSError as why:
        raise Trouble(f"{path} cannot be read: {why.strerror or why}.") from None


def _manifest(told: dict[str, Any], path: Path) -> Manifest:
    if told.get("format") != 1:
        raise Trouble(f"{path} was made by a newer version of Alongside; install that version first.")
    return Manifest(**told)


def _parts(tar: tarfile.TarFile, packed: gzip.GzipFile, seal: OpeningReader) -> Iterator[tuple[str, bytes]]:
    while (member := tar.next()) is not None:
        file = tar.extractfile(member)
        yield member.name.split("/")[1], file.read() if file else b""
    while packed.read(PART):
        pass
    seal.read_to_end()


def verified(path: Path, key: bytes, purpose: Purpose) -> Manifest:
    """Read a copy from its first byte to its last: it is whole, and holds as many rows as it says."""
    found: dict[str, int] = {}
    with opened(path, key, purpose) as (manifest, parts):
        for table, rows in parts:
            found[table] = found.get(table, 0) + rows.count(b"\n")
    for table, count in manifest.rows.items():
        if found.get(table, 0) != count:
            raise Trouble(
                f"{path} is missing rows: it says {count} of {table} and holds {found.get(table, 0)}."
            )
    return manifest
