""" "Who is doing what": the same matters as on our list, for the participant, on the screen and on one page."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.circle import queries
from alongside.circle.views.around import holder_for_them
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened


def _shown(participant: UUID) -> dict[str, Any]:
    rows = queries.shared_matters(participant)
    return {"rows": [(row, holder_for_them(row)) for row in rows], "day": clock.today()}


@staff(Can.HOLD_CIRCLE)
@require_safe
def who(request: StaffRequest, participant: UUID) -> HttpResponse:
    """As they see it."""
    person = opened(request.actor, participant, "open_who")
    return render(request, "circle/who.html", {"person": person} | _shown(participant))


@staff(Can.HOLD_CIRCLE)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_who(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The same on one page that says nothing of what we are, in their language where we have it."""
    opened(request.actor, participant)
    shown, thing = {"participant": participant} | _shown(participant), gate.OwnThing.WHO
    return own_page(request, participant, thing, "print_who", "circle/print_who.html", shown)
