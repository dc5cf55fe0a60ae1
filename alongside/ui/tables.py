"""A table as a file for another program: no cell of it is taken for a formula."""

import csv
import io
from collections.abc import Iterable
from typing import Any

CSV = "text/csv; charset=utf-8"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "|", "%")


def safe(cell: object) -> object:
    """A cell that no program takes for a formula; numbers stay numbers, and nothing is an empty cell."""
    is_formula = isinstance(cell, str) and (
        cell.lstrip().startswith(_BEGINS_A_FORMULA) or cell[:1] in "\t\r\n"
    )
    return f"'{cell}" if is_formula and cell else cell


def as_csv(rows: Iterable[Iterable[Any]]) -> bytes:
    """Comma-separated, as spreadsheet programs read it."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([safe(each) for each in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def as_workbook(rows: Iterable[Iterable[Any]]) -> bytes:
    """A workbook of one sheet."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import save_workbook

    book, made = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet("table")
    for row in rows:
        sheet.append([safe(each) for each in row])
    save_workbook(book, made)
    return made.getvalue()
