"""What a room may give, each as a type. See room.py for where a room says it."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

from django.utils.functional import Promise

from alongside.access.actor import Actor
from alongside.access.roles import Can


@dataclass(frozen=True)
class Module:
    """A part that an agency may leave off: what it is called and for, how the names of its addresses begin, and
    what only it asks for."""

    key: str
    name: str | Promise
    about: str | Promise
    addresses: tuple[str, ...]
    abilities: frozenset[Can] = frozenset()


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
