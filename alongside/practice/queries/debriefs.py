"""Reading who asked for a debrief."""

from datetime import timedelta

from django.db.models import Q

from alongside import clock
from alongside.access.actor import Actor
from alongside.practice.models import Debrief

SHOWN_FOR = timedelta(days=3)


def debriefs(actor: Actor) -> list[Debrief]:
    """What I asked for lately, and what others ask of me and I have not seen; oldest first, in one query."""
    mine = Q(by_id=actor.id)
    rows = Debrief.objects.filter(
        (mine & Q(at__gte=clock.now() - SHOWN_FOR)) | (~mine & Q(seen_at=None))
    ).select_related("by", "seen_by")
    return list(rows.order_by("at", "id"))
