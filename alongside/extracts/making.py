"""Making a file out of lines, and saying for each line what of it went out. Nothing of it is kept."""

import codecs
import io
import secrets
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from alongside.extracts.choices import Kind
from alongside.extracts.rules import ctdc, htcds, hud
from alongside.extracts.rules.lines import Line
from alongside.ui import tables

_SHUFFLED = secrets.SystemRandom()


@dataclass(frozen=True)
class Made:
    """A file: what it holds and is called, and of each line, in the order they came in, what it told."""

    content: bytes
    name: str
    type: str
    told: list[dict[str, str]]
    emptied: int = 0


def made(kind: str, lines: Sequence[Line], begins: date, after: date, at: datetime) -> Made:
    """The file of these lines. Their order in it is by chance, and so is every number."""
    if kind == Kind.HUD:
        return _hud(lines, begins, after - timedelta(days=1), at)
    names, emptied = list(htcds.fields()), 0
    rows: list[Sequence[str]] = [htcds.row(each) for each in lines]
    if kind == Kind.CTDC:
        names, found = list(ctdc.columns()), ctdc.hidden(ctdc.row(each) for each in lines)
        rows, emptied = [*found.rows], found.cells
    told = [{name: cell for name, cell in zip(names, row, strict=True) if cell} for row in rows]
    _SHUFFLED.shuffle(rows)
    return Made(tables.as_csv([names, *rows]), "table.csv", tables.CSV, told, emptied)


def _hud(lines: Sequence[Line], begins: date, ends: date, at: datetime) -> Made:
    mixed = list(lines)
    _SHUFFLED.shuffle(mixed)
    found = hud.tables(mixed, begins, ends, at, lambda: secrets.token_hex(16))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as book:
        for name, rows in found.items():
            # Whoever reads these files looks for the first heading without a mark in front of it.
            book.writestr(zipfile.ZipInfo(f"{name}.csv"), _plain(rows))
    told = []
    for line in lines:
        left = line.state == "closed" and line.ended and line.ended <= ends
        said = {"EntryDate": line.came.isoformat()}
        told.append(said | ({"ExitDate": line.ended.isoformat()} if left and line.ended else {}))
    return Made(held.getvalue(), "tables.zip", "application/zip", told)


def _plain(rows: list[list[Any]]) -> bytes:
    return tables.as_csv(rows).removeprefix(codecs.BOM_UTF8)
