"""Lines in the files of HUD's HMIS CSV of FY2026, as a comparable database exports them: the agency's own, for
making an aggregate report. Every number in it is made for this one file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from alongside.extracts.rules.lines import Line
from alongside.keeping.data_files import entries

Tables = dict[str, list[list[Any]]]
Said = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column: `string`, `integer`, `date` or `datetime`, the most letters, and whether it may be empty."""

    name: str
    type: str
    limit: int = 0
    required: bool = False


@dataclass(frozen=True)
class File:
    """One file of the set."""

    columns: tuple[Column, ...]


@lru_cache(maxsize=1)
def files() -> dict[str, File]:
    """Every file of the set by its name, without the ending, in the published order."""
    return entries("extracts", "hmis_fy2026", File)


@lru_cache(maxsize=1)
def _codes() -> dict[str, Said]:
    return dict(entries("extracts", "hud_codes", dict))


def tables(
    lines: Iterable[Line], begins: date, ends: date, made: datetime, number: Callable[[], str]
) -> Tables:
    """Every file with its heading. `number` gives a fresh number at each call; months are told by their first day."""
    export, user, house, project = number(), number(), number(), number()
    always: Said = {"ExportID": export, "UserID": user, "OrganizationID": house, "ProjectID": project}
    always |= {"DateCreated": made, "DateUpdated": made, "ExportDate": made}
    found: dict[str, list[Said]] = {
        "Export": [{"ExportStartDate": begins, "ExportEndDate": ends, "ImplementationID": number()}],
        "Organization": [{}],
        "User": [{}],
        "Project": [{"OperatingStartDate": begins}],
        "HMISParticipation": [{"HMISParticipationID": number(), "HMISParticipationStatusStartDate": begins}],
        "Client": [],
        "Enrollment": [],
        "Exit": [],
    }
    for line in lines:
        person, enrolled = {"PersonalID": number()}, {"EnrollmentID": number()}
        found["Client"].append(person)
        found["Enrollment"].append(person | enrolled | {"HouseholdID": number(), "EntryDate": line.came})
        if line.state == "closed" and line.ended and line.ended <= ends:
            left = {"ExitID": number(), "ExitDate": max(line.came, line.ended)}
            found["Exit"].append(person | enrolled | left)
    return {name: _table(name, file, found.get(name, []), always) for name, file in files().items()}


def _table(name: str, file: File, rows: list[Said], always: Said) -> list[list[Any]]:
    codes = _codes().get(name, {})
    names = [each.name for each in file.columns]
    said = [always | codes | each for each in rows]
    return [names, *([_cell(each.get(name)) for name in names] for each in said)]


def _cell(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(" ", "seconds")[:19]
    return value.isoformat() if isinstance(value, date) else value


def problems(told: Tables) -> list[str]:
    """Where a set is not what is published: files, columns, types, lengths, or something that has to be said."""
    if list(told) != list(files()):
        return ["files"]
    found = []
    for name, file in files().items():
        header, *rows = told[name]
        if header != [each.name for each in file.columns]:
            found.append(f"{name}: header")
            continue
        found += [
            f"{name}.{column.name}: {cell!r}"
            for row in rows
            for column, cell in zip(file.columns, row, strict=True)
            if not _fits(column, "" if cell is None else str(cell))
        ]
    return found


def _fits(column: Column, cell: str) -> bool:
    if not cell:
        return not column.required
    try:
        if column.type == "integer":
            int(cell)
        elif column.type == "date":
            date.fromisoformat(cell)
        elif column.type == "datetime":
            datetime.fromisoformat(cell)
    except ValueError:
        return False
    return not column.limit or len(cell) <= column.limit
