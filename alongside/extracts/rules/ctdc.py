"""Lines in the columns and bands of a CTDC data set, with what would point at few people hidden."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from alongside.extracts.rules.lines import Line
from alongside.keeping.data_files import entries

LEAST = 11  # every line is like ten others at least: what CTDC asked of its global data set
Cells = tuple[str, ...]


@dataclass(frozen=True)
class Column:
    """A column: the bands it knows, and the codes of HTCDS that it stands for."""

    values: tuple[str, ...]
    htcds: tuple[str, ...]


@dataclass(frozen=True)
class Hidden:
    """The rows that may go, how many cells were emptied in them, and how many lines were left out."""

    rows: list[Cells]
    cells: int = 0
    lines: int = 0


@lru_cache(maxsize=1)
def columns() -> dict[str, Column]:
    """The columns in their order."""
    return entries("extracts", "ctdc_2025", Column)


def row(line: Line) -> Cells:
    """One row before anything is hidden. What we keep no code of is blank, which is unknown there."""
    here = {"yearOfRegistration": str(line.came.year)}
    return tuple(here.get(name, "") for name in columns())


def hidden(rows: Iterable[Sequence[str]], least: int = LEAST) -> Hidden:
    """Empty cells until every row is like `least` - 1 others in all it says, and count what was emptied.

    Of rows that are like too few others the column that tells them apart most is emptied, then the next. Where the rows
    that say nothing are still too few, the smallest group beside them is emptied too; where all are too few, none goes.
    """
    now = [tuple(each) for each in rows]
    if 0 < len(now) < least:
        return Hidden([], lines=len(now))
    emptied = 0
    while True:
        sizes = Counter(now)
        few = {each for each, number in sizes.items() if number < least}
        if not few:
            return Hidden(now, emptied)
        if any(any(each) for each in few):
            places = [_tells_most(few)]
        else:  # those that say nothing: others join them
            others = [each for each in sizes if each not in few]
            few = {min(others, key=lambda each: (sizes[each], each))}
            places = [place for place in range(len(now[0])) if any(each[place] for each in few)]
        changed = []
        for each in now:
            if each in few:
                emptied += sum(1 for place in places if each[place])
                changed.append(tuple("" if at in places else cell for at, cell in enumerate(each)))
            else:
                changed.append(each)
        now = changed


def _tells_most(rows: Iterable[Cells]) -> int:
    """The column with the most values among rows; of several the last."""
    told = [len(set(values) - {""}) for values in zip(*rows, strict=True)]
    return max(range(len(told)), key=lambda place: (told[place], place))
