"""What this room brings to Today: that somebody new walks with a person whose plan waits for a word of theirs."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.participants.choices import State
from alongside.safety import queries
from alongside.ui.cards import Card, Reason, Verb


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """Whether they have a plan that does not open to me yet."""
    return queries.waits_for_a_word(me)


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """A reason for whoever came to be their case manager or backup since; not while they asked for a pause."""
    for person in people:
        if person.my_part in queries.WALKS and person.state == State.ACTIVE and vars(person)["plan_shut"]:
            verb = Verb(_("Ask them"), reverse("safety:plan", args=[person.pk]))
            yield Reason(
                person.pk,
                45,
                _("safety plan"),
                verb,
                _("May you open their safety plan?"),
                on=person.mine_since,
            )
