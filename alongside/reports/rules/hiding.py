"""Hiding small numbers, so that nobody works one out: hide, attack, hide one more.

A number of few people is hidden as *small*: that it is few is told. Where sums would give it away another one is
*held* back beside it: that it is not few is what a reader may guess, so the attack takes it for known. Every hidden
number has to stay open by `open_by`: a small one could be any of the small ones; where nothing is left to hold, it is
not even told that it is small. Whoever is the only one in a number
knows herself, and still works out nobody else.

The same numbers are always hidden in the same way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from alongside.reports.rules.attack import Key, Known, Proofs, Reader, Sum, told

LEAST = 5  # the fewest that are told where an agency sets nothing, and no agency tells fewer
SHOWN, SMALL, HELD = "", "small", "held"
QUIET = "quiet"  # looks as one that is held, and is one of few people


class NotWithThese(ValueError):
    """With what was told before, no way of hiding keeps this from being worked out."""


@dataclass(frozen=True)
class Cell:
    """One number that is to be told: hidden as small where `is_small`, and then known to lie in `as_small`."""

    number: int
    is_small: bool
    open_by: int
    as_small: Known
    as_held: Known


@dataclass
class Puzzle:
    """All that a reader could put together: what is to be told, what was, and the sums they know to hold."""

    cells: dict[Key, Cell] = field(default_factory=dict)
    before: dict[Key, Known] = field(default_factory=dict)  # told earlier, or hidden then
    guarded: dict[Key, int] = field(default_factory=dict)  # told nowhere, and open by so much all the same
    loose: dict[Key, Known] = field(default_factory=dict)  # told nowhere
    true: dict[Key, int] = field(default_factory=dict)
    sums: list[Sum] = field(default_factory=list)
    ones: set[Key] = field(default_factory=set)  # numbers of people, where one person may know herself


def count(number: int, least: int, *, people: int | None = None) -> Cell:
    """A number of things, small where it is itself below `least` or where fewer `people` are behind it."""
    if people is None:
        few = Known(1, least - 1)
        return Cell(number, 0 < number < least, least - 2, few, Known(least))
    return Cell(number, 0 < people < least, max(least - 2, number), Known(1), Known(least))


def amount(number: int, least: int, people: int) -> Cell:
    """An amount, such as minutes: small where few people are behind it, and then not even its size is to be told."""
    return Cell(number, number > 0 and 0 < people < least, max(least, number), Known(), Known())


def hide(puzzle: Puzzle) -> dict[Key, str]:
    """For each number to be told whether it is shown, small or held back. Raises NotWithThese."""
    pattern = {key: SMALL if cell.is_small else SHOWN for key, cell in puzzle.cells.items()}
    if puzzle.guarded:  # beside tables of another name, as it was held before
        held = [key for key, each in puzzle.before.items() if pattern.get(key) == SHOWN and not each.is_told]
        pattern.update(dict.fromkeys(held, HELD))
    proofs = Proofs()  # what more is hidden takes no proof away
    while True:
        found = recovered(puzzle, pattern, proofs)
        if not found:
            return pattern
        _hold_more(puzzle, pattern, found)


def what_is_known(puzzle: Puzzle, pattern: Mapping[Key, str]) -> dict[Key, Known]:
    """Between what everything lies for somebody who reads these."""
    known: dict[Key, Known] = {**puzzle.loose, **{key: Known() for key in puzzle.guarded}}
    known.update({key: puzzle.loose.get(key, Known()) for key in puzzle.guarded})
    for key, cell in puzzle.cells.items():
        how = pattern[key]
        known[key] = {
            SHOWN: told(cell.number), SMALL: cell.as_small, HELD: cell.as_held, QUIET: Known(),
        }[how]  # fmt: skip
    for key, each in puzzle.before.items():
        known[key] = _both(known[key], each) if key in known else each
    return known


def _both(one: Known, other: Known) -> Known:
    lows = [each.low for each in (one, other) if each.low is not None]
    highs = [each.high for each in (one, other) if each.high is not None]
    return Known(max(lows, default=None), min(highs, default=None))


def recovered(puzzle: Puzzle, pattern: Mapping[Key, str], proofs: Proofs | None = None) -> list[Key]:
    """Hidden numbers that are not open enough for a reader of these, or are plain for the only one in another."""
    known = what_is_known(puzzle, pattern)
    reader = Reader(known, puzzle.sums, puzzle.true, proofs)
    hidden = {key: puzzle.cells[key].open_by for key, how in pattern.items() if how != SHOWN}
    ones = [key for key in hidden if key in puzzle.ones and puzzle.true[key] == 1]
    for one in ones:
        reader.proofs.by_one.setdefault(one, {})
    wanted = hidden | puzzle.guarded
    found = [key for key, enough in wanted.items() if not reader.is_open(key, enough)]
    hers = _who_is_the_same(puzzle) if ones and not found else None
    while ones and hers and not found:
        one = ones.pop(0)
        reader.knows(one)
        others = [key for key in wanted if key not in hers(one) and not reader.is_the_same(one, key)]
        found = [key for key in others if not reader.is_open(key, 1)]
    return found


def _who_is_the_same(puzzle: Puzzle) -> Callable[[Key], set[Key]]:
    """Of a number of one, all numbers that count just her: of a whole of one, the part of one is she."""
    groups: dict[Key, set[Key]] = {}
    for total in puzzle.sums:
        wholes = [key for key, times in total.items() if times < 0]
        parts = [key for key, times in total.items() if times > 0 and puzzle.true[key] == 1]
        if len(wholes) == 1 and puzzle.true[wholes[0]] == 1:
            joined = set().union(*(groups.get(key, {key}) for key in (wholes[0], *parts)))
            groups.update(dict.fromkeys(joined, joined))
    return lambda key: groups.get(key, {key})


def _hold_more(puzzle: Puzzle, pattern: dict[Key, str], found: Sequence[Key]) -> None:
    """Hold one more number back for each of these that no other such step touched yet."""
    sums_of: dict[Key, list[int]] = {}
    for place, each in enumerate(puzzle.sums):
        for key in each:
            sums_of.setdefault(key, []).append(place)
    touched: set[int] = set()
    for key in found:
        reached, chosen = _one_more(puzzle, pattern, key, sums_of, touched)
        if chosen is not None:
            pattern[chosen] = HELD
        elif quieter := [each for each in reached if pattern.get(each) == SMALL]:
            chosen = max(quieter, key=lambda each: puzzle.cells[each].number)
            pattern[chosen] = QUIET
        elif not touched:
            raise NotWithThese
        touched.update(sums_of.get(chosen, ()))


def _one_more(
    puzzle: Puzzle, pattern: Mapping[Key, str], key: Key, sums_of: Mapping[Key, list[int]], touched: set[int]
) -> tuple[list[Key], Key | None]:
    """What to hold back so that this one is less plain: nearest to it, and where least is lost; and all that was
    looked at on the way. Neither, where what was just held is as near: first it is seen what that has done."""
    known = what_is_known(puzzle, pattern)
    reached, edge = [key], [key]
    while edge:
        near = sorted({place for each in edge for place in sums_of.get(each, ())})
        if touched.intersection(near):
            return [], None
        best: tuple[float, int, Key] | None = None
        for place in near:
            total = puzzle.sums[place]
            about = next(each for each in edge if each in total)
            chosen = _of_this_sum(puzzle, pattern, total, about)
            if chosen is not None:
                rank = (_tight(known, total, about), puzzle.cells[chosen].number, chosen)
                best = rank if best is None or rank[:2] < best[:2] else best
        if best is not None:
            return reached, best[2]
        beside = {each: None for place in near for each in puzzle.sums[place] if not known[each].is_told}
        edge = [each for each in beside if each not in reached]
        reached += edge
    return reached, None


def _of_this_sum(puzzle: Puzzle, pattern: Mapping[Key, str], total: Sum, about: Key) -> Key | None:
    """The smallest part beside it; the whole instead, where no other part would be left to read."""
    may = [
        key
        for key in total
        if key != about and key in puzzle.cells and pattern[key] == SHOWN and puzzle.cells[key].number
        if not (key in puzzle.before and puzzle.before[key].is_told)  # what was told is not taken back
    ]
    beside = [key for key in may if (total[key] > 0) == (total[about] > 0)]
    wholes = [key for key in may if key not in beside]
    chosen = wholes if wholes and len(beside) <= 1 else beside or wholes
    return min(chosen, key=lambda key: puzzle.cells[key].number, default=None)


def _tight(known: Mapping[Key, Known], total: Sum, about: Key) -> float:
    """How closely one sum holds a number."""
    wide = 0.0
    for key, times in total.items():
        if key != about:
            low, high = known[key].low, known[key].high
            if low is None or high is None:
                return float("inf")
            wide += abs(times) * (high - low)
    return wide
