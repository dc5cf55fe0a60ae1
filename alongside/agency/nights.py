"""Which evening and night an hour belongs to, by the clock of the agency's place: amounts of work after hours."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from alongside import clock

EVENING, MORNING = 20, 7


def night_of(moment: datetime) -> date | None:
    """The day whose evening and night this is; None by day."""
    here = moment.astimezone(clock.zone())
    if MORNING <= here.hour < EVENING:
        return None
    return here.date() if here.hour >= EVENING else here.date() - timedelta(days=1)


def after_hours(moments: Iterable[datetime]) -> tuple[int, int]:
    """How many of these were in an evening or a night, and in how many nights."""
    found = [night for moment in moments if (night := night_of(moment))]
    return len(found), len(set(found))
