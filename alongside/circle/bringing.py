"""Bringing over what partners answered about things they had said, by whoever reads first; each once."""

from collections.abc import Iterable
from uuid import UUID

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.circle import queries
from alongside.circle.actions import bring_settled
from alongside.consent.models import SharedReply
from alongside.consent.queries import replies_about


def bring_all_settled(by: Actor, replies: Iterable[SharedReply]) -> None:
    """Bring over what was not brought yet, of replies that come with `queries.answers_beside`."""
    for each in replies:
        told = vars(each)
        if told["commitment"] and each.pk not in told["heard"] and by.may(Can.HOLD_CIRCLE):
            bring_settled(
                by=by, participant=each.item.participant_id, commitment=told["commitment"], reply=each.pk
            )


def bring_settled_of(by: Actor, participant: UUID) -> None:
    """Bring over all that partners answered about one person."""
    bring_all_settled(by, replies_about(by, participant, **queries.answers_beside(by)))
