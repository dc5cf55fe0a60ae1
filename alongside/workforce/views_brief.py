"""Briefs for whoever is on call at this minute: finding one, the press that opens it, and reading it."""

import uuid
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.participants import night
from alongside.workforce import actions, queries
from alongside.workforce.forms import FindBriefForm


@staff(Can.LOG_CALL)
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: StaffRequest) -> HttpResponse:
    """A name and a code word lead to a brief, or to nothing; of people without one nothing is asked or told."""
    form = FindBriefForm(request.POST or None)
    nothing, status = "", 200
    if request.method == "POST" and form.is_valid():
        briefs = night.briefs(queries.briefs_tonight())
        found = night.led_to(briefs, form.cleaned_data["alias"], form.cleaned_data["word"])
        if found is not None:
            return redirect("workforce:brief", found.pk)
        nothing, status = _("No brief opens with this name and this word. Take the call as any other."), 422
    shown = {"form": form, "nothing": nothing, "call": reverse("frontdoor:call")}
    return render(request, "workforce/find_brief.html", shown, status=status)


@staff(Can.LOG_CALL)
@require_http_methods(["GET", "HEAD", "POST"])
def brief(request: StaffRequest, brief: UUID) -> HttpResponse:
    """What it leads to, and, once it was opened in this shift, what they approved."""
    tonight = queries.briefs_tonight()
    found = next(iter(night.briefs([brief] if brief in tonight else [])), None)
    if found is None:
        raise Http404
    if request.method == "POST":
        given = {"participant": found.participant_id, "opening": uuid.uuid4(), "brief": brief}
        actions.open_brief(by=request.actor, **given)
        return redirect("workforce:brief", brief)
    is_open = queries.is_opened(brief)
    if is_open:
        trail.looked("open_call_brief", found.participant_id)
    shown = {
        "brief": found,
        "through": tonight[brief],
        "is_open": is_open,
        "parts": night.approved(found) if is_open else [],
    }
    return render(request, "workforce/brief.html", shown)
