"""Judgements about money that need no database, and what may speak against moving it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


class NotEnough(ValueError):
    """There is less money in the fund than this would take."""


class FundClosed(ValueError):
    """The fund takes and gives nothing on this day."""


class NameTaken(ValueError):
    """Another fund is called so."""


class DaysTurned(ValueError):
    """The last day is before the first."""


@dataclass(frozen=True)
class FundTold:
    """What is said of a fund. The name is enough."""

    name: str
    kind: str = ""
    restricted: str = ""
    begins_on: date | None = None
    ends_on: date | None = None


@dataclass
class Month:
    """What moved in one month, by kind; every kind may be nothing."""

    month: date
    came_in: Decimal = Decimal(0)
    set_aside: Decimal = Decimal(0)
    spent: Decimal = Decimal(0)
    given_back: Decimal = Decimal(0)
    corrected: Decimal = Decimal(0)


_COLUMNS = {
    "in": "came_in",
    "set_aside": "set_aside",
    "spent": "spent",
    "given_back": "given_back",
    "correction": "corrected",
}


def by_month(moved: Iterable[tuple[date, str, Decimal]]) -> list[Month]:
    """Movements (day, kind, amount; a correction downwards below nothing) as months, the newest first."""
    found: dict[date, Month] = {}
    for day, kind, amount in moved:
        first = day.replace(day=1)
        month = found.setdefault(first, Month(first))
        name = _COLUMNS[kind]
        setattr(month, name, getattr(month, name) + amount)
    return [found[each] for each in sorted(found, reverse=True)]


@dataclass(frozen=True)
class Bar:
    """One fund in a picture: parts of a width of one hundred, in the order of `Part`."""

    name: str
    parts: tuple[tuple[str, Decimal, Decimal], ...] = field(
        default_factory=tuple
    )  # key, where it begins, its width


def bars(rows: Iterable[tuple[str, dict[str, Decimal]]]) -> list[Bar]:
    """Funds as bars on one scale; where no fund holds anything every bar is empty."""
    told = list(rows)
    most = max((sum(parts.values(), Decimal(0)) for _name, parts in told), default=Decimal(0))
    found = []
    for name, parts in told:
        begins, drawn = Decimal(0), []
        for key, amount in parts.items():
            width = (amount * 100 / most).quantize(Decimal("0.01")) if most else Decimal(0)
            drawn.append((key, begins, width))
            begins += width
        found.append(Bar(name, tuple(drawn)))
    return found
