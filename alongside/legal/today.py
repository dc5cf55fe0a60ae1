"""What this room brings to Today: a strand whose day has come, among the people who may need me."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.agency.modules import where
from alongside.legal import queries
from alongside.participants.choices import Part, State
from alongside.ui.cards import Card, Reason, Verb, short


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """The first open strand whose day has come."""
    return queries.comes_up_beside(today)


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """A strand whose day has come; for their case manager a reason by itself. It rests while they asked for a pause."""
    for person in people:
        mine = person.my_part == Part.CASE_MANAGER and person.state == State.ACTIVE
        address = where("legal:strands", person.pk)
        if mine and address and (found := queries.comes_up_of(person)):
            verb = Verb(_("Open"), where("legal:strand", person.pk, found.ref))
            yield Reason(person.pk, 45, _("a strand comes up"), verb, short(found.words), on=found.on)
