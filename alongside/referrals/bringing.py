"""Taking in what partners said on their own pages: by a press of whoever has read it, each once."""

from collections.abc import Collection
from uuid import UUID

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.consent.models import SharedReply
from alongside.consent.queries import replies_about
from alongside.referrals import queries
from alongside.referrals.actions import bring_answer
from alongside.referrals.choices import AS_SAID


def waiting_to_be_read(participant: UUID) -> dict[UUID, list[SharedReply]]:
    """By referral, what a partner said about it and nobody has taken in yet, in the order it was said."""
    found: dict[UUID, list[SharedReply]] = {}
    for each in replies_about(participant, **queries.answers_beside()):
        told = vars(each)
        if told["referral"] is not None and not told["is_brought"] and each.kind in AS_SAID:
            found.setdefault(told["referral"], []).append(each)
    return found


def take_in_answers(by: Actor, participant: UUID, replies: Collection[UUID]) -> UUID | None:
    """Take in those that are about a referral, which turns with them; gives the referral they are about."""
    about = None
    if by.may(Can.REFER):
        for referral, said in waiting_to_be_read(participant).items():
            for each in said:
                if each.pk in replies:
                    bring_answer(by=by, participant=participant, referral=referral, reply=each.pk)
                    about = referral
    return about
