"""Judgements about a meeting that need no database."""

from datetime import UTC, date, datetime, timedelta, tzinfo

USUAL_LENGTH = timedelta(hours=1)


class TimeIsKept(ValueError):
    """Whoever this is with keeps that time free to think, and has not been asked."""


def ends_at(at: datetime, minutes: int | None) -> datetime:
    """When a meeting ends: an hour on, where nobody said how long it takes."""
    return at.astimezone(UTC) + (timedelta(minutes=minutes) if minutes else USUAL_LENGTH)


def day_of(day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    """When a day begins at the agency's place, and when the next one does."""
    begins = datetime(day.year, day.month, day.day, tzinfo=zone)
    after = day + timedelta(days=1)
    return begins, datetime(after.year, after.month, after.day, tzinfo=zone)
