"""Judgements about being on call that need no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Gap:
    """A time in which nobody is first on call; without an end, nobody is set after it begins."""

    begins: datetime
    ends: datetime | None


def gaps(spans: Iterable[tuple[datetime, datetime]], now: datetime, until: datetime) -> list[Gap]:
    """The gaps between now and `until`, from the spans in which somebody is first, in their order.

    Where nobody is set at all there is no rota to have a gap.
    """
    found, covered, any_set = [], now, False
    for begins, ends in spans:
        any_set = True
        if begins > covered:
            found.append(Gap(covered, begins))
        covered = max(covered, ends)
    if any_set and covered < until:
        found.append(Gap(covered, None))
    return found


class PlaceTaken(ValueError):
    """Somebody else is first, or second, at that time already."""


class TwoPlacesAtOnce(ValueError):
    """Nobody is first and second at once."""


class NotWorkingHere(ValueError):
    """Only somebody who works here can be on call."""
