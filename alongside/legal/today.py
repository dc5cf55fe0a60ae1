"""What this room brings to Today: a strand whose day has come, among the people who may need me."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.agency.modules import where
from alongside.legal import queries, rules
from alongside.participants.choices import Part, State
from alongside.ui.cards import Card, Reason, Verb, short


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """The first open strand whose day has come, and since when all have ended."""
    return queries.comes_up_beside(today) | queries.all_ended_beside()


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """A strand whose day has come, or that all have ended; for their case manager a reason by itself, which rests
    while they asked for a pause."""
    for person in people:
        mine = person.my_part == Part.CASE_MANAGER and person.state == State.ACTIVE
        address = where("legal:strands", person.pk)
        if mine and address and (found := queries.comes_up_of(person)):
            verb = Verb(_("Open"), where("legal:strand", person.pk, found.ref))
            yield Reason(person.pk, 45, _("a strand comes up"), verb, short(found.words), on=found.on)
        if mine and address and _ended_lately(vars(person)["strands_ended"]):
            closing = Verb(_("Open"), address)
            said = _("All strands have ended. Close together, when they want to.")
            yield Reason(person.pk, 47, _("all strands ended"), closing, said)


def _ended_lately(at: datetime | None) -> bool:
    """On the days after the last one ended; on its own day the page offered it."""
    if at is None:
        return False
    return timedelta() < clock.today() - timezone.localtime(at).date() <= rules.STANDS
