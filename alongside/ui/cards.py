"""What a room gives to Today: cards with rows, and reasons why somebody may need a worker. All of it is typed."""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

Words = str | Promise
LONGEST = 80


def short(words: str) -> str:
    """As much of somebody's words as names a thing in a row; the whole stands where the row leads."""
    return textwrap.shorten(words, LONGEST, placeholder="…")


class Place(IntEnum):
    """Where a card is on Today, what presses most first: colleagues who ask, people nobody walks with, then what is
    open, who is missing on call, and what comes."""

    DOOR = 1
    COLLEAGUES = 2
    NOBODY_WALKS = 3
    UNCLEAR = 4
    NOBODY_THERE = 5
    SECOND_PERSON = 6
    PEOPLE = 7
    DAY = 8
    HOUSE = 9
    ANSWERS = 10
    SHARING = 11
    HOLDING = 12
    ME = 13


@dataclass(frozen=True)
class Verb:
    """One thing to do next, and where: a link, or where it `posts`, a button that does it."""

    label: Words
    address: str
    posts: bool = False
    soft: bool = True  # what one does here first; else plain
    about: str = ""  # said after the label to whoever does not see the row
    spoken: Words = ""  # said in place of the label to them
    leads: bool = False  # the one filled button of a page

    @property
    def kind(self) -> str:
        """How its button looks."""
        return "" if self.leads else "soft" if self.soft else "plain"


@dataclass(frozen=True)
class Line:
    """One thing of a row and its day; with an address where it is not what the row's verb leads to."""

    thing: Words
    words: str = ""  # the participant's, after it
    on: datetime | date | None = None
    address: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a card: what it is about, of whom, when, why it is here, and what can be done next."""

    thing: Words
    address: str = ""
    person: str = ""
    on: datetime | date | None = None  # the day, said after the person
    at: datetime | None = None  # the hour, in front of the row
    lines: tuple[Line, ...] = ()
    why: Words = ""
    words: str = ""  # as the participant said them
    ours: str = ""  # as a colleague wrote them
    chip: Words = ""
    calm: bool = False
    hue: str | None = None  # a round mark in this colour, with the first letters of `mark`, or of the thing
    mark: str = ""
    verbs: tuple[Verb, ...] = ()


@dataclass(frozen=True)
class Empty:
    """What a card says while it has no rows."""

    what: Words
    how: Words = ""
    verb: Verb | None = None


@dataclass(frozen=True)
class Card:
    """A card of Today. Cards of one key and place are one card, in the order of the rooms.

    `rows` is called when every room has read what it needs, so that words are opened after all of it was read, with
    their keys in one query. With `once`, who is in a card further up is left out. A `body` of the room's own is given
    the same `rows`, of whatever kind it shows; without one they are `Row`s.
    """

    key: str
    place: Place
    title: Words = ""
    rows: Callable[[], Sequence[Any]] = tuple
    why: Words = ""
    end: tuple[Verb, ...] = ()
    empty: Empty | None = None
    once: bool = False
    body: str = ""
    fold: bool = False  # opened by whoever wants to see it


@dataclass(frozen=True)
class Reason:
    """Why somebody may need me today: what it is about, by its name, and its day. The one that leads gives the chip
    and what can be done next.

    `words` are the participant's, said after the thing. Of two with one `rank` the first counts.
    """

    person: UUID
    rank: int
    chip: Words
    verb: Verb
    thing: Words = ""
    on: datetime | date | None = None
    at: datetime | None = None
    words: str = ""
    reach: bool = False  # whether they are contacted for it: then how to reach them safely is said
    by_itself: bool = True  # whether somebody is on Today for this alone
