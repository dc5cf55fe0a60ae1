"""Thanking workers, and who had no thanks for six months; seeing what one was granted."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.care import forms, queries, rules, thanking
from alongside.keeping.rules import NotHere
from alongside.ui.undo import say


@staff(Can.SUPERVISE)
@require_http_methods(["GET", "HEAD", "POST"])
def thanks(request: StaffRequest) -> HttpResponse:
    """Grant a day, a token or words; and the names of who had none lately."""
    form = filled(request, forms.ThanksForm, "care.thanks:new", workers=queries.may_be_thanked(request.actor))
    time_off = where("workforce:time_off")
    page = Page(
        title=_("Respite and thanks"),
        section=_("Respite and thanks"),
        back="",
        lede=_("You and the one you thank read this. Colleagues do not."),
        kept=_("What you give is saved. They see it on their Today."),
        leads_on=(time_off, _("Plan who covers"))
        if time_off and request.POST.get("kind") == "day"
        else ("", ""),
        template="care/thanks.html",
        more=lambda: {"given": queries.thanks_of(request.actor), "without": queries.not_thanked()},
        refusals={
            rules.NotInReach: ("worker", _("They do not work here any more. Please choose somebody else."))
        },
    )

    def keep(told: dict[str, Any]) -> str:
        said = {name: told[name] for name in ("kind", "day", "words")}
        thanking.thank_worker(by=request.actor, thanked=form.once(), worker=UUID(told["worker"]), **said)
        return reverse("care:thanks")

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_POST
def seen(request: StaffRequest, thanked: UUID) -> HttpResponse:
    """Say that one has seen it; it stays on the page of support for staff."""
    try:
        thanking.see_thanks(by=request.actor, thanked=thanked)
    except NotHere:
        raise Http404 from None
    return redirect("care:care")


@staff(Can.SUPERVISE)
@require_POST
def back(request: StaffRequest, thanked: UUID) -> HttpResponse:
    """Take back what one granted."""
    try:
        thanking.take_thanks_back(by=request.actor, thanked=thanked)
    except NotHere:
        raise Http404 from None
    say(request, _("Taken back. Nobody can read it now."))
    return redirect("care:thanks")
