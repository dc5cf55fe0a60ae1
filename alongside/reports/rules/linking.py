"""What a reader of several tables can put together: sums over rows, over spans that overlap, over kinds of number."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from alongside.reports.rules.attack import Key, Known, told
from alongside.reports.rules.hiding import HELD, SHOWN, SMALL, Cell, Puzzle, amount, count
from alongside.reports.rules.periods import Span, is_within, pieces

SUMS = ("times", "minutes")  # what adds up over rows and over spans; people and their months do not


@dataclass(frozen=True)
class Told:
    """One number of a table that was told before: as it stands there, or how it is hidden."""

    measure: str
    label: str
    span: Span
    number: int | None
    how: str
    least: int
    guards: bool = False  # what was hidden there stands in no row of ours, and is not to be found beside it


class Linked:
    """A table that is to be told, and all that was told to the same readers of the same thing before."""

    def __init__(
        self,
        numbers: Mapping[tuple[str, Span], Mapping[str, int | None]],
        parts: Sequence[tuple[str, Sequence[str]]],
        least: int,
        *,
        people_add: Callable[[Sequence[str]], bool] = lambda _parts: False,
    ) -> None:
        self.numbers, self.parts, self.least = numbers, parts, least
        self.people_add = people_add  # whether everybody stands in just one of some rows
        self.counted = {
            (name, label)
            for (label, _span), told in numbers.items()
            for name, number in told.items()
            if number is not None
        }
        self.puzzle = Puzzle()
        self.to_tell: list[tuple[str, str, Span]] = []
        self._extra = 0

    def puzzle_of(
        self, labels: Sequence[str], columns: Sequence[Span], measures: Sequence[str], before: Sequence[Told]
    ) -> Puzzle:
        """What is to be told, as a puzzle for whoever reads it beside what they read before."""
        for measure in measures:
            for label in labels:
                for span in columns if (measure, label) in self.counted else ():
                    self._to_tell(measure, label, span)
        for each in before:
            self._was_told(each)
        for measure in dict.fromkeys((*measures, *(each.measure for each in before))):
            mine = [each for each in before if each.measure == measure]
            spans = list(dict.fromkeys((*columns, *(each.span for each in mine))))
            known = list(dict.fromkeys((*labels, *(each.label for each in mine))))
            if measure in SUMS:
                self._over_spans(measure, known, spans)
            else:
                self._nested(measure, known, columns, spans)
            self._over_rows(measure, known, spans)
        self._people_behind()
        return self.puzzle

    # Numbers.

    def _true(self, measure: str, label: str, span: Span) -> int:
        return self.numbers.get((label, span), {}).get(measure) or 0

    def _people(self, label: str, span: Span) -> int | None:
        return self.numbers.get((label, span), {}).get("people") if "people" in self._known() else None

    def _known(self) -> set[str]:
        return {name for each in self.numbers.values() for name, number in each.items() if number is not None}

    def _cell(self, measure: str, label: str, span: Span) -> Cell:
        number, people = self._true(measure, label, span), self._people(label, span)
        if measure == "people":
            return count(number, self.least)
        if measure == "minutes":
            return amount(number, self.least, people or 0)
        return count(number, self.least, people=people)

    def _to_tell(self, measure: str, label: str, span: Span) -> None:
        key = (measure, label, span)
        self.to_tell.append(key)
        self.puzzle.cells[key] = self._cell(measure, label, span)
        self.puzzle.true[key] = self.puzzle.cells[key].number
        if measure in ("people", "times"):
            self.puzzle.ones.add(key)

    def _there(self, measure: str, label: str, span: Span, *, guard: bool = True) -> Key:
        """A number that stands nowhere; where it is one of few people, nobody is to find it."""
        key = (measure, label, span)
        if key not in self.puzzle.true:
            cell = self._cell(measure, label, span)
            self.puzzle.true[key] = cell.number
            self.puzzle.loose[key] = Known()
            if guard and cell.is_small:
                self.puzzle.guarded[key] = self.least - 2
        return key

    def _loose(self, true: int, known: Known = Known()) -> Key:  # noqa: B008  (frozen)
        self._extra += 1
        key = ("beside", self._extra)
        self.puzzle.true[key], self.puzzle.loose[key] = true, known
        return key

    # What was told.

    def _was_told(self, each: Told) -> None:
        key = self._there(each.measure, each.label, each.span, guard=False)
        now = self.puzzle.true[key]
        known = _as_told(each)
        low, high = known.low or 0, known.high
        then = max(low, now if high is None else min(now, high))
        if then == now:
            self.puzzle.before[key] = _both(self.puzzle.before.get(key), known)
            cell = self._cell(each.measure, each.label, each.span)
            if each.guards and each.how != SHOWN and cell.is_small:
                self.puzzle.guarded[key] = cell.open_by
            return
        # Something was written, taken away or brought together since: how much is told by neither table alone.
        was = self._loose(then)
        self.puzzle.before[was] = known
        late = self._loose(now - then, Known(None, None))
        if 0 < abs(now - then) < self.least:
            self.puzzle.guarded[late] = self.least - 2
        self.puzzle.sums.append({key: -1, was: 1, late: 1})

    # Sums.

    def _over_rows(self, measure: str, labels: Iterable[str], spans: Iterable[Span]) -> None:
        labels, spans = set(labels), list(spans)
        for label, parts in self.parts:
            is_there = label in labels and (measure, label) in self.counted
            for span in spans if is_there else ():
                whole = self._there(measure, label, span, guard=False)
                keys = [self._there(measure, each, span, guard=False) for each in parts]
                if measure in SUMS or (measure == "people" and self.people_add(parts)):
                    self.puzzle.sums.append({whole: -1} | dict.fromkeys(keys, 1))
                    continue
                # Somebody may stand in several rows, and stands once in the whole.
                total = sum(self.puzzle.true[key] for key in keys)
                self.puzzle.sums.append(
                    {whole: -1, self._loose(total - self.puzzle.true[whole]): -1} | dict.fromkeys(keys, 1)
                )
                for key in keys:
                    more = self._loose(self.puzzle.true[whole] - self.puzzle.true[key])
                    self.puzzle.sums.append({whole: -1, key: 1, more: 1})

    def _over_spans(self, measure: str, labels: Sequence[str], spans: Sequence[Span]) -> None:
        cut = pieces(spans)
        for span in spans:
            within = [each for each in cut if span[0] <= each[0] and each[1] <= span[1]]
            for label in labels if within != [span] else ():
                keys = [self._there(measure, label, each) for each in within]
                whole = self._there(measure, label, span, guard=False)
                self.puzzle.sums.append({whole: -1} | dict.fromkeys(keys, 1))
        if set(cut) - set(spans):
            self._over_rows(measure, labels, [each for each in cut if each not in spans])

    def _nested(
        self, measure: str, labels: Sequence[str], columns: Sequence[Span], spans: Sequence[Span]
    ) -> None:
        """Of two spans, one in the other: how many more the longer one has is told by both together."""
        for inner, outer in _pairs(columns, spans):
            for label in labels:
                one = self._there(measure, label, inner, guard=False)
                other = self._there(measure, label, outer, guard=False)
                more = self.puzzle.true[other] - self.puzzle.true[one]
                if more < 0:
                    continue  # who continues at the end of a year was new before: such rows do not grow
                key = self._loose(more)
                if 0 < more < self.least:
                    self.puzzle.guarded[key] = self.least - 2
                self.puzzle.sums.append({other: -1, one: 1, key: 1})

    def _people_behind(self) -> None:
        """Nobody is counted in a row in which nothing was done."""
        for measure, label, span in self.to_tell:
            key, people = (measure, label, span), ("people", label, span)
            if measure in ("times", "months") and people in self.puzzle.cells:
                more = self._loose(self.puzzle.true[key] - self.puzzle.true[people])
                self.puzzle.sums.append({key: -1, people: 1, more: 1})


def _pairs(columns: Sequence[Span], spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    for one in columns:
        for other in spans:
            if is_within(one, other):
                yield one, other
            elif is_within(other, one) and other not in columns:
                yield other, one


def _as_told(each: Told) -> Known:
    if each.how == SHOWN:
        return told(each.number or 0)
    if each.how == SMALL and each.measure == "people":
        return Known(1, each.least - 1)
    return Known(1 if each.how in (SMALL, HELD) and each.measure != "minutes" else 0)


def _both(one: Known | None, other: Known) -> Known:
    if one is None:
        return other
    highs = [each for each in (one.high, other.high) if each is not None]
    return Known(max(one.low or 0, other.low or 0), min(highs, default=None))
