"""What is stuck in a system: named, taken back, counted without identity elsewhere."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.keeping.rules import may_come_back
from alongside.participants.timeline import mark
from alongside.referrals.actions._so import person_of
from alongside.referrals.choices import Stuck, System
from alongside.referrals.models import Referral, SystemBarrier


@act(Can.REFER, said=_("wrote down what is stuck in a system"))
def name_barrier(
    *,
    by: Actor,
    participant: UUID,
    barrier: UUID,
    system: str,
    stuck: str,
    what: str = "",
    tried: str = "",
    referral: UUID | None = None,
    goal: UUID | None = None,
) -> SystemBarrier:
    """Name what is stuck in a system and what we tried. It says nothing about what somebody did."""
    person = person_of(participant)
    there = SystemBarrier.objects.filter(pk=barrier, participant_id=participant).first()
    if there is not None:
        return there
    if system not in System.values or stuck not in Stuck.values:
        raise TurnedDown("not_offered")
    of = Referral.objects.filter(pk=referral, participant_id=participant).first() if referral else None
    kept = SystemBarrier(
        id=barrier,
        key_id=person.key_id,
        participant_id=participant,
        referral=of,
        goal=goal,
        system=system,
        stuck=stuck,
        what=what,
        tried=tried,
        on=clock.today(),
        by_id=by.id,
    )
    kept.save(force_insert=True)
    mark(by=by, participant=participant, at=clock.now(), room="referrals", kind="barrier", ref=kept.pk)
    return kept


def _found(participant: UUID, barrier: UUID) -> SystemBarrier:
    row = SystemBarrier.objects.select_for_update().filter(pk=barrier, participant_id=participant).first()
    if row is None:
        raise TurnedDown("not_here")
    return row


@act(Can.REFER, said=_("took back what was stuck in a system"))
def remove_barrier(*, by: Actor, participant: UUID, barrier: UUID) -> SystemBarrier:
    """Take a barrier back; it can come back for 30 days, and is not counted meanwhile."""
    row = _found(participant, barrier)
    row.removed_at = row.removed_at or clock.now()
    row.save(update_fields=["removed_at"])
    return row


@act(Can.REFER, said=_("brought back what was stuck in a system"))
def restore_barrier(*, by: Actor, participant: UUID, barrier: UUID) -> SystemBarrier:
    """Bring a barrier back that was taken back in the last 30 days."""
    row = _found(participant, barrier)
    if row.removed_at and may_come_back(row.removed_at, clock.now()):
        row.removed_at = None
        row.save(update_fields=["removed_at"])
    return row
