"""Judgements at the front door that need no database."""

from datetime import timedelta
from uuid import UUID

LISTED_FOR = timedelta(days=90)
A_SHIFT = timedelta(hours=24)


class TurnedAway(ValueError):
    """Something cannot be done as asked."""


class NotWithinReach(TurnedAway):
    """The contact or the participant is not within reach any more."""


class JoinedElsewhere(TurnedAway):
    """The contact is joined to another participant already."""


class SentBefore(TurnedAway):
    """The reference of this sending is taken by something else."""


class AboutAnother(TurnedAway):
    """Somebody asked about another person; that person has not come to us themselves."""


class OneNeed(TurnedAway):
    """Case management starts from one need in their own words, and nothing else."""


def sign_of(contact: UUID) -> str:
    """Four signs that tell a contact from another of the same minute; they say nothing of anybody."""
    return contact.hex[:4].upper()
