"""Pages of who waits for a case manager, and who is there for them meanwhile."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.caseload import actions, forms, queries
from alongside.participants.opened import opened
from alongside.participants.rules import HasCaseManager


@staff(Can.ASSIGN)
@require_safe
def waiting(request: StaffRequest) -> HttpResponse:
    """Everybody who waits for a case manager, in the order that the agency says openly."""
    trail.looked("see_waiting", request.actor.id)
    return render(request, "caseload/waiting.html", {"rows": queries.waiting(request.actor)})


@staff(Can.ASSIGN)
@require_http_methods(["GET", "HEAD", "POST"])
def wait(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Put somebody on the waiting list, with who is there for them meanwhile."""
    person = opened(request.actor, participant)
    stands = queries.waiting_of(participant)
    names = ("interim", "who_and_when", "reason")
    start = {name: getattr(stands, name) for name in names} if stands else {}
    form = filled(request, forms.WaitingForm, f"caseload.waiting:{participant}", initial=start)
    page = Page(
        title=_("Waiting for a case manager"),
        section=_("Waiting list"),
        about=person,
        back=reverse("caseload:waiting"),
        lede=_("Nobody waits without somebody there: name who is there meanwhile, and say it to them."),
        kept=_("The waiting list is saved."),
        refusals={HasCaseManager: (None, _("They have a case manager already."))},
    )

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in names}
        actions.put_on_waiting_list(by=request.actor, participant=participant, row=form.once(), **given)
        return page.back

    return ask(request, form, page, keep)
