"""A month of a stream as it is claimed: lines, the people behind them by number, what was closed, what came later."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

FEWEST = 5  # people; kinds of service with fewer behind them are told together


class MonthGoesOn(ValueError):
    """A month is closed when it is over."""


class NothingCameLater(ValueError):
    """A closed month has nothing to correct."""


@dataclass(frozen=True)
class Line:
    """One thing of a month; `why` is empty where it qualifies. Nobody is named: `who` is one person of one month."""

    item: UUID
    who: UUID | None
    what: str
    day: date
    kind: UUID | None = None
    minutes: int | None = None
    amount: Decimal | None = None
    why: str = ""
    payer: UUID | None = None

    def is_same(self, other: "Line") -> bool:
        """Whether it says the same as what was closed."""
        return (self.day, self.kind, self.minutes) == (other.day, other.kind, other.minutes)


@dataclass(frozen=True)
class Changes:
    """What came and what went since a month was closed."""

    came: tuple[Line, ...] = ()
    went: tuple[Line, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.came or self.went)


def standing(told: Iterable[tuple[bool, Line]]) -> dict[UUID, Line]:
    """What a closed month counts, by the lines of its closings in their order: in each, what goes before what comes."""
    found: dict[UUID, Line] = {}
    for comes, line in told:
        if comes:
            found[line.item] = line
        else:
            found.pop(line.item, None)
    return found


def changes(closed: dict[UUID, Line], now: Sequence[Line]) -> Changes:
    """What a correction would say."""
    counts = {each.item: each for each in now if not each.why}
    came = [
        each for each in counts.values() if each.item not in closed or not each.is_same(closed[each.item])
    ]
    went = [
        each for each in closed.values() if each.item not in counts or not each.is_same(counts[each.item])
    ]
    return Changes(tuple(came), tuple(went))


def numbers(*lines: Iterable[Line]) -> dict[UUID, int]:
    """A number for each person behind these lines: those of the first lines first, so that a closed month keeps its
    own. The order is that of references, and tells nothing."""
    found: dict[UUID, int] = {}
    for some in lines:
        for who in sorted({each.who for each in some if each.who} - set(found)):
            found[who] = len(found) + 1
    return found


@dataclass
class Sums:
    """What a month comes to."""

    months: int = 0
    amount: Decimal = Decimal(0)
    services: int = 0
    minutes: int = 0
    helps: int = 0
    helped: Decimal = Decimal(0)
    kinds: Counter[UUID | None] = field(default_factory=Counter)
    kind_minutes: Counter[UUID | None] = field(default_factory=Counter)
    kind_people: dict[UUID | None, set[UUID | None]] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """One more line."""
        if line.what == "month":
            self.months += 1
            self.amount += line.amount or Decimal(0)
        elif line.what == "service":
            self.services += 1
            self.minutes += line.minutes or 0
            self.kinds[line.kind] += 1
            self.kind_minutes[line.kind] += line.minutes or 0
            self.kind_people.setdefault(line.kind, set()).add(line.who)
        else:
            self.helps += 1
            self.helped += line.amount or Decimal(0)


def sums(lines: Iterable[Line]) -> Sums:
    """What these lines come to; those that do not qualify are not in it."""
    found = Sums()
    for each in lines:
        if not each.why:
            found.add(each)
    return found


def kinds_told(found: Sums) -> list[tuple[UUID | None, int, int]]:
    """Services by kind, with minutes: kinds with few people are put together under none, and where few people would be
    left under that, the smallest other kind goes there too, so that no line is of few and none follows from the sum."""
    told = sorted(found.kinds, key=lambda kind: (-found.kinds[kind], str(kind)))
    few = [kind for kind in told if len(found.kind_people[kind]) < FEWEST]
    told = [kind for kind in told if kind not in few]
    while few and told and len(set().union(*(found.kind_people[kind] for kind in few))) < FEWEST:
        few.append(told.pop())
    rows: list[tuple[UUID | None, int, int]] = [
        (kind, found.kinds[kind], found.kind_minutes[kind]) for kind in told
    ]
    if few:
        rows.append(
            (None, sum(found.kinds[each] for each in few), sum(found.kind_minutes[each] for each in few))
        )
    return rows


def picture(rows: Sequence[tuple[str, int, int]]) -> list[tuple[str, list[tuple[str, float, float]]]]:
    """Streams with how many lines count and how many do not, as bars: each of one hundred, since a month of a person
    and a service are no one measure. Nothing where no stream has a line."""
    found: list[tuple[str, list[tuple[str, float, float]]]] = []
    for name, counts, excluded in rows:
        if counts + excluded:
            full = round(100 * counts / (counts + excluded), 1)
            parts = [("balance", 0.0, full), ("spent", full, round(100 - full, 1))]
            found.append((f"{name}: {counts} / {counts + excluded}", parts))
    return found
