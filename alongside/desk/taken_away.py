"""What was taken away from somebody's record in the last 30 days, of every kind, each with its way back."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.views.decorators.http import require_safe

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.access.room import rooms
from alongside.keeping.rules import COMES_BACK_FOR
from alongside.participants.opened import opened


def kinds() -> list[CanComeBack]:
    """Every kind of thing that can be taken away and come back, as each room says it (its `comes_back.py`)."""
    return [kind for room in rooms() for kind in room.comes_back or ()]


@dataclass(frozen=True)
class TakenAway:
    """One thing that can come back."""

    at: datetime
    called: str | Promise
    said: str
    back: str


def taken_away(actor: Actor, participant: UUID) -> list[TakenAway]:
    """What can come back, of the kinds that this colleague may bring back, the newest first."""
    since = clock.now() - COMES_BACK_FOR
    found = [
        TakenAway(row.removed_at, kind.called, kind.said(row), reverse(kind.back, args=kind.named(row)))
        for kind in kinds()
        if actor.may(kind.may)
        for row in kind.model.objects.filter(participant_id=participant, removed_at__gte=since)
    ]
    return sorted(found, key=lambda each: each.at, reverse=True)


@staff(Can.OPEN_RECORD)
@require_safe
def page(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything of somebody that was taken away and can come back."""
    person = opened(request.actor, participant, "open_taken_away")
    shown = {"person": person, "rows": taken_away(request.actor, participant)}
    return render(request, "desk/taken_away.html", shown)
