"""Reading the trail. Which chains can be read is the walls' matter."""

from datetime import datetime
from uuid import UUID

from alongside.trail.models import TrailEntry


def of_chain(actor: object, chain: UUID, *, before: int | None, count: int) -> list[TrailEntry]:
    """What was done and looked at about one participant, newest first, ending before a place."""
    rows = TrailEntry.objects.filter(chain=chain)
    if before is not None:
        rows = rows.filter(place__lt=before)
    return list(rows.order_by("-place")[:count])


def times_done(actor: object, chain: UUID, act: str, *, since: datetime | None = None) -> int:
    """How often something was done about one participant, since a moment of work time."""
    rows = TrailEntry.objects.filter(chain=chain, act=act, outcome="done")
    return rows.filter(worked_at__gt=since).count() if since else rows.count()
