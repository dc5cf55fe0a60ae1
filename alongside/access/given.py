"""What a room may give, each as a type. See room.py for where a room says it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.db.models import QuerySet
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


class Moments(Protocol):
    """How the room's things look on the timeline: a template for each kind, and the strand they are of."""

    KINDS: Mapping[str, str]
    STRAND: str  # "connection", "plan", or neither

    def rows(self, participant: UUID) -> QuerySet[Any, Any]:
        """What moments point to, in the uniform shape of the timeline's query."""

    def shown(
        self, kind: str, ref: UUID, key_id: UUID, first: bytes, second: bytes, meta: dict[str, Any]
    ) -> dict[str, Any]:
        """What the timeline shows of one moment."""


class SetUpFile(Protocol):
    """The room's part of the set-up file."""

    def give(self) -> Any:
        """Something JSON can hold, with nobody in it."""

    def take(self, by: Actor, part: Any) -> None:
        """Put such a part in place, or raise `Unreadable`."""


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
