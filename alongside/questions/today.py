"""What this room brings to Today: an update that was promised, also where there is no news."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.agency.modules import where
from alongside.participants.choices import Part
from alongside.questions import queries
from alongside.ui.cards import Card, Reason, Verb, short


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """The first update that was promised by now."""
    return queries.promised_beside(today)


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """A reason for their case manager, until an update is given or another day is promised."""
    for person in people:
        mine = person.my_part == Part.CASE_MANAGER
        if mine and where("questions:questions", person.pk) and (found := queries.promised_of(person)):
            verb = Verb(_("Give an update"), where("questions:update", person.pk, found.ref))
            thing = _("Update promised, also without news:")
            yield Reason(person.pk, 25, _("update promised"), verb, thing, found.on, words=short(found.words))
