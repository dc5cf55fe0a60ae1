"""The whole record as a workbook, a sheet for each table: the lines of `whole` out, and the same lines in again.

Written straight into the file that leaves: what passes through a temporary file could be read from the disk later.
Every cell is a figure, a yes or no, or text that no program takes for a formula. What a cell cannot hold as it is
(nothing at all, a list, a letter that XML does not know) stands in it as `json:...`, and what is too long for a cell
in pieces on the last sheet, named `long:N`. So nothing is lost on the way there and back (docs/MOVING.md).
"""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Any
from xml.sax.saxutils import escape

from alongside.custody.whole import FORMAT, VERSION, NotOurs

LONGEST_CELL = 32_767  # units of UTF-16, what spreadsheet programs hold in a cell
MOST_ROWS = 1_000_000  # of a sheet; programs hold a few more
ABOUT, LONG = "About", "Long words"
_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_x[0-9A-Fa-f]{4}_")
_TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{}</Types>"""
_TYPE = """<Override PartName="/xl/sheet{}.xml"
 ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"""
_LINKS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>"""
_LINK = """<Relationship Id="r{}" Target="{}"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}"/>"""
_BOOK = """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{}</sheets></workbook>"""
_BEGINS = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
_ENDS = "</sheetData></worksheet>"


class _Piece(str):
    """A piece of words too long for a cell; it stands as it is."""


class _Book:
    """A workbook while it is written: one sheet after the other, none of them held in memory."""

    def __init__(self, out: IO[bytes]) -> None:
        self.zip = zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED)
        self.names: list[str] = []
        self.long: list[list[Any]] = []

    def sheet(self, name: str, rows: Iterable[list[Any]]) -> None:
        """One more sheet."""
        self.names.append(name)
        with self.zip.open(f"xl/sheet{len(self.names)}.xml", "w", force_zip64=True) as part:
            part.write(_BEGINS.encode())
            for row in rows:
                part.write(f"<row>{''.join(map(self._cell, row))}</row>".encode())
            part.write(_ENDS.encode())

    def _cell(self, value: Any) -> str:
        if value is None:
            return "<c/>"
        if isinstance(value, bool):
            return f'<c t="b"><v>{value:d}</v></c>'
        if isinstance(value, int) and abs(value) < 2**53:
            return f"<c><v>{value}</v></c>"
        text = self._text(value)
        return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'

    def _text(self, value: Any) -> str:
        if isinstance(value, _Piece):
            return value
        text: str = value if isinstance(value, str) else ""
        if not text or text.startswith(("json:", "long:")) or _NOT_IN_XML.search(text):
            text = f"json:{json.dumps(value)}"
            # Escaped a second time, since programs take `_x0041_` in a cell for a letter.
            text = text.replace("_x", "\\u005fx")
        if _units(text) <= LONGEST_CELL:
            return text
        number = len(self.long) + 1
        half = LONGEST_CELL // 2  # a letter is at most two units
        self.long += [[number, _Piece(text[at : at + half])] for at in range(0, len(text), half)]
        return f"long:{number}"

    def close(self) -> None:
        """Write what holds the sheets together; the last one written comes first."""
        count = len(self.names)
        order = [count, *range(1, count)]
        told = "".join(
            f'<sheet name="{escape(self.names[number - 1])}" sheetId="{number}" r:id="r{number}"/>'
            for number in order
        )
        links = "".join(_LINK.format(n, f"sheet{n}.xml", "worksheet") for n in range(1, count + 1))
        self._part("xl/workbook.xml", _BOOK.format(told))
        self._part("xl/_rels/workbook.xml.rels", _LINKS.format(links))
        self._part("_rels/.rels", _LINKS.format(_LINK.format(1, "xl/workbook.xml", "officeDocument")))
        self._part("[Content_Types].xml", _TYPES.format("".join(map(_TYPE.format, range(1, count + 1)))))
        self.zip.close()

    def _part(self, name: str, words: str) -> None:
        self.zip.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{words}')


def _units(text: str) -> int:
    return (
        len(text) + sum(letter > "\uffff" for letter in text) if len(text) * 2 > LONGEST_CELL else len(text)
    )


def written(lines: Iterable[str], out: IO[bytes]) -> None:
    """Write the lines of a whole record as a workbook."""
    book, whole, about = _Book(out), 0, [["sheet", "table"]]
    for table, rows in groupby(map(json.loads, lines), key=lambda each: each.get("table")):
        if table is None:
            whole = next((each["rows"] for each in rows if "rows" in each), whole)
            continue
        for name, sheet in _sheets(table, rows):
            book.sheet(name, sheet)
            about.append([name, table])
    book.sheet(LONG, [["number", "text"], *book.long])
    book.sheet(ABOUT, [["format", FORMAT], ["version", VERSION], ["rows", whole], *about])
    book.close()


def _sheets(table: str, rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, Iterator[list[Any]]]]:
    """The rows of a table on as many sheets as they need, each with the names of the columns on top."""
    waiting = iter(rows)
    first: dict[str, Any] | None = next(waiting)["row"]
    columns, number = sorted(first or {}), 0

    def some() -> Iterator[list[Any]]:
        nonlocal first
        yield list(columns)
        row = first
        for count, each in enumerate(waiting, 1):
            yield _values(row, columns)
            row = each["row"]
            if count == MOST_ROWS:
                first = row
                return
        yield _values(row, columns)
        first = None

    while first is not None:
        number += 1
        yield _name(table, number), some()


def _values(row: dict[str, Any] | None, columns: list[str]) -> list[Any]:
    if row is None or sorted(row) != columns:
        raise NotOurs
    return [row[column] for column in columns]


def _name(table: str, number: int) -> str:
    """The name of a sheet, at most 31 letters."""
    more = f" {number}" if number > 1 else ""
    return table[: 31 - len(more)] + more


def lines_of(file: Any) -> Iterator[str]:
    """The lines of a whole record from its workbook. Raises NotOurs where it is none."""
    import openpyxl

    try:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        about = [list(row) for row in book[ABOUT].iter_rows(values_only=True)]
        long: dict[int, str] = {}
        for number, text in list(book[LONG].iter_rows(values_only=True))[1:]:
            long[number] = long.get(number, "") + text
        facts = {row[0]: row[1] for row in about[:3]}
        yield _line({"format": facts["format"], "version": facts["version"]})
        for name, table in (row[:2] for row in about[4:]):
            rows = book[name].iter_rows(values_only=True)
            columns = [str(each) for each in next(rows)]
            for row in rows:
                values = [_read(each, long) for each in row] + [None] * (len(columns) - len(row))
                yield _line({"table": table, "row": dict(zip(columns, values, strict=True))})
        yield _line({"rows": facts["rows"]})
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, StopIteration) as why:
        raise NotOurs from why


def _read(value: Any, long: dict[int, str]) -> Any:
    if isinstance(value, str) and value.startswith("long:"):
        value = long[int(value.removeprefix("long:"))]
    if isinstance(value, str) and value.startswith("json:"):
        return json.loads(value.removeprefix("json:"))
    return value


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n"
