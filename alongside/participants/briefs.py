"""The on-call brief: writing it with the person, line by line, and keeping its copies true.

What it copies (how to reach them safely, cover words) is written anew by every act that changes those: each such act
ends with `renew`. What to copy, each room says in its `on_brief.py`.
"""

import uuid

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keys import shared_key
from alongside.access.roles import Can
from alongside.access.room import rooms
from alongside.keeping.rows import held
from alongside.keeping.rules import NothingWritten
from alongside.participants.models import BriefLine, BriefOpening, CallBrief, Participant
from alongside.participants.queries import contact_points


@act(Can.CHANGE_RECORD, said=_("wrote a line of the on-call brief"))
def write_line(
    *, by: Actor, participant: uuid.UUID, line: uuid.UUID, kind: str, words: str, approved: bool = False
) -> BriefLine:
    """Write one line; it is shown to nobody on call before the person approved it. Raises NothingWritten."""
    if not words.strip():
        raise NothingWritten
    brief = _held_or_new(by, participant)
    there = BriefLine.objects.filter(pk=line, brief=brief).first()
    if there is not None:
        return there
    return BriefLine.objects.create(
        id=line,
        **_of(by, brief),
        kind=kind,
        words=words,
        approved_at=clock.now() if approved else None,
    )


@act(Can.CHANGE_RECORD, said=_("noted that they approved a line of the on-call brief"))
def approve_line(*, by: Actor, participant: uuid.UUID, line: uuid.UUID) -> BriefLine:
    """They said that this line may be read at night."""
    row = held(BriefLine, line, participant_id=participant, is_copy=False)
    row.approved_at, row.withdrawn_at = clock.now(), None
    row.save(update_fields=["approved_at", "withdrawn_at"])
    return row


@act(Can.CHANGE_RECORD, said=_("withdrew a line of the on-call brief"))
def withdraw_line(*, by: Actor, participant: uuid.UUID, line: uuid.UUID) -> BriefLine:
    """They do not want this line to be read any more; from the next request on it is not."""
    row = held(BriefLine, line, participant_id=participant, is_copy=False)
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    return row


@act(Can.CHANGE_RECORD, said=_("kept the question of the on-call brief"))
def set_question(*, by: Actor, participant: uuid.UUID, question: str) -> CallBrief:
    """Keep what is asked so that the code word is said."""
    brief = _held_or_new(by, participant)
    brief.question = question
    brief.save(update_fields=["question"])
    return brief


@act(Can.ASSIGN, said=_("looked at an opening of the on-call brief"))
def review_opening(*, by: Actor, participant: uuid.UUID, opening: uuid.UUID) -> BriefOpening:
    """It has been looked at, and leaves Today."""
    row = held(BriefOpening, opening, participant_id=participant)
    if row.reviewed_at is None:
        row.reviewed_at, row.reviewed_by_id = clock.now(), by.id
        row.save(update_fields=["reviewed_at", "reviewed_by"])
    return row


def renew(by: Actor, participant: uuid.UUID) -> None:
    """Write the copies of a brief anew, if there is one: after every act that changes what it copies."""
    brief = CallBrief.objects.select_for_update(of=("self",)).filter(participant_id=participant).first()
    if brief is not None:
        _copy(by, brief)


def _held_or_new(by: Actor, participant: uuid.UUID) -> CallBrief:
    """The brief, held until the act ends; the first line makes it, with its copies."""
    person = Participant.objects.select_for_update(of=("self",), no_key=True).get(pk=participant)
    brief = CallBrief.objects.select_for_update(of=("self",)).filter(participant_id=participant).first()
    if brief is not None:
        return brief
    new = uuid.uuid4()
    told = {"participant_id": person.pk, "at": clock.now(), "by_id": by.id, "called": person.alias}
    brief = CallBrief.objects.create(id=new, key_id=shared_key(new), **told)
    _copy(by, brief)
    return brief


def _copy(by: Actor, brief: CallBrief) -> None:
    person = Participant.objects.get(pk=brief.participant_id)
    ways = contact_points(person.pk)
    brief.called = person.alias
    brief.code_word = next((each.code_word for each in ways if each.code_word.strip()), "")
    brief.save(update_fields=["called", "code_word"])
    BriefLine.objects.filter(brief=brief, is_copy=True).delete()
    copies = [each for room in rooms() if room.on_brief for each in room.on_brief(person.pk)]
    BriefLine.objects.bulk_create(
        BriefLine(
            id=uuid.uuid4(), **_of(by, brief), is_copy=True, kind=kind, words=words, approved_at=clock.now()
        )
        for kind, words in copies
        if words.strip()
    )


def _of(by: Actor, brief: CallBrief) -> dict[str, object]:
    return {
        "key_id": brief.key_id,
        "participant_id": brief.participant_id,
        "brief_id": brief.pk,
        "at": clock.now(),
        "by_id": by.id,
    }
