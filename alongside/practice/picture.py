"""The picture of one's own words over a year: a drawing for the eye, and the same as a table for everybody."""

from dataclasses import dataclass
from datetime import date

from alongside.practice.queries import Pattern
from alongside.ui.dates import month_name

LABELS, STEP, ROW, HEAD = 170, 36, 28, 24


@dataclass(frozen=True)
class Line:
    """One word across the months: its name, where it is written, and where its marks stand."""

    label: str
    y: int
    marks: list[int]
    months: list[date]


@dataclass(frozen=True)
class Picture:
    """All of it: the lines of feelings and of footing, the months with their places, and the size."""

    lines: list[Line]
    months: list[tuple[str, int]]
    width: int
    height: int


def picture(pattern: Pattern) -> Picture | None:
    """The picture of a pattern, or nothing where nothing was picked. No mark is larger than another."""
    words = [*pattern.feelings, *pattern.footings]
    if not words:
        return None
    places = {month: LABELS + STEP * at + STEP // 2 for at, month in enumerate(pattern.months)}
    lines = []
    for at, word in enumerate(words):
        said = [month for month in pattern.months if (month, word.value) in pattern.said]
        lines.append(
            Line(str(word.label), HEAD + ROW * at + ROW // 2, [places[month] for month in said], said)
        )
    return Picture(
        lines,
        [(month_name(month, short=True), x) for month, x in places.items()],
        LABELS + STEP * len(places),
        HEAD + ROW * len(lines),
    )
