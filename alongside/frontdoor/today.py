"""What this room brings to Today: the door, and the contacts of this shift."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.frontdoor import queries
from alongside.frontdoor.choices import Door
from alongside.ui.cards import Card, Empty, Place, Reason, Verb

DOORS = {Door.CALL: Can.LOG_CALL, Door.VISIT: Can.LOG_VISIT}


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """To whoever answers calls or welcomes visits."""
    doors = [door for door, can in DOORS.items() if actor.may(can)]
    if not doors:
        return
    found = queries.today_at_the_doors(actor, *doors)
    yield Card("door", Place.DOOR, _("At the door"), lambda: doors, body="frontdoor/parts/door.html")
    none = _("None of yours yet. What you log appears here, so that you can go back to it.")
    unlinked = Verb(_("Contacts not linked"), reverse("frontdoor:contacts"), soft=False)
    yield Card(
        "contacts",
        Place.DOOR,
        _("Contacts of this shift"),
        lambda: [contact for door in doors for contact in found[door].mine],
        end=(unlinked,),
        empty=Empty(none),
        body="frontdoor/parts/contacts.html",
    )
