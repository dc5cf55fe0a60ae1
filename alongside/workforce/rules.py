"""Judgements about being on call that need no database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass(frozen=True)
class Gap:
    """A time in which nobody is first, or second, on call; without an end, nobody is set after it begins."""

    begins: datetime
    ends: datetime | None
    place: str = "first"

    @property
    def lasts(self) -> timedelta | None:
        """How long it is, which a clock that is moved in between does not show."""
        return self.ends.astimezone(UTC) - self.begins.astimezone(UTC) if self.ends else None

    def holds(self, other: "Gap") -> bool:
        """Whether the other lies within this one."""
        if other.begins < self.begins:
            return False
        return self.ends is None or (other.ends is not None and other.ends <= self.ends)


def gaps(
    spans: Iterable[tuple[datetime, datetime]], now: datetime, until: datetime, *, any_set: bool = False
) -> list[Gap]:
    """The gaps between now and `until`, from the spans in which somebody is first, in their order.

    Where nobody is set at all, nor ever was (`any_set`), there is no rota to have a gap.
    """
    found, covered = [], now
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


class MayNotBeOnCall(ValueError):
    """The roles of whoever was named do not let them answer on call."""


class AwayAlready(ValueError):
    """Somebody is away for part of that time already."""


class AwayIsOver(ValueError):
    """Time off that is over cannot be planned."""


class CannotCover(ValueError):
    """Whoever was named cannot cover for this person. Why is told to nobody here."""


class AwayThemselves(ValueError):
    """Whoever was named is away then, or is the one who is."""


class NotCovered(ValueError):
    """People for whom somebody has to be named while their worker is away; `names` says who."""

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.names = names


class SwapIsOver(ValueError):
    """A shift that is asked about has begun, is gone or is of another by now; or it was answered or taken back."""
