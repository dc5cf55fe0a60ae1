"""What this room brings to Today: clocks that come up before they end, and approvals to ask for anew."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.benefits import queries
from alongside.participants.choices import Part
from alongside.participants.queries import Participant
from alongside.ui.cards import Card, Place, Reason, Row, Verb, short
from alongside.ui.dates import dated, put


def beside(_me: UUID, today: date) -> dict[str, Combinable]:
    """Clocks and approvals whose day it is, in the query that brings people."""
    return queries.due_beside(today) | queries.approvals_beside(today)


def brings(_actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """To their case manager, in the card of what waits on others."""
    mine = [person for person in people if person.my_part == Part.CASE_MANAGER]
    if due := [person for person in mine if vars(person)["clocks_due"] or vars(person)["approvals_due"]]:
        rows = lambda: [row for person in due for row in _rows(person)]  # noqa: E731
        yield Card("ways-title", Place.ANSWERS, _("Waiting on others"), rows)


def _rows(person: Participant) -> Iterator[Row]:
    for each in queries.due_of(person):
        address = reverse("benefits:clock", args=[person.pk, each.clock])
        thing = f"{each.called} ({each.member})" if each.member else each.called
        why = put(_("Ends, by what we know: {day}."), day=dated(each.ends_on)) if each.ends_on else ""
        verb = Verb(_("Open"), address, about=person.alias)
        yield Row(thing, address, person.alias, on=each.ends_on, why=why, verbs=(verb,))
    for approval in queries.approvals_due_of(person):
        address = reverse("benefits:approval", args=[person.pk, approval.approval])
        through = put(_("Approved through {day}."), day=dated(approval.through))
        why = _("Asked; no answer yet.") if approval.is_asked else _("Ask for the next month.")
        verb = Verb(_("Open"), address, about=person.alias)
        thing = short(approval.what)
        yield Row(thing, address, person.alias, why=f"{through} {why}", verbs=(verb,))
