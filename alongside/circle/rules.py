"""Judgements about a Circle that need no database."""

from collections.abc import Iterable
from datetime import date, timedelta


class Held(ValueError):
    """It rests until tomorrow: nothing is raised before."""


REMIND_AFTER = timedelta(days=7)
STANDS = timedelta(days=30)  # so long after its day something stands on Today; then it waits on its own page


def remind_on(today: date) -> date:
    """When a worry comes back gently."""
    return today + REMIND_AFTER


def is_held(held_until: date | None, today: date) -> bool:
    """Whether a concern rests: until the morning of the day itself."""
    return held_until is not None and today < held_until


def differ(answers: Iterable[str]) -> bool:
    """Whether people see it differently. Nothing is ever averaged."""
    return len(set(answers)) > 1
