"""What a room gives to Today: cards with rows, and reasons why somebody may need a worker. All of it is typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from django.utils.functional import Promise

Words = str | Promise


class Place(IntEnum):
    """Where a card is on Today, what presses most first."""

    NOBODY_THERE = 1
    SECOND_PERSON = 2
    COLLEAGUES = 3
    UNCLEAR = 4
    NOBODY_WALKS = 5
    DOOR = 6
    PEOPLE = 7
    ANSWERS = 8
    DAY = 9
    ME = 10
    HOUSE = 11


@dataclass(frozen=True)
class Verb:
    """One thing to do next, and where: a link, or where it `posts`, a button that does it."""

    label: Words
    address: str
    posts: bool = False
    soft: bool = True  # what one does here first; else plain
    about: str = ""  # said after the label to whoever does not see the row
    spoken: Words = ""  # said in place of the label to them


@dataclass(frozen=True)
class Row:
    """One line of a card: what it is about, of whom, when, why it is here, and what can be done next."""

    thing: Words
    address: str = ""
    person: str = ""
    at: datetime | date | None = None
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
    the same `rows`, of whatever kind it shows.
    """

    key: str
    place: Place
    title: Words = ""
    rows: Callable[[], Sequence[Any]] = tuple
    why: Words = ""
    end: tuple[Verb, ...] = ()
    empty: Empty | None = None
    once: bool = False
    body: str = "ui/parts/card_rows.html"


@dataclass(frozen=True)
class Reason:
    """Why somebody may need me today. The one that leads gives the chip and what can be done next.

    `leads` is a sentence said only then; `why` is said in any case. Of two with one `rank` the first counts.
    """

    person: UUID
    rank: int
    chip: Words
    verb: Verb
    why: Words = ""
    leads: Words = ""
    at: datetime | None = None
    words: str = ""
    by_itself: bool = True  # whether somebody is on Today for this alone
