"""What the other side says to a referral."""

from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.referrals.actions._so import held, turned
from alongside.referrals.choices import Answer, State
from alongside.referrals.models import PartnerAnswer

_TURNS = {Answer.ACCEPTED: State.ACCEPTED, Answer.NOT_NOW: State.NOT_PROVIDER}


@act(Can.REFER)
def partner_answered(
    *, by: Actor, participant: UUID, referral: UUID, said: UUID, answer: str, words: str = ""
) -> PartnerAnswer:
    """Keep what the other side said. It comes up on the Today of whoever walks with them, until it was read.

    `said` is its new id and the id of the change of state that follows from it.
    """
    row = held(by, participant, referral)
    there = PartnerAnswer.objects.filter(pk=said, participant_id=participant).first()
    if there is not None:
        return there
    if answer not in Answer.values:
        raise TurnedDown("not_offered")
    kept = PartnerAnswer(id=said, key_id=row.key_id, participant_id=participant, referral=row)
    kept.answer, kept.words, kept.at, kept.by_id = answer, words, clock.now(), by.id
    kept.save(force_insert=True)
    if Answer(answer) in _TURNS:
        turned(by, row, _TURNS[Answer(answer)], words, said)
    return kept


@act(Can.REFER)
def saw_answer(*, by: Actor, participant: UUID, answer: UUID) -> PartnerAnswer:
    """Say that an answer was read; it leaves Today and stays with the referral."""
    row = PartnerAnswer.objects.select_for_update().filter(pk=answer, participant_id=participant).first()
    if row is None:
        raise TurnedDown("not_here")
    if row.seen_at is None:
        row.seen_at = clock.now()
        row.save(update_fields=["seen_at"])
    return row
