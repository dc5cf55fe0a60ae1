"""A kind word before somebody gets a second record: about people one may see already, and about nobody else."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from alongside.access.doors import StaffRequest
from alongside.participants import alike
from alongside.participants.choices import State
from alongside.participants.queries import Participant

ANYWAY = "anyway"


def known_by_alias(request: StaffRequest, alias: str, but: UUID) -> list[dict[str, Any]]:
    """Whom one may see already by this alias; nobody, once one went on knowingly."""
    alias = alias.strip()
    if not alias or _went_on(request, alias):
        return []
    return _shown(alike.alike_by_name(request.actor, alias, but))


def known_by_reach(request: StaffRequest, channel: str, address: str, but: UUID) -> list[dict[str, Any]]:
    """Whom one may see already who is reached in this very way; nobody, once one went on knowingly."""
    if not address.strip() or _went_on(request, address):
        return []
    return _shown(alike.alike_by_reach(request.actor, channel, address, but))


def _went_on(request: HttpRequest, words: str) -> bool:
    """Whether just this was shown before, and sent once more. Another alias is looked up anew."""
    return request.POST.get(ANYWAY, "").strip() == words.strip()


def _shown(people: Iterable[Participant]) -> list[dict[str, Any]]:
    return [
        {
            "alias": person.alias,
            "state": State(person.state).label if person.opens else "",
            "url": reverse(
                "desk:participant" if person.opens else "frontdoor:acquaintance", args=[person.pk]
            ),
        }
        for person in people
    ]
