"""From a row of cells to what it says of somebody, with every problem in plain words."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from alongside.custody.rules.columns import FIELDS
from alongside.custody.rules.days import NotADay, day, is_day

STATES = {
    "contact": ("contact", "contacto", "new"),
    "waiting": ("waiting", "enespera", "sinasignar"),
    "active": ("active", "open", "followup", "activo", "activa", "casoactivo", "abierto"),
    "paused": ("paused", "enpausa", "onhold"),
    "closed": ("closed", "closedreferred", "cerrado", "cerrada", "inactive"),
}
_YES, _NO = ("yes", "y", "true", "1", "si", "sí", "x"), ("no", "n", "false", "0")
ONCE = ("alias", "name", "pronouns", "gender", "languages", "interpreter", "helps", "does_not_help", "state",
        "first_contact", "under_18", "case_manager", "backup")  # fmt: skip
DAYS, STAFF = ("first_contact", "note_on", "service_on"), ("case_manager", "backup")
# What can be told in our words alone, and what is told in anybody's, where a bare figure is a code.
OURS = ("state", "under_18", "service", *STAFF, *DAYS)
CODED = ("pronouns", "gender", "languages", "interpreter", "helps", "does_not_help", "need", "goal", "note")
WHO = ("alias", "name")
_ROUNDED = re.compile(r"\d(?:[.,]\d+)?E\+\d+", re.IGNORECASE)
_POINT_NOTHING = re.compile(r"(\d+)\.0+")


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


def _state(said: str) -> str | None:
    key = "".join(bare(said).replace("_", "").split())
    return next((each for each, names in STATES.items() if key in names), None)


def is_ours(name: str, cell: str, known: Known) -> bool:
    """Whether a cell is one of our words for this: a state, a yes, a colleague, a service, a day."""
    if name == "state":
        return _state(cell) is not None
    if name == "under_18":
        return bare(cell) in _YES + _NO
    if name == "service":
        return bare(cell) in known.services
    return is_day(cell) if name in DAYS else bare(cell) in known.staff


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
            told.said.setdefault(name, []).append(_cell(cell, name))
    if not any(told.one(name) for name in ("number", "alias", "name")):
        told.problems.append(("empty", ""))
    for name in ("number", "phone"):
        if any(_ROUNDED.fullmatch(each) for each in told.said.get(name, [])):
            told.problems.append(("rounded", name))
    _days(told, style, known.today)
    _choices(told)
    _names(told, known)
    return told


def number_of(cell: str) -> str:
    """A number without the point that a spreadsheet puts behind it."""
    return found[1] if (found := _POINT_NOTHING.fullmatch(cell.strip())) else cell.strip()


def _cell(cell: str, name: str) -> str:
    if name in ("note", "goal", "need"):
        return cell
    return number_of(cell) if name in ("number", "phone") else cell.strip()


def _days(told: Told, style: str, today: date) -> None:
    for name in DAYS:
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
        state = _state(said)
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
    for name in STAFF:
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


@dataclass(frozen=True)
class Earlier:
    """What came with earlier files under one number: to how many people, and tokens of all that was said."""

    people: int
    said: frozenset[bytes]


def items(told: Told) -> Iterator[tuple[str, str, str]]:
    """Each thing a row says that may be added to somebody, and who it says they are: field, words, day."""
    for name in (*WHO, "need", "phone", "email", "goal", "note"):
        on = told.days.get("note_on") if name == "note" else None
        for words in [told.one(name)] if name in WHO and told.one(name) else told.said.get(name, []):
            yield name, words, str(on or "")
    if service := told.one("service"):
        yield "service", service, str(told.days.get("service_on") or told.days.get("note_on") or "")


def only_new(told: Told, earlier: Earlier, token: Callable[[tuple[str, str, str]], bytes]) -> None:
    """Leave of a row about somebody who came earlier what is new, or say why nothing of it can come."""
    if earlier.people > 1:
        told.problems.append(("number_of_two", "number"))
        return
    new = [each for each in items(told) if token(each) not in earlier.said]
    if others := [name for name, _words, _on in new if name in WHO]:
        told.problems.append(("another_before", others[0]))
    elif not new:
        told.problems.append(("came_before", ""))
    else:
        kept = {(name, words) for name, words, _on in new}
        for name in ("need", "phone", "email", "goal", "note", "service"):
            told.said[name] = [words for words in told.said.get(name, []) if (name, words) in kept]


def held_back(rows: Iterator[Told], ill: set[str]) -> Iterator[Told]:
    """The rows of a number of which another row has a problem."""
    for told in rows:
        if not told.problems and told.one("number") in ill:
            told.problems.append(("with_another", "number"))
            yield told
