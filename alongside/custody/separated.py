"""Rows of text whose cells are set apart by a sign: CSV and its kin, read strictly.

A quotation that does not end would take the rows after it into one cell. Where that happens, or may have happened,
the file is refused with the line on which the quotation begins: nobody's row ends in somebody else's record.
"""

import csv
import re
from collections.abc import Iterator
from typing import IO

from alongside.custody.refusing import NotReadable

SEPARATORS = ",;\t|"
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


class _Lines:
    """The lines of a text, and those that the row being read has taken so far."""

    def __init__(self, text: IO[str]) -> None:
        self.text, self.taken, self.before = text, list[str](), 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = next(self.text)
        self.taken.append(line)
        return line

    def begin(self) -> None:
        """A new row begins here."""
        self.before += len(self.taken)
        self.taken = []

    def opened(self) -> int:
        """The line on which the last quotation of this row begins."""
        found, inside = self.before + 1, False
        for number, line in enumerate(self.taken, self.before + 1):
            for _mark in range(line.count('"')):
                inside = not inside
                found = number if inside else found
        return found


def separator_of(begins: str) -> str:
    """Which sign sets the cells apart: said by the file itself, or the most frequent on its first line."""
    unquoted = re.sub(r'"[^"]*"', "", begins)
    first = _LINE_ENDS.split(unquoted, maxsplit=1)[0]
    if first.startswith("sep="):
        return first[4:5] if first[4:5] in SEPARATORS and len(first) == 5 else ","
    return max(SEPARATORS, key=first.count)


def records(text: IO[str], separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row with its number. Raises NotReadable where a quotation does not end as it should."""
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=True)
    names: list[str] = []
    number = 0
    while True:
        lines.begin()
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise NotReadable("quotation", line=lines.opened()) from None
        if number == 1 and cells and cells[0].startswith("sep="):
            continue
        names = names or cells
        if len(lines.taken) > 1 and _may_hold_another(lines.taken, separator, len(names)):
            raise NotReadable("quotation", line=lines.opened())
        yield number, cells


def _may_hold_another(taken: list[str], separator: str, width: int) -> bool:
    """Whether a quotation over several lines may have ended in a row that came after its own."""
    spans = _quoted(taken, separator)
    count = len(spans)
    for place, said in enumerate(spans):
        lines = _LINE_ENDS.split(said)
        if len(lines) < 2:
            continue
        if lines[-1].rstrip(" ").endswith(separator) or count > width:
            return True  # it ended where another begins, or the row grew wider than its heading
        # Lines that would stand exactly where this row breaks off and another goes on.
        ends_at = place + width - count
        first, last = lines[0].count(separator), lines[-1].count(separator)
        fits = last >= ends_at if count < width else last == ends_at
        if width > 1 and fits and first <= width - 1 - place and (ends_at or first == width - 1):
            return True
    return False


def _quoted(taken: list[str], separator: str) -> list[str]:
    """The cells of a row as they are written: the words between its marks, or nothing where there are none."""
    cell = re.compile(
        rf' *(?:"([^"]*(?:""[^"]*)*)"|[^{re.escape(separator)}\r\n]*)({re.escape(separator)}|$|[\r\n])'
    )
    whole, at, spans = "".join(taken), 0, list[str]()
    while (found := cell.match(whole, at)) is not None:
        spans.append(found[1] or "")
        at = found.end()
        if found[2] != separator:
            break
    return spans
