"""What several pages of this room need."""

from uuid import UUID

from django.db.models import TextChoices
from django.urls import reverse

from alongside.agency.words import Words


def kinds_of(name: str, kinds: type[TextChoices], *chosen: str) -> dict[str, str]:
    """Kinds as the agency calls them, without those it leaves off; always those that are chosen already."""
    words = Words()
    said = {str(kind.value): words.say(f"legal.{name}_{kind}") for kind in kinds}
    return {
        kind: called or str(kinds(kind).label) for kind, called in said.items() if called or kind in chosen
    }


def home(participant: UUID) -> str:
    """The page of somebody's strands."""
    return reverse("legal:strands", args=[participant])
