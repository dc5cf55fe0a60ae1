"""Reading a spreadsheet that nobody has vouched for: CSV or XLSX, row by row, never the whole of it in memory.

What a file is, is seen from its first bytes and not from its name. Formulas are never worked out: a row that
holds one is named, and so is every row that shares a merged cell with another.
"""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException

from alongside.custody.refusing import NotReadable
from alongside.custody.separated import records, separator_of

LARGEST_FILE = 50 * 1024 * 1024
LARGEST_INSIDE = 400 * 1024 * 1024  # what a zip may unfold to
LARGEST_STRINGS = 80 * 1024 * 1024  # the one part of an XLSX that is read whole
STEEPEST = 200  # how many times larger than packed
MOST_ROWS, MOST_COLUMNS, LONGEST_CELL = 50_000, 200, 32_767
SAMPLE = 256 * 1024
EXACT = 1e15  # a spreadsheet keeps fifteen figures of a number
_LETTERS = ["utf_8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp874", "shift_jis",
            "gb18030", "big5", "euc_kr"]  # fmt: skip
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s+ref="[A-Z]+(\d+):[A-Z]+(\d+)"')
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Row:
    """A row as it stands in the file: its number as a spreadsheet shows it, its cells, and what is wrong."""

    number: int
    cells: list[str]
    flaw: str = ""


def rows(file: IO[bytes], letters: str = "", sheet: str = "") -> Iterator[Row]:
    """Every row that is not empty, the names of the columns first. Raises NotReadable.

    Of a workbook with several sheets, `sheet` says which.
    """
    file.seek(0, io.SEEK_END)
    if file.tell() > LARGEST_FILE:
        raise NotReadable("too_large")
    if not file.tell():
        raise NotReadable("nothing")
    file.seek(0)
    begins = file.read(8)
    file.seek(0)
    if begins.startswith(b"PK\x03\x04"):
        found = _of_workbook(file, sheet)
    elif begins.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotReadable("old_or_locked")
    elif begins.startswith(
        (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"PK", b"\x1f\x8b", b"Rar!", b"7z\xbc\xaf")
    ):
        raise NotReadable("other_kind")
    else:
        found = _of_text(file, letters)
    yield from _bounded(found)


def _bounded(found: Iterator[Row]) -> Iterator[Row]:
    count = 0
    for row in found:
        if not any(cell.strip() for cell in row.cells) and not row.flaw:
            continue
        count += 1
        if count > MOST_ROWS + 1:
            raise NotReadable("too_many_rows")
        if count == 1 and len(row.cells) > MOST_COLUMNS:
            raise NotReadable("too_many_columns")
        yield _seen_through(row)
    if count < 2:
        raise NotReadable("nothing")


def _seen_through(row: Row) -> Row:
    """A row without what cannot be kept, and why it is refused."""
    flaw, cells = row.flaw, []
    for cell in row.cells[: MOST_COLUMNS + 1]:
        if len(cell) > LONGEST_CELL:
            flaw = flaw or "too_long"
            cells.append(cell[:40])
        elif _CONTROL.search(cell):
            flaw = flaw or "bad_sign"
            cells.append(_CONTROL.sub(" ", cell))
        else:
            cells.append(cell)
    return Row(row.number, cells, flaw)


# -- text ------------------------------------------------------------------------------------------------------------


def _of_text(file: IO[bytes], letters: str) -> Iterator[Row]:
    sample = file.read(SAMPLE)
    whole = len(sample) < SAMPLE
    coding = letters or coding_of(sample, whole, file)
    file.seek(0)
    text = io.TextIOWrapper(_Kept(file), encoding=coding, errors="strict", newline="")
    csv.field_size_limit(LARGEST_FILE)
    try:
        begins = text.read(8192)
        text.seek(0)
        for number, cells in records(text, separator_of(begins)):
            yield Row(number, cells)
    except (UnicodeError, LookupError):
        raise NotReadable("letters") from None


class _Kept(io.BufferedReader):
    """Leaves the file open for whoever opened it."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file if isinstance(file, io.RawIOBase) else _Raw(file))


class _Raw(io.RawIOBase):
    def __init__(self, file: IO[bytes]) -> None:
        self.file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = 0) -> int:
        return self.file.seek(offset, whence)

    def tell(self) -> int:
        return self.file.tell()

    def readinto(self, into: Any) -> int:
        found = self.file.read(len(into))
        into[: len(found)] = found
        return len(found)


def coding_of(sample: bytes, whole: bool = True, file: IO[bytes] | None = None) -> str:
    """How the letters of a text are written, seen from how it begins."""
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if sample.startswith(b"\xef\xbb\xbf") or _is_utf8(sample, whole, file):
        return "utf-8-sig"
    # Without a mark, every second byte of Western text is nothing.
    if sample[1:400:2].count(0) > sample[0:400:2].count(0) + 20:
        return "utf-16-le"
    if sample[0:400:2].count(0) > sample[1:400:2].count(0) + 20:
        return "utf-16-be"
    import charset_normalizer  # here and below: a page that reads no file does without

    found = charset_normalizer.from_bytes(sample, cp_isolation=_LETTERS)
    likely = min(
        found, key=lambda each: (each.chaos, -each.coherence, _LETTERS.index(each.encoding)), default=None
    )
    return likely.encoding if likely else "cp1252"


def _is_utf8(sample: bytes, whole: bool, file: IO[bytes] | None) -> bool:
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as error:
        if whole or error.start < len(sample) - 4:
            return False
    if whole or file is None:
        return b"\x00" not in sample
    decoder = io.TextIOWrapper(_Kept(file), encoding="utf-8")
    file.seek(0)
    try:
        while decoder.read(SAMPLE):
            pass
    except UnicodeDecodeError:
        return False
    return True


# -- workbooks -------------------------------------------------------------------------------------------------------


def _of_workbook(file: IO[bytes], named: str) -> Iterator[Row]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _weigh(file)
        book = openpyxl.load_workbook(file, read_only=True, data_only=False, keep_links=False)
        sheet = _chosen(book.worksheets, named)
        merged = _merged(file, sheet._worksheet_path)
        for number, cells in enumerate(sheet.iter_rows(), 1):
            yield _row(number, cells, merged)
    except NotReadable:
        raise
    except (DefusedXmlException, InvalidFileException, ParseError, zipfile.BadZipFile, zipfile.LargeZipFile,
            KeyError, ValueError, TypeError, IndexError, AttributeError, OSError, EOFError, RuntimeError,
            NotImplementedError):  # fmt: skip
        # Whatever a broken workbook breaks in the reader, it is the file that cannot be read.
        raise NotReadable("broken") from None


def _chosen(sheets: list[Any], named: str) -> Any:
    """The sheet that is meant: the one that is named, or the only one that holds anything."""
    for each in sheets:
        each.reset_dimensions()  # what a file says of its own size is not to be trusted
    held = [
        each for each in sheets if any(cell.value is not None for row in each.iter_rows() for cell in row)
    ]
    if not held:
        raise NotReadable("nothing")
    if len(held) == 1:
        return held[0]
    for each in held:
        if each.title == named:
            return each
    raise NotReadable("several_sheets", sheets=[each.title for each in held])


def _weigh(file: IO[bytes]) -> None:
    """Refuse what would unfold without measure, before anything is unfolded."""
    with zipfile.ZipFile(file) as packed:
        inside = packed.infolist()
        names = {each.filename for each in inside}
        if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
            raise NotReadable("other_kind")
        if len(inside) > 2000 or sum(each.file_size for each in inside) > LARGEST_INSIDE:
            raise NotReadable("unfolds")
        for each in inside:
            large = each.file_size > 1024 * 1024
            if large and each.file_size > STEEPEST * max(each.compress_size, 1):
                raise NotReadable("unfolds")
            if each.filename.lower().endswith("sharedstrings.xml") and each.file_size > LARGEST_STRINGS:
                raise NotReadable("unfolds")
            if each.flag_bits & 1:
                raise NotReadable("old_or_locked")


def _merged(file: IO[bytes], path: str) -> list[tuple[int, int]]:
    """From which row to which row cells are merged, where that is more than one; the names' row counts too."""
    found: list[tuple[int, int]] = []
    with zipfile.ZipFile(file) as packed, packed.open(path) as sheet:
        rest = b""
        while part := sheet.read(1024 * 1024):
            for match in _MERGED.finditer(rest + part):
                found.append((int(match[1]), int(match[2])))
                if len(found) > 20_000:
                    raise NotReadable("broken")
            rest = (rest + part)[-200:]
    return sorted({each for each in found if each[0] < each[1]})


def _row(number: int, cells: tuple[Any, ...], merged: list[tuple[int, int]]) -> Row:
    flaw = "merged" if any(first <= number <= last for first, last in merged) else ""
    said = []
    for cell in cells[: MOST_COLUMNS + 1]:
        if getattr(cell, "data_type", "") == "f":
            flaw = flaw or "formula"
            said.append("")
        else:
            said.append(_words(cell.value))
    return Row(number, said, flaw)


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return _figures(value)
    return str(value)


def _figures(value: float) -> str:
    if abs(value) >= EXACT:
        return f"{value:.5E}"  # as the spreadsheet shows it: its last figures are lost
    return str(int(value)) if value.is_integer() else str(value)  # a telephone number written as a number
