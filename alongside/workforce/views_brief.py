"""A brief for whoever is on call at this minute: the press that opens it, and reading it."""

import uuid
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.participants import night
from alongside.workforce import actions, queries


@staff(Can.BE_ON_CALL)
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
        "record": where("break_glass:open_record", brief),
    }
    return render(request, "workforce/brief.html", shown)
