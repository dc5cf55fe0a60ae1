"""What the other side says to a referral: told to us, or said by themselves on their own page."""

from uuid import UUID, uuid4

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.consent.choices import Reply
from alongside.consent.queries import replies_about
from alongside.keeping import rows
from alongside.referrals.actions._so import held, join_at, turned
from alongside.referrals.choices import AS_SAID, OVER, Answer, State
from alongside.referrals.models import PartnerAnswer, Referral

_TURNS = {
    Answer.ACCEPTED: State.ACCEPTED,
    Answer.WAITLIST: State.WAITLISTED,
    Answer.NOT_NOW: State.NOT_PROVIDER,
}


@act(Can.REFER, said=_("kept what the other side answered"))
def partner_answered(
    *, by: Actor, participant: UUID, referral: UUID, said: UUID, answer: str, words: str = ""
) -> PartnerAnswer:
    """Keep what the other side said. It comes up on the Today of whoever walks with them, until it was read.

    `said` is its new id and the id of the change of state that follows from it.
    Raises TurnedDown.
    """
    row = held(participant, referral)
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


@act(Can.REFER, said=_("kept what the other side answered on its own page"))
def bring_answer(*, by: Actor, participant: UUID, referral: UUID, reply: UUID) -> PartnerAnswer:
    """Bring over what a partner said on their own page, once. The referral turns with it.

    It counts from when it was said: what was kept here since then, and what they chose, stands.
    Raises TurnedDown.
    """
    row = held(participant, referral)
    there = PartnerAnswer.objects.filter(pk=reply, participant_id=participant).first()
    if there is not None:
        return there
    found = [each for each in replies_about(participant) if each.pk == reply]
    if not found or found[0].item.disclosure_id != row.disclosure_id or found[0].kind not in AS_SAID:
        raise TurnedDown("not_here")
    told = found[0]
    kept = PartnerAnswer(id=reply, key_id=row.key_id, participant_id=participant, referral=row)
    kept.answer, kept.words, kept.at = AS_SAID[Reply(told.kind)], told.words, told.at
    kept.by_id, kept.on_their_page = by.id, True
    kept.save(force_insert=True)
    state = _TURNS.get(Answer(kept.answer))
    if state and _turns_with(row.state, state) and kept.at >= row.state_at:
        _turn(by, row, state, kept)
    return kept


def _turns_with(state: str, answer: State) -> bool:
    """Whether an answer from the other side moves it on. What they chose, and what is under way, stands."""
    if state in OVER or state == answer:
        return False
    return answer == State.NOT_PROVIDER or state not in (State.INTRODUCED, State.CONNECTED)


def _turn(by: Actor, row: Referral, state: State, kept: PartnerAnswer) -> None:
    if state == State.WAITLISTED:
        join_at(by, row, localtime(kept.at).date(), uuid4())
    turned(by, row, state, kept.words, kept.pk, kept.at)


@act(Can.REFER, said=_("read what the other side answered"))
def saw_answer(*, by: Actor, participant: UUID, answer: UUID) -> PartnerAnswer:
    """Say that an answer was read; it leaves Today and stays with the referral."""
    row = rows.held(PartnerAnswer, answer, participant_id=participant)
    if row.seen_at is None:
        row.seen_at = clock.now()
        row.save(update_fields=["seen_at"])
    return row
