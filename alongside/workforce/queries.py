"""Who is on call."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet, Subquery
from django.db.models.expressions import Combinable

from alongside import clock
from alongside.access.actor import Actor
from alongside.workforce.choices import Place
from alongside.workforce.models import Shift

IN_SIGHT = timedelta(days=14)


@dataclass(frozen=True)
class OnCallNow:
    """The first and the second of this moment, where somebody is set."""

    first: Shift | None
    second: Shift | None


def _running() -> QuerySet[Shift]:
    return Shift.objects.filter(during__contains=clock.now())


def beside(actor: Actor | None) -> dict[str, Combinable]:
    """Columns that bring who is first on call now along with another query, for the top of every page."""
    first = _running().filter(place=Place.FIRST)
    return {
        "on_call_name": Subquery(first.values("staff__name")[:1]),
        "on_call_until": Subquery(first.values("during__endswith")[:1]),
    }


def on_call_now(actor: Actor) -> OnCallNow:
    """Who is first and who is second on call now."""
    rows = {shift.place: shift for shift in _running().select_related("staff")}
    return OnCallNow(rows.get(Place.FIRST), rows.get(Place.SECOND))


def shifts_in_sight(actor: Actor) -> list[Shift]:
    """Everybody who is on call now and in the next two weeks, in order."""
    now = clock.now()
    rows = Shift.objects.filter(during__overlap=(now, now + IN_SIGHT)).select_related("staff")
    return list(rows.order_by("during", "place"))


def shift_named(actor: Actor, shift: UUID) -> Shift | None:
    """One shift."""
    return Shift.objects.filter(pk=shift).select_related("staff").first()
