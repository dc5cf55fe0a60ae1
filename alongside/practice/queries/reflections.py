"""Reading one's own reflections."""

from uuid import UUID

from django.db.models import QuerySet

from alongside.access.actor import Actor
from alongside.practice.models import Reflection

PER_PAGE = 20


def reflections(actor: Actor) -> QuerySet[Reflection]:
    """What I wrote for myself, newest first."""
    return Reflection.objects.filter(by_id=actor.id).order_by("-at", "-id")


def reflection_named(actor: Actor, reflection: UUID) -> Reflection | None:
    """One of my reflections."""
    return Reflection.objects.filter(pk=reflection, by_id=actor.id).first()
