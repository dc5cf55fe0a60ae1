"""What this room brings to Today: days chosen to revisit something that holds."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.goals import queries
from alongside.participants.choices import Part, State
from alongside.ui.cards import Card, Reason, Verb, short


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """What holds, and what of it was to be revisited today."""
    return queries.look_again_beside(today) | queries.held_beside()


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """A reason for their case manager; not while they asked for a pause."""
    for person in people:
        mine = person.my_part == Part.CASE_MANAGER
        if mine and person.state == State.ACTIVE and (words := queries.to_revisit(person)):
            verb = Verb(_("Revisit"), reverse("desk:holding", args=[person.pk]))
            yield Reason(
                person.pk, 50, _("holding"), verb, _("Revisit:"), words=short(words), on=clock.today()
            )
