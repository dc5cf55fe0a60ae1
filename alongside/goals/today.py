"""What this room brings to Today: days chosen to look again at something that holds."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.goals import queries
from alongside.participants.choices import Part, State
from alongside.ui.cards import Card, Reason, Verb


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """Whether today was chosen to look again at something that holds."""
    return queries.look_again_beside(today)


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """A reason for their case manager; not while they asked for a pause."""
    for person in people:
        mine = vars(person)["my_part"] == Part.CASE_MANAGER
        if mine and person.state == State.ACTIVE and vars(person)["looks_again"]:
            verb = Verb(_("Look again"), reverse("desk:holding", args=[person.pk]))
            why = _("You chose today to look again at something that holds. It may go on holding.")
            yield Reason(person.pk, 50, _("look again"), verb, why)
