"""Keeping what they asked, and the updates on it."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.roles import Can
from alongside.keeping.rows import authored, held, held_or_new
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten, is_stale
from alongside.participants.models import Participant
from alongside.participants.timeline import mark
from alongside.questions.choices import OVER, Stands, UpdateKind
from alongside.questions.models import AskedQuestion, QuestionUpdate


@act(Can.CHANGE_RECORD, said=_("kept what they asked"))
def keep_asked(
    *,
    by: Actor,
    participant: UUID,
    question: UUID,
    words: str,
    stands: str = "",
    seen: int | None = None,
    next_on: date | None = None,
    asked_on: date | None = None,
    holder: str = "",
    may_tell: str = "",
    teller: str = "",
    themselves: str = "",
) -> AskedQuestion:
    """Keep a question and where its answer is; a known `question` is changed.
    Raises NothingWritten, ChangedMeanwhile."""
    if not words.strip():
        raise NothingWritten
    kept = held_or_new(AskedQuestion, question, participant_id=participant)
    if kept is None:
        person = Participant.objects.get(pk=participant)
        kept = AskedQuestion(id=question, **authored(by, person), version=0)
    elif is_stale(seen, kept.version):
        raise ChangedMeanwhile(kept)
    elif seen is None:
        return kept  # the same sending, once more
    kept.words, kept.holder, kept.teller, kept.themselves = words, holder, teller, themselves
    kept.stands, kept.may_tell = stands or Stands.ASKED, may_tell
    kept.asked_day = asked_on.isoformat() if asked_on else ""
    kept.next_on, kept.is_open = next_on, kept.stands not in OVER
    kept.version += 1
    kept.save(force_insert=kept.version == 1)
    if kept.version == 1:
        mark(by=by, participant=participant, at=kept.at, room="questions", kind="question", ref=kept.pk)
    return kept


@act(Can.CHANGE_RECORD, said=_("gave an update on what they asked"))
def give_update(
    *,
    by: Actor,
    participant: UUID,
    question: UUID,
    update: UUID,
    kind: str = UpdateKind.NO_NEWS,
    words: str = "",
    stands: str = "",
    next_on: date | None = None,
) -> QuestionUpdate:
    """Keep what was said about it today, and by when they hear from us again; no news is an answer as well."""
    kept = held(AskedQuestion, question, participant_id=participant)
    there = QuestionUpdate.objects.filter(pk=update, question=kept).first()
    if there is not None:
        return there
    row = QuestionUpdate(id=update, **authored(by, kept), question=kept, kind=kind, words=words)
    row.save(force_insert=True)
    mark(by=by, participant=participant, at=row.at, room="questions", kind="update", ref=row.pk)
    kept.stands = stands or kept.stands
    kept.next_on, kept.is_open = next_on, kept.stands not in OVER
    kept.version += 1
    kept.save(update_fields=["stands", "next_on", "is_open", "version"])
    return row
