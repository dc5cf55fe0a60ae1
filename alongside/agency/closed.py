"""Days on which the agency is closed, as it typed them. Whoever counts holidays or working days asks here."""

from dataclasses import dataclass
from datetime import date, timedelta

from alongside.agency.models import ClosedDay
from alongside.ui import dates
from alongside.ui.typed import NotRead, read_day

SATURDAY = 5
A_DAY = timedelta(days=1)
LONGEST = 80


class NoSuchDay(ValueError):
    """A line that begins with no day that can be read; `line` is the line."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class Day:
    """A day and what it is called, which may be blank."""

    day: date
    name: str


def read(words: str) -> list[Day]:
    """The days of a text, one a line: a day, then its name. Of a day twice the last stands. Raises NoSuchDay."""
    found = {}
    for line in filter(None, map(str.strip, words.splitlines())):
        day, name = _parted(line)
        found[day] = Day(day, name[:LONGEST])
    return [found[day] for day in sorted(found)]


def _parted(line: str) -> tuple[date, str]:
    """The longest beginning that is a day with its year, and the rest: "Dec 24, 2027 Christmas Eve"."""
    words = line.split()
    for length in range(min(len(words), 5), 0, -1):
        said = " ".join(words[:length]).rstrip(":-–,")
        if any(sign.isdigit() for sign in said):
            try:
                return read_day(said), " ".join(words[length:]).lstrip(":-–, ")
            except NotRead:
                continue
    raise NoSuchDay(line)


def told() -> str:
    """Every day, one a line, as it would be typed."""
    rows = ClosedDay.objects.order_by("day")
    return "\n".join(f"{dates.in_figures(row.day)} {row.name}".strip() for row in rows)


def days() -> list[Day]:
    """Every day of the list, in order."""
    return [Day(row.day, row.name) for row in ClosedDay.objects.order_by("day")]


def between(first: date, last: date) -> frozenset[date]:
    """The days from one to another, both included, on which we are closed."""
    return frozenset(ClosedDay.objects.filter(day__range=(first, last)).values_list("day", flat=True))


def next_working_day(day: date) -> date:
    """The first day after this one that is neither Saturday nor Sunday and on which we are not closed."""
    closed = between(day, day + 60 * A_DAY)
    day += A_DAY
    while day.weekday() >= SATURDAY or day in closed:
        day += A_DAY
    return day
