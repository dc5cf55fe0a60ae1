"""What is done at night, and what follows from it."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.break_glass import rules
from alongside.break_glass.choices import Outcome
from alongside.break_glass.models import CodeTry, Opening, Restriction, SaysKnown
from alongside.frontdoor.actions import log_call
from alongside.frontdoor.models import Contact
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.participants.models import CallBrief, Participant
from alongside.participants.tokens import said_on_call
from alongside.vault.fields import sealed_value


@act(Can.BE_ON_CALL, said=_("opened the record on call, for a stated reason"))
def break_glass(
    *, by: Actor, participant: uuid.UUID, opening: uuid.UUID, brief: uuid.UUID, reason: str
) -> None:
    """Open a record while on call: for a reason that is kept, for two hours or until the shift ends.

    Raises NothingWritten, NotHere where the brief is not open, IsOpenAlready and DoesNotOpen.
    """
    if not reason.strip():
        raise NothingWritten
    key_id = (
        CallBrief.objects.filter(pk=brief, participant_id=participant)
        .values_list("key_id", flat=True)
        .first()
    )
    if key_id is None:
        raise NotHere
    row = Opening(id=opening, key_id=key_id, reason=reason)
    with refused_as(
        {
            "no_such_brief": NotHere,
            "is_open_to_you": rules.IsOpenAlready,
            "record_is_restricted": rules.DoesNotOpen,
            "not_past_their_wish": rules.DoesNotOpen,
        }
    ):
        call("core.break_glass", opening, participant, brief, sealed_value(row, "reason"))


@act(Can.CHANGE_RECORD, said=_("told them that their record was opened on call"))
def say_told(*, by: Actor, participant: uuid.UUID, opening: uuid.UUID) -> None:
    """They know now that their record was opened at night."""
    call("core.say_told", participant, opening)


@act(Can.ASSIGN, said=_("reviewed that the record was opened on call"))
def review_record_opening(
    *, by: Actor, participant: uuid.UUID, opening: uuid.UUID, outcome: Outcome, follows: str
) -> None:
    """Say what was found when an opening was looked at: right, talked about, or not right and what follows.
    Raises NotAllowed."""
    row = Opening.objects.get(pk=opening, participant_id=participant)
    row.outcome, row.follows = outcome, follows
    with refused_as({"another_supervisor_reviews_it": NotAllowed("review_record_opening")}):
        call("core.review_opening", opening, sealed_value(row, "outcome"), sealed_value(row, "follows"))


@act(Can.BE_ON_CALL)
def try_code_word(*, by: Actor, attempt: uuid.UUID, alias: str, word: str) -> uuid.UUID:
    """Try an alias and a code word that a caller gave; neither is kept. Raises NotOnCall and NoMoreTries."""
    with refused_as({"not_on_call_now": rules.NotOnCall, "five_tries_a_shift": rules.NoMoreTries}):
        call("core.try_code_word", attempt, said_on_call(alias, word))
    return attempt


@act(Can.BE_ON_CALL, said=_("welcomed them back on call"))
def reopen_at_night(*, by: Actor, participant: uuid.UUID, attempt: uuid.UUID) -> str:
    """Open a closed record again for somebody who gave their alias and code word: with whoever walked with them last,
    else waiting. Raises NotHere."""
    with refused_as({"no_such_try": NotHere}):
        return str(call("core.reopen_at_night", attempt, participant, uuid.uuid4()))


@act(Can.CHANGE_RECORD, said=_("read that they called on call"))
def note_came(*, by: Actor, participant: uuid.UUID, attempt: uuid.UUID) -> None:
    """Whoever walks with them knows that they called; it leaves Today."""
    _looked(by, CodeTry.objects.filter(pk=attempt, participant_id=participant))


@act(Can.ASSIGN)
def look_at_tries(*, by: Actor, tries: Sequence[uuid.UUID]) -> None:
    """A supervisor looked at tries of a night; they leave Today."""
    _looked(by, CodeTry.objects.filter(pk__in=tries))


def _looked(by: Actor, rows: Any) -> None:
    rows.filter(looked_at=None).update(looked_at=clock.now(), looked_by_id=by.id)


@act(Can.LOG_CALL)
def log_says_known(*, by: Actor, contact: uuid.UUID, **told: Any) -> Contact:
    """Log a call in which somebody said that they were with us, and nothing opened; a supervisor looks at it."""
    row = log_call(by=by, contact=contact, **told)
    SaysKnown.objects.get_or_create(contact=row, defaults={"at": clock.now(), "by_id": by.id})
    return row


@act(Can.ASSIGN)
def settle_says_known(*, by: Actor, said: uuid.UUID) -> None:
    """A supervisor looked whom a call may be of; it leaves Today."""
    rows = SaysKnown.objects.filter(pk=said, settled_at=None)
    rows.update(settled_at=clock.now(), settled_by_id=by.id)


@act(Can.ASSIGN, said=_("restricted the record to named colleagues"))
def restrict_record(
    *, by: Actor, participant: uuid.UUID, restriction: uuid.UUID, staff: Iterable[uuid.UUID], words: str = ""
) -> None:
    """Restrict a record to named colleagues of those who reach it; whoever restricts stays one of them.
    Raises NotAllowed."""
    key_id = Participant.objects.values_list("key_id", flat=True).get(pk=participant)
    row = Restriction(id=restriction, key_id=key_id, words=words)
    with refused_as({"this_is_the_supervisors": NotAllowed("restrict_record")}):
        call("core.restrict_record", restriction, participant, list(staff), sealed_value(row, "words"))


@act(Can.ASSIGN, said=_("ended the restriction of the record"))
def lift_restriction(*, by: Actor, participant: uuid.UUID) -> None:
    """Let a record be open again to everybody who reaches it. Raises NotAllowed."""
    with refused_as({"this_is_the_supervisors": NotAllowed("lift_restriction")}):
        call("core.lift_restriction", participant)
