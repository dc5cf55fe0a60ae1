"""Bringing over what partners said on their own pages, by whoever reads first; each once."""

from collections.abc import Iterable
from uuid import UUID

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.consent.models import SharedReply
from alongside.consent.queries import replies_about
from alongside.referrals import queries
from alongside.referrals.actions import bring_answer
from alongside.referrals.choices import AS_SAID


def bring_answers(by: Actor, replies: Iterable[SharedReply]) -> None:
    """Bring over what was not brought yet, of replies that come with `queries.answers_beside`."""
    for each in replies:
        told = vars(each)
        is_new = told["referral"] is not None and not told["is_brought"] and each.kind in AS_SAID
        if is_new and by.may(Can.REFER):
            bring_answer(
                by=by, participant=each.item.participant_id, referral=told["referral"], reply=each.pk
            )


def bring_answers_of(by: Actor, participant: UUID) -> list[SharedReply]:
    """Bring over all that partners said about one person; gives what they said."""
    said = replies_about(by, participant, **queries.answers_beside(by))
    bring_answers(by, said)
    return said
