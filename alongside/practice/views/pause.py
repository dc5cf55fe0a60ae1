"""The pause after something heavy, and asking for a debrief. Nothing tells that somebody paused."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.meetings import queries as meetings
from alongside.practice import actions, queries, rules
from alongside.practice.views.asked import language_here
from alongside.ui.undo import say


def onwards(request: HttpRequest) -> str:
    """Where somebody was going: a path of this house, or Today."""
    asked = request.POST.get("next") or request.GET.get("next", "")
    fits = asked.startswith("/") and url_has_allowed_host_and_scheme(asked, None)
    return asked if fits else "/"


@staff(Can.WORK_HERE)
@require_safe
def pause(request: StaffRequest) -> HttpResponse:
    """Two minutes, a debrief, another hour for the next meeting, or simply on."""
    found = queries.cards(language_here(), queries.AFTER)
    may_meet = request.actor.may(Can.SCHEDULE)
    shown: dict[str, Any] = {
        "card": found[0] if found else None,
        "onwards": onwards(request),
        "came": "next" in request.GET,
        "meeting": meetings.my_next(request.actor) if may_meet else None,
        "may_ask": request.actor.may(Can.CONSULT),
    }
    return render(request, "practice/pause.html", shown)


@staff(Can.CONSULT)
@require_POST
def ask_debrief(request: StaffRequest) -> HttpResponse:
    """Ask one's supervisor for a debrief: who and when, and not a word more."""
    asked = actions.ask_for_debrief(by=request.actor)
    say(
        request,
        _("Asked. Your supervisor sees that you ask, and nothing else."),
        undo_url=reverse("practice:take_debrief_back", args=[asked.pk]),
    )
    return redirect(onwards(request))


@staff(Can.CONSULT)
@require_POST
def take_debrief_back(request: StaffRequest, debrief: UUID) -> HttpResponse:
    """Take one's asking back."""
    try:
        actions.take_debrief_back(by=request.actor, debrief=debrief)
    except rules.NotMine:
        raise Http404 from None
    say(request, _("What you asked for is taken back: no debrief."))
    return redirect("/")


@staff(Can.SUPERVISE)
@require_POST
def debrief_seen(request: StaffRequest, debrief: UUID) -> HttpResponse:
    """The supervisor has seen it; the one who asked can read that."""
    try:
        seen = actions.mark_debrief_seen(by=request.actor, debrief=debrief)
    except rules.NotMine:
        raise Http404 from None
    say(request, _("%(name)s can see that you know. A call or a visit is the rest.") % {"name": seen.by.name})
    return redirect("/")
