"""Reading the trail. Which chains can be read is the walls' matter."""

from uuid import UUID

from alongside.trail.models import TrailEntry


def of_chain(actor: object, chain: UUID, *, before: int | None, count: int) -> list[TrailEntry]:
    """What was done and looked at about one participant, newest first, ending before a place."""
    rows = TrailEntry.objects.filter(chain=chain)
    if before is not None:
        rows = rows.filter(place__lt=before)
    return list(rows.order_by("-place")[:count])
