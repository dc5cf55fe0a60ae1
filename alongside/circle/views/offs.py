"""Something feels off: one line for oneself, and three ways on."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.circle import actions, forms, queries
from alongside.circle.choices import WorryChoice
from alongside.circle.views.around import choices_of_agencies
from alongside.ui.undo import say

BOTH = ["GET", "HEAD", "POST"]


@staff(Can.REFLECT)
@require_http_methods(BOTH)
def off(request: StaffRequest) -> HttpResponse:
    """One line, for oneself alone."""
    start: dict[str, Any] = {"agency": request.GET.get("partner", "")}
    agencies = choices_of_agencies()
    form = filled(request, forms.WorryForm, "circle.worry:new", initial=start, agencies=agencies)
    page = Page(
        title=_("Something feels off"),
        section=_("For me"),
        back=reverse("circle:mine"),
        lede=_("For you alone: not in any record, not in search, not for your supervisor."),
        kept=_("What feels off is saved, for you alone. In a week it comes back gently."),
        save=_("Save it for me"),
        template="circle/off.html",
    )

    def keep(told: dict[str, Any]) -> str:
        agency = UUID(told["agency"]) if told["agency"] else None
        row = actions.save_worry(by=request.actor, worry=form.once(), words=told["words"], agency=agency)
        page.undo = reverse("circle:drop_worry", args=[row.pk])
        return reverse("circle:worry", args=[row.pk])

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_safe
def mine(request: StaffRequest) -> HttpResponse:
    """What I keep for myself, what I put into words, and what colleagues asked me to read."""
    trail.looked("list_worries", request.actor.id)
    shown = {
        "worries": queries.worries(request.actor),
        "concerns": queries.concerns(request.actor),
        "reads": queries.peer_reads(request.actor),
    }
    return render(request, "circle/mine.html", shown)


@staff(Can.REFLECT)
@require_http_methods(BOTH)
def worry(request: StaffRequest, worry: UUID) -> HttpResponse:
    """What felt off, and the three ways on."""
    row = there(queries.worry_named(request.actor, worry))
    if request.method != "POST":
        trail.looked("open_worry", request.actor.id)
        return render(request, "circle/worry.html", {"row": row})
    choice = request.POST.get("choice", "")
    actions.choose_for_worry(by=request.actor, worry=worry, choice=choice if choice in WorryChoice else "")
    if choice == WorryChoice.RAISE:
        return redirect(f"{reverse('circle:new_concern')}?worry={worry}")
    if choice == WorryChoice.SUPERVISION:
        say(request, _("Bring it in your own words. What you wrote here stays with you."))
        return redirect("practice:supervision")
    say(request, _("That is fine. It stays here, for you alone."))
    return redirect("circle:mine")


@staff(Can.REFLECT)
@require_POST
def drop(request: StaffRequest, worry: UUID) -> HttpResponse:
    """Drop it for good."""
    there(queries.worry_named(request.actor, worry))
    actions.drop_worry(by=request.actor, worry=worry)
    say(request, _("Dropped for good."))
    return redirect("circle:mine")
