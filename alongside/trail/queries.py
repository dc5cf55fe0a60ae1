"""Reading the trail. Which chains can be read is the walls' matter."""

from uuid import UUID

from django.db.models import QuerySet

from alongside.trail.models import TrailEntry


def of_chain(actor: object, chain: UUID) -> QuerySet[TrailEntry]:
    """What was done and looked at about one participant, newest first."""
    return TrailEntry.objects.filter(chain=chain).order_by("-place")
