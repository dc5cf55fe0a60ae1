"""Asking to talk with one's supervisor, without a word about whom or what."""

from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import act
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.practice import rules
from alongside.practice.models import Debrief


@act(Can.CONSULT)
def ask_for_debrief(*, by: Actor) -> Debrief:
    """Ask for a debrief. One that stands and was not seen yet is the same asking."""
    one_at_a_time(f"debrief:{by.id}")
    stands = Debrief.objects.filter(by_id=by.id, seen_at=None).first()
    return stands or Debrief.objects.create(by_id=by.id, at=clock.now())


@act(Can.CONSULT)
def take_debrief_back(*, by: Actor, debrief: UUID) -> None:
    """Take one's asking back. Raises NotMine."""
    gone, _each = Debrief.objects.filter(pk=debrief, by_id=by.id).delete()
    if not gone:
        raise rules.NotMine


@act(Can.SUPERVISE)
def mark_debrief_seen(*, by: Actor, debrief: UUID) -> Debrief:
    """Say that one has seen the asking and will talk with the worker. Raises NotMine."""
    row = Debrief.objects.select_for_update().filter(pk=debrief).exclude(by_id=by.id).first()
    if row is None:
        raise rules.NotMine
    if row.seen_at is None:
        row.seen_at, row.seen_by_id = clock.now(), by.id
        row.save(update_fields=["seen_at", "seen_by"])
    return row
