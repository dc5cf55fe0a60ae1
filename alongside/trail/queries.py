"""Reading the trail. Which chains can be read is the walls' matter."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db.models.expressions import Combinable

from alongside.trail.models import TrailEntry


def of_chain(
    chain: UUID, *, before: int | None, count: int, along: Mapping[str, Combinable] | None = None
) -> list[TrailEntry]:
    """What was done and looked at about one participant, newest first, ending before a place; and what a room
    above wants to know in the same query (`along`)."""
    rows = TrailEntry.objects.filter(chain=chain).annotate(**dict(along or {}))
    if before is not None:
        rows = rows.filter(place__lt=before)
    return list(rows.order_by("-place")[:count])


def times_done(chain: UUID, act: str, *, since: datetime | None = None) -> int:
    """How often something was done about one participant, since a moment of work time."""
    rows = TrailEntry.objects.filter(chain=chain, act=act, outcome="done")
    return rows.filter(worked_at__gt=since).count() if since else rows.count()
