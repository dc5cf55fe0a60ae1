"""What this room brings to Today: people with whom the welcome is still to come."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.participants.choices import Part, State
from alongside.ui.addresses import url
from alongside.ui.cards import Card, Reason, Verb


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """They have not heard yet what this program is; for their case manager alone, that is a reason by itself."""
    for person in people:
        if vars(person)["welcomed_at"] is None:
            mine = person.my_part == Part.CASE_MANAGER and person.state == State.ACTIVE
            yield Reason(
                person.pk,
                30,
                _("welcome still to come"),
                Verb(_("Welcome"), url("journey:welcome", person.pk)),
                _("First contact"),
                on=person.first_contact_at,
                reach=True,
                by_itself=mine,
            )
