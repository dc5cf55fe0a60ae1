"""What this room brings to Today: what nobody holds, days to check in, and what comes back to whoever wrote it."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.circle import queries
from alongside.participants.choices import Part, State
from alongside.ui.cards import Card, Place, Reason, Row, Verb, short

if TYPE_CHECKING:
    from alongside.circle.models import Matter
    from alongside.circle.queries import ComesBack

SHOWN = 10


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """What somebody said they would do for them, whose day has come; and open items that hold."""
    return queries.check_in_beside(today) | queries.held_beside()


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """Days to check in."""
    if actor.may(Can.HOLD_CIRCLE):
        yield from _check_ins(people)


def waits(actor: Actor) -> Iterator[Waits]:
    """What is unclear, to a supervisor; what comes back, to its author."""
    if Role.SUPERVISOR in actor.roles:
        yield Waits(_all_unclear, queries.unclear(SHOWN))
    if actor.may(Can.REFLECT):
        yield Waits(_back, queries.comes_back(actor))


def _all_unclear(_people: Sequence[Any], unclear: "list[Matter]") -> Iterator[Card]:
    if unclear:
        title = _("Unclear: who is responsible")
        yield Card("unclear", Place.UNCLEAR, title, partial(list, map(_unclear, unclear)))


def _back(_people: Sequence[Any], back: "list[ComesBack]") -> Iterator[Card]:
    if seats := [_seat(each) for each in back if each.kind == "seat"]:
        yield Card("asked", Place.SECOND_PERSON, _("Second approvals"), lambda: seats)
    if mine := [_for_me(each) for each in back if each.kind != "seat"]:
        yield Card("for-me", Place.ME, rows=lambda: mine)


def _unclear(row: "Matter") -> Row:
    address = reverse("circle:matter", args=[row.participant_id, row.pk])
    return _opens(short(row.words), address, row.participant.alias, row.at)


def _opens(thing: str, address: str, person: str, on: date) -> Row:
    """What a row is about, and its page."""
    return Row(thing, address, person, on, verbs=(Verb(_("Open"), address, about=person or thing),))


def _check_ins(people: Sequence[Any]) -> Iterator[Reason]:
    """What somebody said they would do and whose day has come; it rests while they asked for a pause."""
    for person in people:
        mine = person.my_part == Part.CASE_MANAGER and person.state == State.ACTIVE
        if mine and (said := queries.to_check_in(person)):
            thing = _("We said we would:")
            if said.who:
                thing = _("%(who)s said they would:") % {"who": said.who}
            where = f"{reverse('circle:circle', args=[person.pk])}#commitments"
            verb = Verb(_("Check in"), where)
            thing = f"{thing} {short(said.words)}"
            yield Reason(person.pk, 60, _("time to check in"), verb, thing, on=said.by_when)


def _seat(each: "ComesBack") -> Row:
    """A partner's sign-in link that a second person gives."""
    address = reverse("partners:agency", args=[each.ref])
    return _opens(_("A sign-in link for %(partner)s") % {"partner": each.name}, address, "", each.on)


def _for_me(each: "ComesBack") -> Row:
    """What a colleague asks me to read, or what of mine comes back."""
    told = {"name": each.name}
    if each.kind == "peer":
        address = reverse("circle:peer", args=[each.ref])
        return _opens(_("%(name)s asks you to read their words") % told, address, "", each.on)
    name = "circle:worry" if each.kind == "worry" else "circle:concern"
    things = {
        "worry": (_("Something felt off"), _("Something felt off: %(name)s")),
        "agreed": (_("Check in about what you agreed"), _("Check in with %(name)s about what you agreed")),
        "rested": (_("Your concern has rested"), _("Your concern about %(name)s has rested")),
    }
    alone, named = things[each.kind]
    return _opens(named % told if each.name else alone, reverse(name, args=[each.ref]), "", each.on)
