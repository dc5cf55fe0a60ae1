"""Days as spreadsheets write them."""

import re
from contextlib import suppress
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


class Days:
    """What the cells of a file tell of the order in which it writes days: only what can be read in one order tells."""

    def __init__(self) -> None:
        self.day_first = self.month_first = False
        self.example = ""  # one that may be either

    def see(self, cell: str) -> None:
        """Look at one cell."""
        found = _PARTS.match(cell.strip())
        if not found:
            return
        first, second = int(found[1]), int(found[2])
        if second <= 12 < first <= 31:
            self.day_first = True
        elif first <= 12 < second <= 31:
            self.month_first = True
        elif first != second and max(first, second) <= 12:
            self.example = self.example or cell.strip()

    def style(self) -> str:
        """In which order days are written, or nothing where somebody has to say so."""
        if self.day_first != self.month_first:
            return MONTH_FIRST if self.month_first else DAY_FIRST
        return "" if self.day_first or self.example else DAY_FIRST


def is_day(cell: str) -> bool:
    """Whether a cell can be read as a day in one order or the other."""
    for style in (DAY_FIRST, MONTH_FIRST):
        with suppress(NotADay):
            day(cell, style)
            return True
    return False
