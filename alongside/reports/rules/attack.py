"""Working out hidden numbers, as a reader would who knows how we hide them.

A reader knows the numbers that were told, that every sum holds, that all are whole and none below nothing, and that
one hidden as small is one of a few. `Reader` finds how low and how high each hidden number can be. It walks over the
corners of what is possible (the simplex method, bounded and exact: whole numbers, and fractions where they come up),
from the true table, which is where it begins and decides nothing about the answer.

Each whole table it comes past is a proof: nobody can tell it from the true one. `hiding.py` hides until there is such
a proof for every number, so that a bound which only holds for fractions can never pass for safety.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

Key = Hashable
Amount = int | Fraction
Sum = Mapping[Key, int]  # so many times each number; all together they make nothing
TURNS = 4000  # after so many a walk ends with what it found, which only ever hides more


@dataclass(frozen=True)
class Known:
    """Between what a reader knows a number to lie; told, where both are the same."""

    low: int | None = 0
    high: int | None = None

    @property
    def is_told(self) -> bool:
        """Whether it is no secret."""
        return self.low is not None and self.low == self.high


def told(number: int) -> Known:
    """A number that stands there."""
    return Known(number, number)


def _over(above: Amount, below: Amount) -> Amount:
    if type(above) is int and type(below) is int:
        return above // below if above % below == 0 else Fraction(above, below)
    return _plain(Fraction(above) / below)


def _plain(number: Amount) -> Amount:
    return number if type(number) is int or number.denominator != 1 else int(number)


class Proofs:
    """How low and how high each number was in whole tables that cannot be told from the true one; and the same for
    the only one in a number, in tables that leave her number as it is."""

    def __init__(self) -> None:
        self.seen: dict[Key, tuple[int, int]] = {}
        self.by_one: dict[Key, dict[Key, tuple[int, int]]] = {}

    def width(self, key: Key, one: Key | None = None) -> int:
        """How far apart two such tables are in this number."""
        low, high = (self.seen if one is None else self.by_one[one]).get(key, (0, 0))
        return high - low

    def take(self, at: Mapping[Key, Amount], moved: Iterable[Key], true: Mapping[Key, int]) -> None:
        """Take one whole table in, in the numbers that moved."""
        alike = [seen for one, seen in self.by_one.items() if at.get(one) == true[one]]
        for key in moved:
            here = int(at[key])
            for seen in (self.seen, *alike):
                low, high = seen.get(key, (true[key], true[key]))
                if not low <= here <= high:
                    seen[key] = (min(low, here), max(high, here))


class Reader:
    """Somebody who puts together everything they were told."""

    def __init__(
        self,
        known: Mapping[Key, Known],
        sums: Iterable[Sum],
        true: Mapping[Key, int],
        proofs: Proofs | None = None,
    ) -> None:
        self.known = {key: each for key, each in known.items() if not each.is_told}
        self.order = {key: place for place, key in enumerate(self.known)}
        self.true = {key: true[key] for key in self.known}
        self.at: dict[Key, Amount] = dict(self.true)
        self.proofs = proofs or Proofs()
        self.one: Key | None = None
        self.before = Known()
        self.rows: dict[Key, dict[Key, Amount]] = {}  # how one number follows from those that move freely
        self.columns: dict[Key, set[Key]] = {key: set() for key in self.known}
        self.broken: set[Key] = set()
        self.moved: set[Key] = set()
        for each in sums:
            self._put(each)

    # What one number makes of the others.

    def _put(self, total: Sum) -> None:
        row: dict[Key, Amount] = {}
        for key, times in total.items():
            if key not in self.known:
                continue
            for other, share in self.rows.get(key, {key: 1}).items():
                self._add(row, other, times * share)
        if not row:
            return
        basic = min(row, key=lambda key: (abs(row[key]) != 1, len(self.columns[key]), self.order[key]))
        share = row.pop(basic)
        self._enter(basic, {key: _over(-each, share) for key, each in row.items()})

    @staticmethod
    def _add(row: dict[Key, Amount], key: Key, share: Amount) -> None:
        share = _plain(row.get(key, 0) + share)
        if share:
            row[key] = share
        else:
            row.pop(key, None)

    def _enter(self, basic: Key, row: dict[Key, Amount]) -> None:
        """From now on `basic` follows from `row`, in every other row as well."""
        columns, parts = self.columns, list(row.items())
        for other in columns[basic]:
            theirs = self.rows[other]
            share = theirs.pop(basic)
            for key, each in parts:
                before = theirs.get(key)
                if before is None:
                    theirs[key] = _plain(share * each)
                    columns[key].add(other)
                elif new := _plain(before + share * each):
                    theirs[key] = new
                else:
                    del theirs[key]
                    columns[key].discard(other)
        columns[basic] = set()
        self.rows[basic] = row
        for key in row:
            self.columns[key].add(basic)

    def _swap(self, leaves: Key, enters: Key) -> None:
        row = self.rows.pop(leaves)
        for key in row:
            self.columns[key].discard(leaves)
        share = row.pop(enters)
        new = {key: _over(-each, share) for key, each in row.items()}
        new[leaves] = _over(1, share)
        self._enter(enters, new)

    # Walking.

    def _room(self, key: Key, way: Amount) -> Amount | None:
        """How far a number can go that way; None where nothing stops it."""
        known = self.known[key]
        end = known.high if way > 0 else known.low
        return None if end is None else _over(end - self.at[key], way)

    def _step(self, key: Key, way: int) -> tuple[Amount | None, Key | None]:
        """How far a free number can go, and which one stops it (the first in order, where several do)."""
        far, stops = self._room(key, way), None
        for other in sorted(self.columns[key], key=self.order.__getitem__):
            limit = self._room(other, self.rows[other][key] * way)
            if limit is not None and (far is None or limit < far):
                far, stops = limit, other
        return far, stops

    def _move(self, key: Key, by: Amount) -> None:
        for other, share in [(key, 1), *((each, self.rows[each][key]) for each in self.columns[key])]:
            new = _plain(self.at[other] + share * by)
            self.at[other] = new
            (self.broken.discard if isinstance(new, int) else self.broken.add)(other)
            self.moved.add(other)
        if not self.broken:
            self.proofs.take(self.at, self.moved, self.true)
            self.moved.clear()

    def _next(self, wanted: Mapping[Key, Amount], careful: bool) -> tuple[Key, int] | None:
        """A free number that leads on, and which way; when `careful` the first in order, so that no walk goes round."""
        found: tuple[Key, int] | None = None
        best: tuple[Amount, int] = (0, 0)
        for key, share in wanted.items():
            way = 1 if share > 0 else -1
            if self._room(key, way) == 0:
                continue
            far: Amount = 0 if careful else share if share > 0 else -share
            rank = (far, -self.order[key])
            if found is None or rank > best:
                found, best = (key, way), rank
        return found

    def _walk(self, key: Key, sign: int, enough: int | None) -> Amount | None:
        """As far as a number goes; None where it has no end. Ends sooner where its proofs are wide `enough`."""
        stuck = 0
        for _turn in range(TURNS):
            if enough is not None and self.width(key) >= enough:
                return self.at[key]
            row = self.rows.get(key, {key: 1})
            step = self._next({each: share * sign for each, share in row.items()}, stuck > 20)
            if step is None:
                return self.at[key]
            far, stops = self._step(*step)
            if far is None:
                if enough is None:
                    return None
                self._move(step[0], step[1] * (enough + 1))
                return self.at[key]
            stuck = 0 if far else stuck + 1
            self._move(step[0], step[1] * far)
            if stops is not None:
                self._swap(stops, step[0])
        return self.at[key]

    # What is asked of it.

    def width(self, key: Key) -> int:
        """How far apart two whole tables are, in this number, that this reader cannot tell from the true one."""
        return self.proofs.width(key, self.one)

    def is_open(self, key: Key, enough: int) -> bool:
        """Whether a number stays open by `enough`: there is a proof that two tables differ by it."""
        if key not in self.known:
            return False
        for sign in (1, -1):
            if self.width(key) < enough:
                self._walk(key, sign, enough)
        return self.width(key) >= enough

    def bounds(self, key: Key) -> tuple[int | None, int | None]:
        """How low and how high a number can be, as far as this reader can work out."""
        high = self._walk(key, 1, None)
        low = self._walk(key, -1, None)
        return (None if low is None else ceil(low), None if high is None else floor(high))

    def is_the_same(self, one: Key, other: Key) -> bool:
        """Whether two numbers move alike, whatever is hidden: they count the same."""
        return self.rows.get(one, {one: 1}) == self.rows.get(other, {other: 1})

    def knows(self, one: Key) -> None:
        """From now on this reader knows one number besides: the one person it counts knows herself."""
        if self.one is not None:
            self.known[self.one] = self.before
        self.one, self.before = one, self.known[one]
        self.known[one] = told(self.true[one])
        self.at, self.broken, self.moved = dict(self.true), set(), set()
