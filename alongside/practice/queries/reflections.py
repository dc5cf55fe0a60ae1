"""Reading one's own reflections, and whose names stand in a text."""

from uuid import UUID

from django.db.models import QuerySet

from alongside.access.actor import Actor
from alongside.participants import queries as participants
from alongside.practice import rules
from alongside.practice.models import Reflection
from alongside.vault.folding import fold

PER_PAGE = 20


def reflections(actor: Actor) -> QuerySet[Reflection]:
    """What I wrote for myself, newest first."""
    return Reflection.objects.filter(by_id=actor.id).order_by("-at", "-id")


def reflection_named(actor: Actor, reflection: UUID) -> Reflection | None:
    """One of my reflections."""
    return Reflection.objects.filter(pk=reflection, by_id=actor.id).first()


def names_said(actor: Actor, text: str) -> list[str]:
    """Aliases and names of people I may see that stand in a text, so that their writer can be warned."""
    folded = fold(text)
    found: dict[str, str] = {}
    for person in participants.everybody(actor):
        told = person.told
        for name in (person.alias, told.name if told else ""):
            key = fold(name)
            if key not in found and rules.said_in(folded, key):
                found[key] = name.strip()
    return sorted(found.values())
