"""Two records that may be of one person: what supervision says of them, bringing both together, taking them apart.

What is said stands in the trail of whoever says it and in no participant's, so that whoever keeps one record learns
nothing of another by it. Bringing together and taking apart stand in the trail of both: the same colleagues walk with
both then.
"""

import uuid

from django.utils.translation import gettext_lazy as _

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed, TurnedDown, act
from alongside.access.keeper import call
from alongside.access.refusals import refused_as
from alongside.access.roles import Can
from alongside.participants.choices import Same
from alongside.participants.models import LinkedRecords, PossibleDuplicate
from alongside.participants.rules import NotTogether


@act(Can.ASSIGN)
def answer_possible_duplicate(*, by: Actor, pair: uuid.UUID, answer: Same) -> PossibleDuplicate:
    """Say that two records are not of one person, or that nobody knows yet; or take that back.
    Raises TurnedDown."""
    row = PossibleDuplicate.objects.select_for_update(of=("self",), no_key=True).filter(pk=pair).first()
    if row is None or Same.TOGETHER in (row.answer, answer):
        raise TurnedDown("not_to_be_said_here")
    row.answer, row.answered_at, row.answered_by_id = answer, clock.now(), by.id
    row.save(update_fields=["answer", "answered_at", "answered_by"])
    return row


@act(Can.ASSIGN, said=_("brought two records of one person together"))
def link_records(*, by: Actor, kept: uuid.UUID, pair: uuid.UUID, tie: uuid.UUID) -> None:
    """Let the other record of a pair lead to this one. Nothing of either moves, and nobody sees more than before."""
    other = _asked("core.link_records", tie, pair, kept)
    _in_both(kept, other, "link_records", tie)


@act(Can.ASSIGN, said=_("took two records apart again"))
def unlink_records(*, by: Actor, tie: uuid.UUID) -> None:
    """End a tie: each record stands as it did, with whatever was written since where it was written."""
    row = LinkedRecords.objects.get(pk=tie)
    _asked("core.unlink_records", tie)
    _in_both(row.kept_id, row.other_id, "unlink_records", tie)


def _in_both(kept: uuid.UUID, other: uuid.UUID, name: str, tie: uuid.UUID) -> None:
    """Both trails keep what was done. What was tried and refused stands in one's own alone."""
    for chain in (kept, other):
        trail.note(trail.Entry(name, chain, "done", "", tie))


def _asked(function: str, *told: uuid.UUID) -> uuid.UUID:
    with refused_as(
        {
            "both_have_to_be_within_reach": NotAllowed(function),
            "not_to_be_brought_together": NotTogether,
            "a_record_leads_to_one": NotTogether,
        }
    ):
        return uuid.UUID(str(call(function, *told)))
