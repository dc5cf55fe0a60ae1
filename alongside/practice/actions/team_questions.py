"""Asking those who know somebody, by name, and answering them."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.keeping.rows import authored, held, held_or_new
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants.models import Participant
from alongside.practice.models import TeamAnswer, TeamQuestion


@act(Can.CHANGE_RECORD, said=_("asked those who know them"))
def ask_team(*, by: Actor, participant: UUID, question: UUID, words: str) -> TeamQuestion:
    """Ask whoever reaches this person; sent twice, it is one. Raises NothingWritten without a word."""
    if not words.strip():
        raise NothingWritten
    found = held_or_new(TeamQuestion, question, participant_id=participant)
    if found is not None:
        return found
    person = Participant.objects.get(pk=participant)
    row = TeamQuestion(id=question, question=words, **authored(by, person))
    row.save(force_insert=True)
    return row


@act(Can.CHANGE_RECORD, said=_("answered a question about them"))
def answer_team_question(
    *, by: Actor, participant: UUID, question: UUID, answer: UUID, words: str
) -> TeamAnswer:
    """Answer a colleague's question. Raises NotHere where it is closed or out of reach, or NothingWritten."""
    if not words.strip():
        raise NothingWritten
    asked = TeamQuestion.objects.filter(pk=question, participant_id=participant, closed_at=None).first()
    if asked is None:
        raise NotHere
    found = held_or_new(TeamAnswer, answer, participant_id=participant, question_id=question)
    if found is not None:
        return found
    row = TeamAnswer(id=answer, question=asked, words=words, **authored(by, asked))
    row.save(force_insert=True)
    return row


@act(Can.CHANGE_RECORD, said=_("closed a question about them"))
def close_team_question(*, by: Actor, participant: UUID, question: UUID) -> TeamQuestion:
    """Close one's own question: it stays to be read, and asks nobody any more. Raises NotHere."""
    row = held(TeamQuestion, question, participant_id=participant, by_id=by.id)
    row.closed_at = row.closed_at or clock.now()
    row.save(update_fields=["closed_at"])
    return row


@act(Can.CHANGE_RECORD, said=_("asked a question about them once more"))
def reopen_team_question(*, by: Actor, participant: UUID, question: UUID) -> TeamQuestion:
    """Open one's own question again. Raises NotHere."""
    row = held(TeamQuestion, question, participant_id=participant, by_id=by.id)
    row.closed_at = None
    row.save(update_fields=["closed_at"])
    return row


@act(Can.CHANGE_RECORD, said=_("took back an answer about them"))
def take_team_answer_back(*, by: Actor, participant: UUID, answer: UUID) -> TeamAnswer:
    """Take back what one answered; it can come back for 30 days. Raises NotHere."""
    row = held(TeamAnswer, answer, participant_id=participant, by_id=by.id)
    row.take_away()
    return row


@act(Can.CHANGE_RECORD, said=_("brought back an answer about them"))
def bring_team_answer_back(*, by: Actor, participant: UUID, answer: UUID) -> TeamAnswer:
    """Bring back what one answered. Raises NotHere."""
    row = held(TeamAnswer, answer, participant_id=participant, by_id=by.id)
    row.bring_back()
    return row
