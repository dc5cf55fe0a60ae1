"""Joining and parting through the keeper's functions, with what they say no to in our own words."""

from uuid import UUID

from alongside.access.acts import NotAllowed
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.frontdoor import rules


def join(contact: UUID, participant: UUID, *, at_their_wish: bool = True) -> None:
    """Join a contact to a participant; who may is checked in the database.

    Where a record begins with a contact because one of us chose so, that was nobody's wish.
    """
    _ask("core.link_contact", contact, participant, at_their_wish)


def part(contact: UUID, participant: UUID) -> None:
    """Part a contact from a participant; who may is checked in the database."""
    _ask("core.unlink_contact", contact, participant)


def _ask(function: str, contact: UUID, participant: UUID, *more: bool) -> None:
    with refused_as(
        {
            "this_role_joins_no_contact": NotAllowed("link_contact"),
            "whoever_joined_it_parts_it": NotAllowed("link_contact"),
            "no_such_contact": rules.NotWithinReach,
            "no_such_person": rules.NotWithinReach,
            "joined_to_somebody": rules.JoinedElsewhere,
            "somebody_asked_about_another_person": rules.AboutAnother,
        }
    ):
        call(function, contact, participant, *more)
