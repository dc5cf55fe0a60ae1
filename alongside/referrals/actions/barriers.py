"""What is stuck in a system: named, taken back, counted without identity elsewhere."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.keeping.removing import removable
from alongside.participants.timeline import mark
from alongside.referrals.actions._so import person_of
from alongside.referrals.choices import Stuck, System
from alongside.referrals.models import Referral, SystemBarrier


@act(Can.REFER, said=_("added a system barrier"))
def add_barrier(
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
    """Name what is stuck in a system and what we tried. It says nothing about what somebody did.
    Raises TurnedDown."""
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


remove_barrier, restore_barrier = removable(
    SystemBarrier,
    Can.REFER,
    "barrier",
    said=(_("took back a system barrier"), _("brought back a system barrier")),
)
