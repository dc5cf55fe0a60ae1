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
from alongside.access.roles import Can, Role
from alongside.circle import queries
from alongside.participants.choices import Part, State
from alongside.ui.cards import Card, Place, Reason, Row, Verb

if TYPE_CHECKING:
    from alongside.circle.models import Matter

SHOWN = 10


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """Whether the day of something that was said for them has come."""
    return queries.check_in_beside(today)


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """What is unclear, to a supervisor; days to check in; what comes back, to its author."""
    if actor.may(Can.HOLD_CIRCLE):
        yield from (_check_in(person) for person in people if _day_has_come(person))
    if Role.SUPERVISOR in actor.roles and (unclear := queries.unclear(SHOWN)):
        yield Card("unclear", Place.UNCLEAR, _("Unclear who holds it"), partial(list, map(_unclear, unclear)))
    if actor.may(Can.REFLECT) and (back := queries.comes_back(actor)):
        yield Card("for-me", Place.ME, rows=partial(list, back), body="circle/parts/comes_back.html")


def _unclear(row: "Matter") -> Row:
    address = reverse("circle:matter", args=[row.participant_id, row.pk])
    return Row(row.words, address, person=row.participant.alias)


def _day_has_come(person: Any) -> bool:
    """Whether the day of something that was said for them has come; it rests while they asked for a pause."""
    mine = vars(person)["my_part"] == Part.CASE_MANAGER
    return mine and person.state == State.ACTIVE and bool(vars(person)["checks_in"])


def _check_in(person: Any) -> Reason:
    where = reverse("circle:circle", args=[person.pk])
    why = _("Something was said to be done by about now. A good time to check in.")
    return Reason(person.pk, 60, _("time to check in"), Verb(_("Look at it"), f"{where}#commitments"), why)
