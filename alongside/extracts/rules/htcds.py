"""A line by the field names of the Human Trafficking Case Data Standard 2.0."""

from dataclasses import dataclass
from functools import lru_cache

from alongside.extracts.rules.lines import Line
from alongside.keeping.data_files import entries

# The standard's words for where a case stands. Of other states it knows none.
_STATUS = {"active": "Active", "closed": "Closed"}
NOT_SAID = "NonSpecifiedUnknown"  # its own code where no gender was told
CONSENTED = "TRUE"  # a checkbox, as spreadsheets write it: whoever is in the file said yes to it


@dataclass(frozen=True)
class Field:
    """A field: its type, the values it knows, and whether it holds several."""

    type: str
    many: bool
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Service:
    htcds: str


@lru_cache(maxsize=1)
def fields() -> dict[str, Field]:
    """Every live field by its published name, in the published order."""
    return entries("extracts", "htcds_2_0", Field)


@lru_cache(maxsize=1)
def _services() -> dict[str, _Service]:
    return entries("extracts", "services", _Service)


def told(line: Line) -> dict[str, str]:
    """What is told of somebody, by field; what is not here stays blank, which the standard reads as not known.

    A service plan has one type, so that of somebody who had several it is left blank.
    """
    known = _services()
    types = {known[each].htcds for each in line.services if each in known}
    found = {
        "prs_Gender": NOT_SAID,
        "cas_Status": _STATUS.get(line.state, ""),
        "spl_Type": types.pop() if len(types) == 1 else "",
        "con_Consent": CONSENTED,
    }
    return {name: value for name, value in found.items() if value}


def row(line: Line) -> list[str]:
    """One row of the file, a cell for every field."""
    here = told(line)
    return [here.get(name, "") for name in fields()]


def problems(header: list[str], rows: list[list[str]]) -> list[str]:
    """Where a file is not what the standard publishes: a name, or a value that its list does not know."""
    known = fields()
    if header != list(known):
        return ["header"]
    found = []
    for name, values in zip(header, zip(*rows, strict=True), strict=False):
        field = known[name]
        for value in values:
            parts = value.split(";") if field.many else [value]
            if value and field.values and not set(parts) <= set(field.values):
                found.append(f"{name}: {value}")
    return found
