"""Judgements about a goal sheet that need no database."""

import hashlib
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal

from alongside.keeping.rules import ChangedMeanwhile

PLENTY = 5
UNMOVED_AFTER = timedelta(days=30)
NEW_FOR = timedelta(days=90)
BEFORE_CERTIFICATION = ("pre", "applied", "waiting")
MOVING = ("open", "back_again", "changed")
TAKEN_AWAY = "taken-away"

Weighed = Literal["as_it_is", "mine", "both"]


@dataclass(frozen=True)
class Clash:
    """Something two people changed: `kind` and `row` say which."""

    kind: str
    row: uuid.UUID


class SheetChangedMeanwhile(ChangedMeanwhile):
    """Somebody else has saved some of the same words since they were read; nothing is overwritten."""

    def __init__(self, clashes: Iterable[Clash]) -> None:
        super().__init__()
        self.clashes = tuple(clashes)


class NoYes(ValueError):
    """An option becomes a goal only by a yes that has not been used before."""


@dataclass(frozen=True)
class Written:
    """One thing as it was written on the sheet. `was` marks how it read when the writing began."""

    row: uuid.UUID
    was: str = ""

    def parts(self) -> tuple[str, ...]:
        """What counts when it is compared with what stands."""
        raise NotImplementedError


@dataclass(frozen=True)
class WrittenGoal(Written):
    """A goal's words and what stands with them."""

    words: str = ""
    horizon: str = ""
    barriers: str = ""
    tried: str = ""

    def parts(self) -> tuple[str, ...]:
        return (self.words, self.horizon, self.barriers, self.tried)


@dataclass(frozen=True)
class WrittenStep(Written):
    """A step under a goal. `who` counts only when the step is new; later it moves by an act of its own."""

    goal: uuid.UUID | None = None
    words: str = ""
    on: date | None = None
    who: str = ""

    def parts(self) -> tuple[str, ...]:
        return (self.words, self.on.isoformat() if self.on else "")


@dataclass(frozen=True)
class WrittenSign(Written):
    """A sign of change, and when to look at it, if they named a day."""

    words: str = ""
    on: date | None = None

    def parts(self) -> tuple[str, ...]:
        return (self.words, self.on.isoformat() if self.on else "")


@dataclass(frozen=True)
class WrittenSheet:
    """A whole sheet as it was sent. Without `fits_around` that question was not on the page."""

    fits_around: str | None = None
    fits_was: str = ""
    goals: tuple[WrittenGoal, ...] = ()
    steps: tuple[WrittenStep, ...] = ()
    signs: tuple[WrittenSign, ...] = ()


@dataclass
class Kept:
    """What a saving of the sheet came to."""

    parked: list[uuid.UUID] = field(default_factory=list)
    taken_away: list[tuple[str, uuid.UUID]] = field(default_factory=list)
    changed: bool = False


def fingerprint(parts: Iterable[str]) -> str:
    """A short mark of how something reads; the same words give the same mark."""
    seen = hashlib.sha256()
    for part in parts:
        said = part.encode()
        seen.update(len(said).to_bytes(4, "big") + said)
    return seen.hexdigest()[:20]


def mark_of(written: Written, *, taken_away: bool) -> str:
    """The mark of how something on the sheet reads; what was taken away reads as taken away."""
    return fingerprint([TAKEN_AWAY] if taken_away else written.parts())


def weigh(was: str, written: str, stands: str) -> Weighed:
    """Whether what was sent is to be kept, left alone, or stands against what a colleague saved meanwhile."""
    if written in (stands, was):
        return "as_it_is"
    return "mine" if was == stands else "both"


def own_reference(participant: uuid.UUID, sent: uuid.UUID) -> uuid.UUID:
    """The reference of a new row, so that what a page sends can never name a row of somebody else."""
    return uuid.uuid5(participant, str(sent))


def is_fresh_yes(answer: str, answered_at: datetime | None, taken_up_at: datetime | None) -> bool:
    """Whether the last answer is a yes that came after the option was last taken up."""
    if answer != "yes" or answered_at is None:
        return False
    return taken_up_at is None or answered_at > taken_up_at


def is_for_later(how_many_stand: int) -> bool:
    """Three to five goals are plenty at a time; the sixth is kept for later."""
    return how_many_stand >= PLENTY


def is_unmoved(state: str, moved_on: date, today: date) -> bool:
    """Whether a step has stood for 30 days. One that holds, is done or set aside is where it is."""
    return state in MOVING and today - moved_on >= UNMOVED_AFTER


def learned_is_offered(before: str, now: str) -> bool:
    """Somebody who does a step alone now, and did not before, has learned to do it."""
    return now == "me" and before in ("together", "cm")


def suggests_close(
    *,
    level: str,
    level_at: datetime | None,
    declined: bool,
    started_on: date,
    certification: str,
    certification_at: datetime | None,
    today: date,
) -> bool:
    """Whether to propose walking close alongside: to somebody new, or before certification.

    What was not wanted once is not proposed again, and a level said since counts as an answer.
    """
    if declined or level == "close":
        return False
    if certification in BEFORE_CERTIFICATION and certification_at is not None:
        return level_at is None or level_at < certification_at
    return level_at is None and today - started_on <= NEW_FOR
