"""From a row of cells to what it says of somebody, with every problem in plain words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from alongside.custody.rules.columns import FIELDS
from alongside.custody.rules.days import NotADay, day

STATES = {
    "contact": ("contact", "contacto", "new"),
    "waiting": ("waiting", "enespera"),
    "active": ("active", "open", "followup", "activo", "activa", "abierto"),
    "paused": ("paused", "enpausa", "onhold"),
    "closed": ("closed", "closedreferred", "cerrado", "cerrada", "inactive"),
}
_YES, _NO = ("yes", "y", "true", "1", "si", "sí", "x"), ("no", "n", "false", "0")
ONCE = ("alias", "name", "pronouns", "gender", "languages", "interpreter", "helps", "does_not_help", "state",
        "first_contact", "under_18", "case_manager", "backup")  # fmt: skip


@dataclass(frozen=True)
class Known:
    """What a row may name: staff and services, by how they are called."""

    staff: Mapping[str, str]
    services: Mapping[str, str]
    today: date


@dataclass
class Told:
    """What one row says."""

    row: int
    said: dict[str, list[str]] = field(default_factory=dict)
    days: dict[str, date] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)  # which, and in which field

    def one(self, name: str) -> str:
        """What a field says, in one piece."""
        return (" " if name == "name" else ", ").join(self.said.get(name, []))


def bare(text: str) -> str:
    """A name as it is compared."""
    return " ".join(text.casefold().split())


def read(
    row: int, cells: Sequence[str], chosen: Sequence[str], style: str, known: Known, flaw: str = ""
) -> Told:
    """One row; `flaw` is what the reading of the file already found wrong."""
    told = Told(row)
    if flaw:
        told.problems.append((flaw, ""))
    if any(cell.strip() for cell in cells[len(chosen) :]):
        told.problems.append(("wide", ""))
    for cell, name in zip(cells, chosen, strict=False):
        if name in FIELDS and cell.strip():
            told.said.setdefault(name, []).append(
                cell.strip() if name not in ("note", "goal", "need") else cell
            )
    if not any(told.one(name) for name in ("number", "alias", "name")):
        told.problems.append(("empty", ""))
    _days(told, style, known.today)
    _choices(told)
    _names(told, known)
    return told


def _days(told: Told, style: str, today: date) -> None:
    for name in ("first_contact", "note_on", "service_on"):
        if not told.one(name):
            continue
        try:
            read_day = day(told.one(name), style)
        except NotADay:
            told.problems.append(("day", name))
            continue
        if read_day > today:
            told.problems.append(("later", name))
        told.days[name] = read_day


def _choices(told: Told) -> None:
    if said := told.one("state"):
        key = "".join(bare(said).replace("_", "").split())
        state = next((each for each, names in STATES.items() if key in names), None)
        if state is None:
            told.problems.append(("state", "state"))
        else:
            told.said["state"] = [state]
    if said := bare(told.one("under_18")):
        if said not in _YES + _NO:
            told.problems.append(("under_18", "under_18"))
        else:
            told.said["under_18"] = ["yes" if said in _YES else "no"]


def _names(told: Told, known: Known) -> None:
    for name in ("case_manager", "backup"):
        if said := bare(told.one(name)):
            if said not in known.staff:
                told.problems.append(("staff", name))
            else:
                told.said[name] = [known.staff[said]]
    if told.one("backup") and told.one("backup") == told.one("case_manager"):
        told.problems.append(("same_worker", "backup"))
    if said := bare(told.one("service")):
        if said not in known.services:
            told.problems.append(("service", "service"))
        else:
            told.said["service"] = [known.services[said]]


@dataclass
class Checked:
    """What is remembered from row to row: who was told of, by number, and which rows were there already."""

    firsts: dict[str, dict[str, str]] = field(default_factory=dict)
    rows: set[int] = field(default_factory=set)
    ill: set[str] = field(default_factory=set)

    def look(self, told: Told, cells: Sequence[str]) -> None:
        """Compare a row with those before it."""
        print_of = hash(tuple(cell.strip() for cell in cells))
        if print_of in self.rows:
            told.problems.append(("same_row", ""))
            return  # what came once is right already: no reason to keep the others back
        self.rows.add(print_of)
        number = told.one("number")
        if number:
            stands = self.firsts.setdefault(number, {})
            for name in ONCE:
                if (said := told.one(name)) and stands.setdefault(name, said) != said:
                    told.problems.append(("another_name", name))
            if told.problems:
                self.ill.add(number)


def held_back(rows: Iterator[Told], ill: set[str]) -> Iterator[Told]:
    """The rows of a number of which another row has a problem."""
    for told in rows:
        if not told.problems and told.one("number") in ill:
            told.problems.append(("with_another", "number"))
            yield told
