"""What a room may give, each as a type. See room.py for where a room says it."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.functional import Promise

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.access.written import Read
from alongside.ui.cards import Card, Reason


class Waits:
    """What may wait for whoever opens Today: reads, which are asked with those of all rooms in one statement, and what
    makes cards and reasons of the people on Today and of what each read found."""

    def __init__(self, brings: Callable[..., Iterable[Card | Reason]], *reads: Read[Any]) -> None:
        self.brings, self.reads = brings, reads


@dataclass(frozen=True)
class Module:
    """A part that an agency may leave off: what it is called and for, how the names of its addresses begin, and
    what only it asks for; and whether it is left off until somebody wants it."""

    key: str
    name: str | Promise
    about: str | Promise
    addresses: tuple[str, ...]
    abilities: frozenset[Can] = frozenset()
    begins_off: bool = False


class Answers(Protocol):
    """What partners say on their own pages about a thing of the room that went out."""

    def beside(self) -> dict[str, Any]:
        """What comes in the query over what they said."""

    def address(self, actor: Actor, said: Any) -> str:
        """Where one is read; nothing where it is not about a thing of this room."""


class SetUpFile(Protocol):
    """The room's part of the set-up file."""

    def give(self) -> Any:
        """Something JSON can hold, with nobody in it."""

    def take(self, by: Actor, part: Any) -> None:
        """Put such a part in place, or raise `Unreadable`."""


@dataclass(frozen=True)
class HardDate:
    """A day around which somebody may need more support: of which kind (as `participants` names them), and the row
    that says so. Who has such days proposes them by this alone."""

    kind: str
    on: date
    ref: UUID


@dataclass(frozen=True)
class WorkFact:
    """One thing about a worker's own weeks, told as an amount and never by its content: nights, leave, supervision.

    `about` is the same for everybody, and so a column of the load board where it is `on_board`; else it stands on the
    page of that worker alone.
    """

    staff: UUID
    about: str | Promise
    words: str
    on_board: bool = True


@dataclass(frozen=True)
class WhenChosen:
    """What a room says of a colleague who may be chosen as somebody's case manager: lines and what is missing beside
    their name, and why (`past`) whoever chooses goes on with words of their own alone."""

    staff: UUID
    lines: tuple[str | Promise, ...] = ()
    warns: tuple[str | Promise, ...] = ()
    past: str = ""


@dataclass(frozen=True)
class Overseen:
    """A card on the page of whoever directs: a heading, sums and counts in lines, and the page that says more, by the
    name of its address. Nobody is named in it."""

    title: str
    lines: tuple[str, ...]
    address: str
    label: str
    query: str = ""


@dataclass(frozen=True)
class CanComeBack:
    """One kind of thing that can be taken away: what it is called, how it is known again, and its way back.

    `back` names the address that brings it back, `named` what stands in it, `may` who is offered it.
    """

    model: Any
    called: str | Promise
    said: Callable[[Any], str]
    back: str
    may: Can
    named: Callable[[Any], list[Any]] = lambda row: [row.participant_id, row.pk]


@dataclass(frozen=True)
class ToReview:
    """Some words in one language that survivor advisers look at, and the room they belong to."""

    key: str
    language: str
    room: str
    text: str

    @property
    def fingerprint(self) -> str:
        """Changes whenever the words do."""
        return hashlib.sha256(self.text.encode()).hexdigest()


@dataclass(frozen=True)
class Handed:
    """One thing that is handed on with somebody when their case manager changes: on which `side` it stands
    ("connection", "plan", or neither), what it is called, and its lines."""

    side: str
    title: str
    lines: tuple[str, ...]
