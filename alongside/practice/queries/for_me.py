"""What this room brings to Today for the one who reads it."""

from dataclasses import dataclass
from datetime import timedelta

from alongside import clock
from alongside.access.actor import Actor
from alongside.meetings import queries as meetings
from alongside.meetings.models import KeptTime
from alongside.practice.models import Supervision, TrainingPlace

IN_SIGHT = timedelta(days=14)


@dataclass(frozen=True)
class ForMe:
    """Times of the next two weeks that are for oneself."""

    supervision: list[Supervision]
    training: list[TrainingPlace]
    kept: list[KeptTime]


def for_me(actor: Actor) -> ForMe:
    """Supervision I mean to have and sessions I have a place in, times I keep free: three queries."""
    now = clock.now()
    times = Supervision.objects.filter(
        removed_at=None, held=False, at__gte=now - timedelta(hours=1), at__lte=now + IN_SIGHT
    )
    places = TrainingPlace.objects.filter(
        staff_id=actor.id,
        waits=False,
        session__called_off_at=None,
        session__at__gte=now - timedelta(hours=1),
        session__at__lte=now + IN_SIGHT,
    )
    return ForMe(
        list(times.select_related("pair__worker", "pair__supervisor").order_by("at", "id")[:5]),
        list(places.select_related("session__topic").order_by("session__at", "id")[:5]),
        meetings.kept_times(actor, IN_SIGHT),
    )
