"""Judgements about load and capacity that need no database. Numbers are exact: nothing here is a float."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

# Practice, and no rule of any law: each agency sets its own.
USUAL: dict[str, Decimal] = {
    "light": Decimal(1),
    "steady": Decimal(2),
    "close": Decimal(4),
    "intense": Decimal(6),
    "critical": Decimal(2),
    "far": Decimal(1),
    "interpreter": Decimal(1),
    "new": Decimal(1),
    "weeks": Decimal(4),
    "full": Decimal(30),
    "hours": Decimal(40),
    "signal": Decimal(14),
    "while": Decimal(8),
}
SIGNAL_DAYS = "signal"
ASKED_FOR = timedelta(days=7)
MOST = Decimal(999)
Measures = Mapping[str, Decimal]


class NotMine(ValueError):
    """This is not of one's own team."""


class NotAWeight(ValueError):
    """A weight is a number above nothing."""


@dataclass(frozen=True)
class Takes:
    """What walking with one person takes just now, as far as it is in clear; nothing said is as steady."""

    staff: UUID
    participant: UUID
    since: datetime  # since when this worker walks with them
    level: str = "steady"
    far: bool = False
    interpreter: bool = False
    critical: bool = False
    amount: Decimal | None = None  # set for this one person by a supervisor, in place of all else

    def is_new(self, now: datetime, measures: Measures) -> bool:
        """Whether these are the first weeks."""
        return now - self.since < timedelta(weeks=float(measures["weeks"]))

    def reasons(self, now: datetime, measures: Measures) -> list[str]:
        """What it is made of, as kinds of measure."""
        more = {
            "critical": self.critical,
            "far": self.far,
            "interpreter": self.interpreter,
            "new": self.is_new(now, measures),
        }
        return [self.level, *(kind for kind, holds in more.items() if holds)]

    def weight(self, now: datetime, measures: Measures) -> Decimal:
        """What it weighs: the weight that was set for this person, else the sum of its reasons."""
        if self.amount is not None:
            return self.amount
        return sum((measures[kind] for kind in self.reasons(now, measures)), Decimal(0))


@dataclass(frozen=True)
class Others:
    """Other people in the same caseload, without records: how many, and what each weighs."""

    number: int
    weight: Decimal

    @property
    def total(self) -> Decimal:
        """What they weigh together."""
        return self.number * self.weight


@dataclass(frozen=True)
class Load:
    """What a caseload weighs, and what fits the hours of its worker."""

    weight: Decimal
    room: Decimal
    worked: Decimal  # hours a week
    full: Decimal  # the weight that fits a full-time week
    full_hours: Decimal

    @property
    def hours(self) -> Decimal:
        """The same in hours a week, to the nearest half."""
        hours = self.weight * self.full_hours / self.full
        return (hours * 2).quantize(Decimal(1), ROUND_HALF_UP) / 2

    @property
    def is_past(self) -> bool:
        """Whether it is more than fits."""
        return self.weight > self.room

    def plus(self, weight: Decimal) -> "Load":
        """The same with one person more."""
        return Load(self.weight + weight, self.room, self.worked, self.full, self.full_hours)


def load(
    takes: Iterable[Takes], others: Iterable[Others], worked: Decimal, now: datetime, measures: Measures
) -> Load:
    """The load of one worker who works so many hours a week."""
    weight = sum((each.weight(now, measures) for each in takes), Decimal(0))
    weight += sum((each.total for each in others), Decimal(0))
    full, full_hours = measures["full"], measures["hours"]
    return Load(weight, (full * worked / full_hours).quantize(Decimal("0.01")), worked, full, full_hours)


def counts(said: datetime, now: datetime, days: Decimal) -> bool:
    """Whether a signal still says how it is."""
    return now - said < timedelta(days=float(days))


def is_asked_again(said: datetime, now: datetime, days: Decimal) -> bool:
    """Whether a signal has run out just now, so that it is asked how it is; for a week, then no more."""
    age = now - said
    return timedelta(days=float(days)) <= age < timedelta(days=float(days)) + ASKED_FOR
