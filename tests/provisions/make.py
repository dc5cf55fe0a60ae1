"""Asks for tests, made through acts."""

import uuid
from typing import Any

from alongside import trail
from alongside.participants.models import Need
from alongside.provisions.actions import save_ask
from alongside.provisions.models import DonationAsk
from alongside.provisions.rules import Asked
from tests import cast

COAT: dict[str, Any] = {
    "item": "winter coat",
    "size": "child size 5",
    "handing": "in a plain bag, by the door",
}


def coat(person: uuid.UUID, **told: Any) -> DonationAsk:
    """A winter coat, asked for by case manager 1."""
    with cast.acting(cast.CM1) as by:
        kept = save_ask(by=by, participant=person, ask=uuid.uuid4(), told=Asked(**COAT | told))
        trail.flush()
        return kept


def need_of(person: uuid.UUID) -> uuid.UUID:
    """The first need they told."""
    with cast.acting(cast.CM1):
        return Need.objects.filter(participant_id=person).order_by("at", "id")[0].pk
