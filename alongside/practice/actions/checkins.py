"""Keeping how one is, for oneself; and answering how a month was to carry, without a name."""

from collections.abc import Iterable
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import call
from alongside.access.keys import own_key
from alongside.access.roles import Can
from alongside.keeping.rules import NothingWritten
from alongside.practice.feelings import Carried, Feeling
from alongside.practice.models import CheckIn


@act(Can.REFLECT)
def check_in(*, by: Actor, check_in: UUID, picked: Iterable[str], words: str) -> CheckIn:
    """Keep how one is, under one's own key. `check_in` is the new id. Raises NothingWritten."""
    known = [each.value for each in Feeling if each.value in set(picked)]
    if not known and not words.strip():
        raise NothingWritten
    kept = CheckIn.objects.filter(pk=check_in, by_id=by.id).first()
    if kept is not None:
        return kept
    row = CheckIn(pk=check_in, key_id=own_key(by), by_id=by.id, at=clock.now())
    row.picked, row.words = " ".join(known), words
    row.save(force_insert=True)
    return row


@act(Can.REFLECT)
def delete_check_in(*, by: Actor, check_in: UUID) -> None:
    """Delete one's own check-in for good."""
    CheckIn.objects.filter(pk=check_in, by_id=by.id).delete()


@act(Can.REFLECT, traced=False)
def answer_workload_check_in(*, by: Actor, answer: Carried) -> bool:
    """Say how this month is to carry. Nothing keeps who said what, so it cannot be changed. Answers whether
    it was counted: each counts once."""
    return bool(call("core.answer_workload_check_in", answer.value))
