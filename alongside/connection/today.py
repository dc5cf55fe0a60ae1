"""What this room brings to Today: a gentle hello that was agreed for about now, and who has no check-in planned."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Role
from alongside.connection import queries
from alongside.connection.choices import IN_TOUCH
from alongside.participants.choices import Part
from alongside.ui import dates
from alongside.ui.addresses import url
from alongside.ui.cards import Card, Place, Reason, Row, Verb, short


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """How we stay present with them, from which day, and when we were last together."""
    return queries.hello_beside() | queries.unplanned_beside(today)


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """A reason for their case manager, none while somebody paused, at their wish; to a director, the month's work."""
    if Role.DIRECTOR in actor.roles:
        yield Card("month", Place.HOUSE, _("Month end"), lambda: [_month()])
    for person in people:
        if person.state not in IN_TOUCH or person.my_part != Part.CASE_MANAGER:
            continue
        hello = queries.hello_of(person)
        if hello.is_about_now:
            yield Reason(
                person.pk,
                40,
                _("a gentle hello"),
                Verb(_("Say hello"), url("connection:presence", person.pk)),
                _("Gentle hello:"),
                words=short(hello.how),
                on=hello.next_on,
                reach=True,
            )
        elif found := queries.unplanned_of(person, vars(person)["mine_since"], clock.today()):
            yield Reason(
                person.pk,
                60,
                _("check-in"),
                Verb(_("Plan a check-in"), url("connection:presence", person.pk)),
                _("No check-in planned, last contact")
                if found.is_contact
                else _("No check-in planned, with you since"),
                on=found.since,
                reach=True,
            )


def _month() -> Row:
    """The last whole month, as numbers."""
    last = clock.today().replace(day=1) - timedelta(days=1)
    address = url("connection:activity")
    month = dates.month(last)
    return Row(_("Services and minutes"), address, month, verbs=(Verb(_("Open"), address, about=month),))
