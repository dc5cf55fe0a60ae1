"""Taking away and bringing back, for every row that can come back."""

from typing import Any, Protocol, TypeVar
from uuid import UUID

from django.utils.functional import Promise

from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.keeping.columns import Removable
from alongside.keeping.rows import held

M = TypeVar("M", bound=Removable)
Words = str | Promise
R_co = TypeVar("R_co", covariant=True)


class Act(Protocol[R_co]):
    """An act about one row of a participant, which is named by its noun."""

    def __call__(self, *, by: Actor, participant: UUID, **row: UUID) -> R_co:
        """Do it."""


def removable(model: type[M], can: Can, noun: str, *, said: tuple[Words, Words]) -> tuple[Act[M], Act[M]]:
    """The acts `remove_<noun>` and `restore_<noun>` of a table; each takes the row's id under the noun.

    `said` are the words of both for the log of a record. They raise NotHere where the participant has no such row, or
    none within reach.
    """

    def remove(*, by: Actor, participant: UUID, **row: UUID) -> M:
        found = held(model, row[noun], participant_id=participant)
        found.take_away()
        return found

    def restore(*, by: Actor, participant: UUID, **row: UUID) -> M:
        found = held(model, row[noun], participant_id=participant)
        found.bring_back()
        return found

    called = noun.replace("_", " ")
    remove.__doc__ = f"Take one {called} away; it can come back for 30 days."
    restore.__doc__ = f"Bring one {called} back that was taken away in the last 30 days."
    return _act(model, can, f"remove_{noun}", remove, said[0]), _act(
        model, can, f"restore_{noun}", restore, said[1]
    )


def _act(model: type[Removable], can: Can, name: str, function: Any, said: Words) -> Any:
    function.__name__ = function.__qualname__ = name
    function.__module__ = model.__module__
    return act(can, said=said)(function)
