"""One person's line, before it takes the form of a standard: months and codes alone."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Line:
    """What is told of one person. `came` and `ended` are first days of months, `services` keys of our own kinds.

    `ended` is the month of the newest closing, where their state is `closed`.
    """

    came: date
    state: str
    ended: date | None = None
    services: tuple[str, ...] = ()
