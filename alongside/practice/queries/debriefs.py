"""Reading who asked for a debrief."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.written import Read, later
from alongside.practice.models import Debrief

SHOWN_FOR = timedelta(days=3)


def debriefs(actor: Actor) -> Read[list[Debrief]]:
    """What I asked for lately, and what others ask of me and I have not seen; oldest first, in one query."""
    return later(_lately, me=actor.id, since=clock.now() - SHOWN_FOR)


def _lately(me: UUID, since: datetime) -> QuerySet[Debrief]:
    mine = Q(by_id=me)
    rows = Debrief.objects.filter((mine & Q(at__gte=since)) | (~mine & Q(seen_at=None)))
    return rows.select_related("by", "seen_by").order_by("at", "id")
