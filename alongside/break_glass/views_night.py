"""Pages of the night: an alias and a code word, a record for a stated reason, a call that opened nothing."""

import uuid
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.break_glass import actions, queries, rules
from alongside.break_glass.forms import ReasonForm, SaidForm
from alongside.frontdoor.forms import CallForm
from alongside.keeping.rules import NotHere
from alongside.participants.choices import State
from alongside.ui.undo import say

BOTH = ["GET", "HEAD", "POST"]


@staff(Can.BE_ON_CALL)
@require_http_methods(BOTH)
def find(request: StaffRequest) -> HttpResponse:
    """An alias and a code word lead to what may be read tonight, or to nothing: whichever was wrong, it is the same."""
    form = SaidForm(request.POST or None)
    nothing, status = "", 200
    if request.method == "POST" and form.is_valid():
        attempt = uuid.uuid4()
        try:
            actions.try_code_word(by=request.actor, attempt=attempt, **_said(form))
        except rules.NotOnCall:
            nothing, status = _("You are not on call at this minute. Take the call as any other."), 422
        except rules.NoMoreTries:
            nothing, status = _("Five were tried in this shift. Take the call as any other."), 422
        else:
            return redirect("break_glass:tried", attempt)
    shown = {"form": form, "nothing": nothing, "call": where("frontdoor:call")}
    return render(request, "break_glass/find.html", shown, status=status)


def _said(form: SaidForm) -> dict[str, str]:
    return {name: form.cleaned_data[name] for name in ("alias", "word")}


@staff(Can.BE_ON_CALL)
@require_safe
def tried(request: StaffRequest, attempt: UUID) -> HttpResponse:
    """Where a try led: to the brief, to a closed record, to somebody without a brief, or to nothing."""
    found = there(queries.try_named(request.actor, attempt))
    if found.participant_id is None:
        return render(request, "break_glass/nothing.html", {"attempt": found})
    state = queries.state_of(attempt)
    if not state:
        raise Http404
    trail.looked("came_by_code_word", found.participant_id)
    brief = queries.brief_of(found.participant_id)
    if brief and state != State.CLOSED and (address := where("workforce:brief", brief)):
        return redirect(address)
    shown = {
        "attempt": found,
        "brief": where("workforce:brief", brief) if brief else "",
        "closed": state == State.CLOSED,
    }
    return render(request, "break_glass/known.html", shown)


@staff(Can.BE_ON_CALL)
@require_POST
def reopen(request: StaffRequest, attempt: UUID) -> HttpResponse:
    """They are back: their record is open again, with whoever walked with them last, or waiting."""
    found = queries.try_named(request.actor, attempt) or there(queries.try_for_me(attempt))
    if found.participant_id is None:
        raise Http404
    try:
        state = actions.reopen_at_night(by=request.actor, participant=found.participant_id, attempt=attempt)
    except NotHere:
        raise Http404 from None
    if state == State.WAITING:
        say(request, _("Their door is open again. A supervisor chooses who walks with them."))
    else:
        say(request, _("Their door is open again, with whoever walked with them last. Today tells them."))
    if found.by_id == request.actor.id:
        return redirect("break_glass:tried", attempt)
    return redirect("desk:today")


@staff(Can.BE_ON_CALL)
@require_http_methods(BOTH)
def open_record(request: StaffRequest, brief: UUID) -> HttpResponse:
    """From a brief that is open: the record, for a stated reason, until two hours are over or the shift ends."""
    found = there(queries.brief_named(brief))
    home = reverse("desk:participant", args=[found.participant_id])
    if queries.is_open_tonight(found.participant_id):
        return redirect(home)
    form = filled(request, ReasonForm, "")
    page = Page(
        title=_("Open the record"),
        section=_("On call"),
        back=where("workforce:brief", brief),
        lede=_(
            "For two hours at most, or until your shift ends. You read how to be with them, the timeline, the goals and"
            " the Circle; you change nothing. Their case manager tells them that it was opened, and a supervisor looks"
            " at it the next working day."
        ),
        save=_("Open for this reason"),
        leave=_("Back to the brief"),
        refusals={
            rules.DoesNotOpen: (
                None,
                _("This record does not open tonight. Call your second, or a supervisor."),
            )
        },
    )

    def keep(told: dict[str, Any]) -> str:
        given = {"participant": found.participant_id, "brief": brief, "opening": form.once()}
        try:
            actions.break_glass(by=request.actor, reason=told["reason"], **given)
        except rules.IsOpenAlready:
            return home
        return home

    return ask(request, form, page, keep)


@staff(Can.LOG_CALL)
@require_http_methods(BOTH)
def says_known(request: StaffRequest) -> HttpResponse:
    """A call in which somebody says that they were with us, and nothing opened: a supervisor looks at it next day."""
    form = filled(request, CallForm, "break_glass.says_known:new")
    page = Page(
        title=_("They say they were with us"),
        section=_("Call"),
        back=reverse("desk:today"),
        lede=_("Say neither yes nor no. A supervisor looks whom this call may be of, the next working day."),
        kept=_("The call is saved. A supervisor looks at it."),
        save=_("Save this call"),
        leave=_("Close"),
        template="break_glass/says_known.html",
    )

    def keep(said: dict[str, Any]) -> str:
        told = {name: said[name] for name in ("words", "safe_to_call_back", "do_not_call_back", "at")}
        row = actions.log_says_known(by=request.actor, contact=form.once(), **told)
        return reverse("frontdoor:contact", args=[row.pk])

    return ask(request, form, page, keep)
