"""Taking in what partners answered about things they had said: by a press of whoever has read it, each once."""

from collections.abc import Collection
from uuid import UUID

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.circle import queries
from alongside.circle.actions import bring_settled
from alongside.consent.models import SharedReply
from alongside.consent.queries import replies_about


def waiting_to_be_heard(participant: UUID) -> dict[UUID, list[SharedReply]]:
    """By what a partner said it would do: what it answered about that and nobody has taken in yet, in order."""
    found: dict[UUID, list[SharedReply]] = {}
    for each in replies_about(participant, **queries.answers_beside()):
        told = vars(each)
        if told["commitment"] and each.pk not in told["heard"]:
            found.setdefault(told["commitment"], []).append(each)
    return found


def take_in_settled(by: Actor, participant: UUID, replies: Collection[UUID]) -> bool:
    """Take in those that are about something a partner said it would do; says whether any was."""
    taken = False
    if by.may(Can.HOLD_CIRCLE):
        for commitment, said in waiting_to_be_heard(participant).items():
            for each in said:
                if each.pk in replies:
                    bring_settled(by=by, participant=participant, commitment=commitment, reply=each.pk)
                    taken = True
    return taken
