"""Judgements about streams and months that need no database, and what may speak against keeping one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID


class NameTaken(ValueError):
    """Another stream is called so."""


class DaysTurned(ValueError):
    """The last day is before the first."""


class EnrolledAlready(ValueError):
    """Somebody is enrolled in this stream on these days already."""


class StreamEnded(ValueError):
    """Nobody new is enrolled in a stream that ended."""


@dataclass(frozen=True)
class StreamTold:
    """What is said of a stream. A name and how it pays are enough."""

    name: str
    kind: str
    place: int = 1
    beside: bool = False
    program: UUID | None = None
    fund: UUID | None = None
    year_from: int = 1
    zone: str = ""
    begins_on: date | None = None
    ends_on: date | None = None
    rate: Decimal | None = None
    budget: Decimal | None = None
    admin_share: Decimal | None = None
    asks: str = "work"
    approved: bool = False
    months: int | None = None
    kinds: tuple[UUID, ...] = field(default_factory=tuple)
    form: str = ""
    who: str = ""
    guide: str = ""


def columns(told: StreamTold) -> Mapping[str, object]:
    """The same as the columns of its row."""
    named = {
        name: value for name, value in vars(told).items() if name not in ("program", "fund", "kinds", "name")
    }
    return named | {
        "program_id": told.program,
        "fund_id": told.fund,
        "kinds": list(told.kinds),
        "name": told.name.strip(),
    }


def share_of(budget: Decimal, percent: Decimal) -> Decimal:
    """What of a budget is for administration, to the cent."""
    return (budget * percent / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def year_of(day: date, year_from: int) -> tuple[date, date]:
    """The fiscal year around a day: its first month, and the first month of the next."""
    year = day.year if day.month >= year_from else day.year - 1
    return date(year, year_from, 1), date(year + 1, year_from, 1)


def month_after(month: date, by: int = 1) -> date:
    """The first day of another month."""
    number = month.year * 12 + month.month - 1 + by
    return date(number // 12, number % 12 + 1, 1)
