"""Judgements about stock that need no database."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5


class NameTaken(ValueError):
    """Two kinds of things would have the same name."""


class NotSoMany(ValueError):
    """Fewer are left than would be taken."""


class NoSuchThing(ValueError):
    """This thing is not kept any more, or not in this size."""


class CountedSince(ValueError):
    """What was counted afterwards stands; nothing before it is taken back."""


class NotLookedFor(ValueError):
    """Donors are not asked for this any more, or it is here already."""


class MovedMeanwhile(ValueError):
    """Somebody took, brought or counted while one was counting."""

    def __init__(self, thing: UUID, size: str) -> None:
        super().__init__(thing)
        self.thing, self.size = thing, size


@dataclass(frozen=True)
class Thing:
    """What is said of a kind of thing."""

    name: str
    sizes: tuple[str, ...] = ()
    low_at: int | None = None
    is_kept: bool = True


@dataclass(frozen=True)
class Came:
    """What came in: which thing in which size, at which place, and how many."""

    thing: UUID
    size: str
    site: UUID
    number: int = 1


@dataclass(frozen=True)
class Counted:
    """What was found of a thing in one size, and which version of its count one had before one's eyes."""

    thing: UUID
    size: str
    seen: int
    found: int


def sizes(words: str) -> tuple[str, ...]:
    """Sizes as they were typed, one a line or with commas between, each once and in their order."""
    found = (each.strip() for each in re.split(r"[,،、;\n]", words))
    return tuple(dict.fromkeys(each for each in found if each))


def mark_of(thing: UUID, size: str) -> str:
    """By what a thing in one size is named in a form."""
    return uuid5(thing, size).hex


def press_of(once: UUID, thing: UUID, size: str) -> UUID:
    """The name of one count among those of one form."""
    return uuid5(once, f"{thing}|{size}")


def ordered(size: str, of: Iterable[str]) -> int:
    """Where a size stands among those of its thing; one that is no longer offered comes last."""
    known = list(of)
    return known.index(size) if size in known else len(known)
