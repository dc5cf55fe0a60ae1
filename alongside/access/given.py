"""What a room may give, each as a type. See room.py for where a room says it."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Model, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import JSONObject
from django.utils.functional import Promise

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.vault.opening import open_told


@dataclass(frozen=True)
class Module:
    """A part that an agency may leave off: what it is called and for, how the names of its addresses begin, and
    what only it asks for."""

    key: str
    name: str | Promise
    about: str | Promise
    addresses: tuple[str, ...]
    abilities: frozenset[Can] = frozenset()


@dataclass(frozen=True)
class MomentRow:
    """What a moment points to, as it comes in the timeline's one query: `says` has each column by its name."""

    ref: UUID
    key_id: UUID
    room: str
    kind: str
    table: str
    says: dict[str, Any]

    def words(self, column: str, of: tuple[type[Model], str] | None = None) -> str:
        """The words of a sealed column, opened; `of` is the table and reference where it is kept, if elsewhere."""
        table, ref = (of[0]._meta.db_table, UUID(of[1])) if of else (self.table, self.ref)
        return open_told(self.key_id, table, column, ref, self.says[column])


def moment_rows(kind: str, rows: QuerySet[Any, Any], /, **says: str | Combinable) -> QuerySet[Any, Any]:
    """These rows in the shape of the timeline's one query, each a MomentRow. What is sealed stays so until it is
    opened there: inside JSON, bytes are hexadecimal figures."""
    its = rows.model._meta
    fixed = (Value(word, TextField()) for word in (its.app_label, kind, its.db_table))
    return rows.order_by().values_list("pk", "key_id", *fixed, JSONObject(**says))


class Moments(Protocol):
    """How the room's things look on the timeline: a template for each kind, and the strand they are of."""

    KINDS: Mapping[str, str]
    STRAND: str  # "connection", "plan", or neither

    def rows(self, participant: UUID) -> Iterable[QuerySet[Any, Any]]:
        """What moments point to: `moment_rows` of each table."""

    def shown(self, row: MomentRow) -> dict[str, Any]:
        """What the timeline shows of one moment."""


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
