"""What this room says of a colleague who may be chosen as case manager: training about trauma that is not recorded."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside.access.actor import Actor
from alongside.access.given import WhenChosen
from alongside.agency.modules import is_off
from alongside.practice.queries import without_training


def of(actor: Actor, participant: UUID, staff: Sequence[UUID]) -> Iterator[WhenChosen]:
    """Of those of my team, since records of others are not mine to read."""
    if is_off("practice:training"):
        return
    for each in without_training(actor, "trauma", staff):
        yield WhenChosen(each, warns=(_("trauma training not recorded"),))
