"""Two records that may be of one person: what supervision says of them.

What is said stands in the trail of whoever says it and in no participant's, so that whoever keeps one record learns
nothing of another by it.
"""

import uuid

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.participants.choices import Same
from alongside.participants.models import PossiblySame


@act(Can.ASSIGN)
def say_of_two(*, by: Actor, pair: uuid.UUID, answer: Same) -> PossiblySame:
    """Say that two records are not of one person, or that nobody knows yet; or take that back."""
    row = PossiblySame.objects.select_for_update(of=("self",), no_key=True).filter(pk=pair).first()
    if row is None or Same.TOGETHER in (row.answer, answer):
        raise TurnedDown("not_to_be_said_here")
    row.answer, row.answered_at, row.answered_by_id = answer, clock.now(), by.id
    row.save(update_fields=["answer", "answered_at", "answered_by"])
    return row
