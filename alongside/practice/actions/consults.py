"""Asking colleagues without saying whom it is about, and answering them.

No act here takes a participant, so that neither the tables nor the trail can tell whom a question was about.
"""

from uuid import UUID, uuid4

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.roles import Can
from alongside.keeping.rules import NothingWritten
from alongside.practice import rules
from alongside.practice.models import Consult, ConsultReply
from alongside.vault import ring
from alongside.vault.models import Key


@act(Can.CONSULT)
def ask_colleagues(*, by: Actor, consult: UUID, question: str) -> Consult:
    """Put a question to colleagues, sealed under a key of its own. `consult` is the new id.
    Raises NothingWritten."""
    if not question.strip():
        raise NothingWritten
    kept = Consult.objects.filter(pk=consult, by_id=by.id).first()
    if kept is not None:
        return kept
    key_id = uuid4()
    wrapped = ring.make(key_id)
    row = Consult(pk=consult, key_id=key_id, by_id=by.id, at=clock.now(), question=question)
    row.save(force_insert=True)
    # After the question: a key is made for one's own question alone.
    Key.objects.create(key_id=key_id, door=by.door, thing_id=consult, wrapped=wrapped)
    return row


def _own(by: Actor, consult: UUID) -> Consult:
    row = Consult.objects.select_for_update().filter(pk=consult, by_id=by.id).first()
    if row is None:
        raise rules.NotMine
    return row


@act(Can.CONSULT)
def close_consult(*, by: Actor, consult: UUID) -> Consult:
    """Close one's own question; from then on only its asker reads it."""
    row = _own(by, consult)
    row.closed_at = row.closed_at or clock.now()
    row.save(update_fields=["closed_at"])
    return row


@act(Can.CONSULT)
def reopen_consult(*, by: Actor, consult: UUID) -> Consult:
    """Open one's own question to colleagues again."""
    row = _own(by, consult)
    row.closed_at = None
    row.save(update_fields=["closed_at"])
    return row


@act(Can.CONSULT)
def delete_consult(*, by: Actor, consult: UUID) -> None:
    """Delete one's own question for good, with what was answered and the key of both. Raises NotMine."""
    if not Consult.objects.filter(pk=consult, by_id=by.id).exists():
        raise rules.NotMine
    call("core.let_go_of_consult", consult)


@act(Can.CONSULT)
def reply_to_consult(*, by: Actor, consult: UUID, reply: UUID, words: str) -> ConsultReply:
    """Answer a colleague's question. `reply` is the new id. Raises NotMine or NothingWritten."""
    if not words.strip():
        raise NothingWritten
    kept = ConsultReply.objects.filter(pk=reply, by_id=by.id).first()
    if kept is not None:
        return kept
    asked = Consult.objects.filter(pk=consult, closed_at=None).first()
    if asked is None:
        raise rules.NotMine
    row = ConsultReply(pk=reply, key_id=asked.key_id, consult=asked, by_id=by.id, at=clock.now(), words=words)
    row.save(force_insert=True)
    return row


@act(Can.CONSULT)
def thank_for_reply(*, by: Actor, reply: UUID) -> None:
    """Thank a colleague for an answer to one's own question."""
    call("core.thank_for", reply)


@act(Can.CONSULT)
def take_reply_back(*, by: Actor, reply: UUID) -> ConsultReply:
    """Take back what one answered."""
    return _reply(by, reply, removed=True)


@act(Can.CONSULT)
def bring_reply_back(*, by: Actor, reply: UUID) -> ConsultReply:
    """Bring back what one answered."""
    return _reply(by, reply, removed=False)


def _reply(by: Actor, reply: UUID, *, removed: bool) -> ConsultReply:
    row = ConsultReply.objects.select_for_update().filter(pk=reply, by_id=by.id).first()
    if row is None:
        raise rules.NotMine
    row.removed_at = clock.now() if removed else None
    row.save(update_fields=["removed_at"])
    return row
