"""What this room brings to Today: the door, and the contacts of this shift."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.agency.today import get_started
from alongside.frontdoor import queries
from alongside.frontdoor.choices import Door
from alongside.frontdoor.rules import sign_of
from alongside.ui.cards import Card, Place, Row, Verb, short

if TYPE_CHECKING:
    from alongside.frontdoor.models import Contact

DOORS = {Door.CALL: Can.LOG_CALL, Door.VISIT: Can.LOG_VISIT}


def waits(actor: Actor) -> Iterator[Waits]:
    """To whoever answers calls or welcomes visits."""
    if doors := [door for door, can in DOORS.items() if actor.may(can)]:
        yield Waits(partial(_at_the_door, actor, doors), queries.of_this_shift(actor, *doors))


def _at_the_door(
    actor: Actor, doors: "list[Door]", people: Sequence[Any], mine: "list[Contact]"
) -> Iterator[Card]:
    """The door, a first call in a new house, and the contacts of this shift."""
    if actor.roles & {Role.ON_CALL, Role.DROP_IN}:
        yield Card("door", Place.DOOR, rows=lambda: doors, body="frontdoor/parts/door.html")
    if actor.may(Can.SET_UP_AGENCY) and actor.may(Can.LOG_CALL) and not (people or queries.any_contact()):
        address = reverse("frontdoor:call")
        yield get_started([Row(_("A first call"), address, verbs=(Verb(_("Log a call"), address),))])
    if mine:
        unlinked = Verb(_("Contacts not linked"), reverse("frontdoor:contacts"), soft=False)
        rows = lambda: [_contact(each) for each in mine]  # noqa: E731
        yield Card("contacts", Place.HOUSE, _("Contacts of this shift"), rows, end=(unlinked,))


def _contact(contact: "Contact") -> Row:
    """A call or a visit of mine, by its hour and its four signs."""
    thing = f"{contact.get_door_display()} {sign_of(contact.pk)}"
    chip = _("about another person") if contact.asked_by_other else ""
    why = _("do not call back") if contact.do_not_call_back else ""
    address = reverse("frontdoor:contact", args=[contact.pk])
    return Row(thing, address, at=contact.at, chip=chip, calm=True, why=why, words=short(contact.words))
