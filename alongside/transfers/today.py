"""What this room brings to Today: that a colleague asks for my yes, and the next step of a transfer."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.participants.choices import Part
from alongside.transfers import queries
from alongside.transfers.choices import TransferState
from alongside.ui import dates
from alongside.ui.cards import Card, Place, Reason, Row, Verb
from alongside.ui.dates import put


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """Where the transfer of each person is."""
    return queries.beside()


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """A reason where the next step is mine."""
    for person in people:
        if (found := queries.beside_of(person)) and (said := _next(actor, person, found)):
            verb = Verb(_("Open"), reverse("transfers:transfer", args=[person.pk]))
            yield Reason(person.pk, 22, _("transfer"), verb, said)


def waits(actor: Actor) -> Iterator[Waits]:
    """What I am asked; and to a supervisor, transfers whose giver or receiver is gone."""
    if Role.SUPERVISOR in actor.roles:
        yield Waits(_of_leavers, queries.left_open())
    if actor.may(Can.CHANGE_RECORD):
        yield Waits(_all_asked, queries.asked_of_me(actor))


def _of_leavers(_people: Sequence[Any], left: list[queries.Transfer]) -> Iterator[Card]:
    if left:
        yield Card("left-over", Place.NOBODY_THERE, _("A colleague left"), partial(list, map(_left, left)))


def _all_asked(_people: Sequence[Any], asks: list[queries.TransferAsk]) -> Iterator[Card]:
    if asks:
        yield Card("transfers", Place.COLLEAGUES, _("Transfers"), partial(list, map(_asked, asks)))


def _asked(ask: queries.TransferAsk) -> Row:
    address = reverse("transfers:asked", args=[ask.pk])
    why = _("%(name)s asks whether you can walk with them.") % {"name": ask.by.name}
    return Row(ask.called, address, why=why, hue="", verbs=(Verb(_("Answer"), address, about=ask.called),))


def _left(row: Any) -> Row:
    address = reverse("transfers:transfer", args=[row.participant_id])
    if row.is_here:
        why = _("%(name)s, who was handing them over, left. You continue the transfer.")
        who = row.giver.name
    elif row.state == TransferState.OVERLAP:
        why = _("%(name)s, who was to receive them, left. Take the transfer back, and ask another colleague.")
        who = row.receiver.name
    else:
        why, who = _("%(name)s, who was to receive them, left. Ask another colleague."), row.receiver.name
    alias = row.participant.alias
    return Row(alias, address, why=put(why, name=who), hue="", verbs=(Verb(_("Open"), address, about=alias),))


def _next(actor: Actor, person: Any, found: queries.Beside) -> str:
    """The next step, said to whose it is: the case manager's; and to the colleague, how long both are there."""
    if found.is_paused:
        return ""
    if person.my_part == Part.CASE_MANAGER:
        left = _("%(name)s left: the transfer needs another colleague")
        return (left if found.left else _step(found)) % {"name": found.name}
    if found.state == TransferState.OVERLAP and found.receiver == actor.id and found.until:
        return put(_("Overlap with their case manager through %(day)s"), day=dates.day(found.until))
    return ""


def _step(found: queries.Beside) -> str:
    """The step that comes next for the case manager; nothing while a colleague has not answered."""
    overlap = _("Overlap with %(name)s: say goodbye, then complete the transfer")
    return {
        TransferState.PROPOSED: _("Transfer to %(name)s: talk about it with them"),
        TransferState.TALKED: _("%(name)s says what speaks against the transfer") if found.no else "",
        TransferState.AGREED: _("%(name)s said yes: begin the overlap"),
        TransferState.OVERLAP: overlap
        if found.is_told
        else _("Talk with them about the change of case manager"),
    }[found.state]
