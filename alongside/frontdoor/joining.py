"""Joining and parting through the keeper's functions, with what they say no to in our own words."""

from uuid import UUID

from django.db import DatabaseError

from alongside.access.acts import NotAllowed
from alongside.access.keeper import call
from alongside.frontdoor import rules

_SAID_NO: dict[str, type[rules.TurnedAway]] = {
    "P0002": rules.NotWithinReach,
    "23505": rules.JoinedElsewhere,
    "23514": rules.AboutAnother,
}


def join(contact: UUID, participant: UUID, *, at_their_wish: bool = True) -> None:
    """Join a contact to a participant; who may is checked in the database.

    Where a record begins with a contact because one of us chose so, that was nobody's wish.
    """
    _ask("core.join_contact", contact, participant, at_their_wish)


def part(contact: UUID, participant: UUID) -> None:
    """Part a contact from a participant; who may is checked in the database."""
    _ask("core.part_contact", contact, participant)


def _ask(function: str, contact: UUID, participant: UUID, *more: bool) -> None:
    try:
        call(function, contact, participant, *more)
    except DatabaseError as error:
        state = getattr(error.__cause__, "sqlstate", "")
        if state == "42501":
            raise NotAllowed("join_contact") from None
        if state in _SAID_NO:
            raise _SAID_NO[state] from None
        raise
