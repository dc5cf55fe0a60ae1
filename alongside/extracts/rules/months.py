"""Months that a file may be of."""

from datetime import date

BACK = 36


def month_after(month: date) -> date:
    """The first day of the next month."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def months_before(today: date) -> list[date]:
    """The months that are over, the newest first; first days."""
    found, month = [], today.replace(day=1)
    for _each in range(BACK):
        month = date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)
        found.append(month)
    return found
