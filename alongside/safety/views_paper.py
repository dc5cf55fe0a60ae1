"""The copy of a safety plan that somebody chose to take along; where they chose none, nothing is printed."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.consent import gate
from alongside.consent.handing import give, own_page
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.safety import discreet, queries
from alongside.safety.choices import PRINTED
from alongside.safety.queries import PlanVersion
from alongside.ui.undo import say


def _stands(request: StaffRequest, participant: UUID) -> PlanVersion:
    opened(request.actor, participant)
    own = queries.plan_of(participant)
    versions = queries.versions_of(own.pk) if own else []
    if not versions:
        raise Http404
    return versions[0]


def _no_copy(request: StaffRequest, participant: UUID) -> HttpResponse:
    say(request, _("They chose to take no copy, so nothing is printed."))
    return redirect("safety:plan", participant)


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_plan(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The copy to look at before it is printed: it says no name, and nothing that would alarm."""
    stands = _stands(request, participant)
    if stands.copy not in PRINTED:
        return _no_copy(request, participant)
    asked = request.GET.getlist("part")
    found = discreet.paper_of(stands, asked)
    shown: dict[str, Any] = {
        "paper": found,
        "participant": participant,
        "asked": asked,
        "boxes": discreet.boxes(found),
    }
    thing = gate.OwnThing.CARD
    return own_page(request, participant, thing, "print_plan", "safety/print.html", shown)


@staff(Can.OPEN_RECORD)
@require_POST
@in_their_language
def paper(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The same copy as a PDF, under a name that says nothing."""
    stands = _stands(request, participant)
    if stands.copy not in PRINTED:
        return _no_copy(request, participant)
    found = discreet.paper_of(stands, request.GET.getlist("part"))
    if discreet.boxes(found):
        return redirect("safety:print", participant)  # the browser has letters that we have not
    give(request, participant, gate.OwnThing.CARD, "print_plan")
    name = f"page-{clock.today().isoformat()}.pdf"
    return HttpResponse(
        discreet.set_page(found),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )
