"""Days as spreadsheets write them."""

import re
from collections.abc import Iterable
from datetime import date

DAY_FIRST, MONTH_FIRST = "day", "month"
_ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$")
_PARTS = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$")
_NAMED = re.compile(r"^(\d{1,2})[- .]*(?:de )?([^\W\d]{3,})\.?,?[- ]*(?:de )?(\d{4})$")
_NAMED_FIRST = re.compile(r"^([^\W\d]{3,})\.? (\d{1,2}),? (\d{4})$")
_MONTHS = (
    ("jan", "ene"), ("feb",), ("mar",), ("apr", "abr"), ("may",), ("jun",),
    ("jul",), ("aug", "ago"), ("sep",), ("oct",), ("nov",), ("dec", "dic"),
)  # fmt: skip


class NotADay(ValueError):
    """This cannot be read as a day."""


def day(text: str, style: str) -> date:
    """The day a cell names; raises NotADay. Two figures for a year are no year."""
    said = text.strip()
    if found := _ISO.match(said):
        year, month, number = (int(each) for each in found.groups())
    elif found := _PARTS.match(said):
        first, second, year = (int(each) for each in found.groups())
        number, month = (first, second) if style == DAY_FIRST else (second, first)
    elif found := _NAMED.match(said):
        number, month, year = int(found[1]), _month(found[2]), int(found[3])
    elif found := _NAMED_FIRST.match(said):
        number, month, year = int(found[2]), _month(found[1]), int(found[3])
    else:
        raise NotADay(said)
    try:
        read = date(year, month, number)
    except ValueError:
        raise NotADay(said) from None
    if not date(1900, 1, 1) <= read:
        raise NotADay(said)
    return read


def _month(name: str) -> int:
    begins = name.casefold()[:3]
    return next((place for place, names in enumerate(_MONTHS, 1) if begins in names), 0)


def likely_style(cells: Iterable[str]) -> str:
    """Whether a file writes the month first: where some second figure can be no month and no first one does."""
    first = second = False
    for cell in cells:
        if found := _PARTS.match(cell.strip()):
            first |= int(found[1]) > 12
            second |= int(found[2]) > 12
    return MONTH_FIRST if second and not first else DAY_FIRST
