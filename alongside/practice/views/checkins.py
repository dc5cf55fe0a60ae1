"""How I am, for nobody but me; and how a month was to carry, said by all and by nobody in particular."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import GONE_FOR_GOOD, Page, ask, ask_once_more, there
from alongside.practice import actions, forms, queries
from alongside.practice.feelings import Carried
from alongside.practice.picture import picture
from alongside.practice.queries import CheckIn
from alongside.ui.undo import say

KEY = "practice.check_in:new"


def _said(row: CheckIn) -> dict[str, Any]:
    return {"row": row, "feelings": queries.feelings_of(row)}


@staff(Can.REFLECT)
@require_safe
def check_ins(request: StaffRequest) -> HttpResponse:
    """How I was, newest first, and the picture it makes."""
    page = Paginator(queries.check_ins(request.actor), queries.PER_PAGE).get_page(request.GET.get("page"))
    trail.looked("list_check_ins", request.actor.id)
    shown = {
        "page": page,
        "rows": [_said(row) for row in page],
        "picture": picture(queries.pattern(request.actor)) if page.number == 1 else None,
    }
    return render(request, "practice/check_ins.html", shown)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Say how I am."""
    form = filled(request, forms.HowIAmForm, KEY)
    page = Page(
        title=_("Check in with myself"),
        section=_("For me"),
        back=reverse("practice:own_check_ins"),
        kept=_("Your check-in is saved, for you alone."),
        template="practice/for_me.html",
    )

    def keep(told: dict[str, Any]) -> str:
        actions.check_in(by=request.actor, check_in=form.once(), picked=told["picked"], words=told["words"])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def delete(request: StaffRequest, check_in: UUID) -> HttpResponse:
    """Delete one for good, after being asked once."""
    found = there(queries.check_in_named(request.actor, check_in))
    picked = ", ".join(str(each.label) for each in queries.feelings_of(found))
    page = Page(
        title=_("Delete this for good?"),
        section=_("For me"),
        lede=GONE_FOR_GOOD,
        back=reverse("practice:own_check_ins"),
        save=_("Delete for good"),
        kept=_("Deleted for good."),
        row=found,
        stands=lambda row: [("", picked), ("", row.words)],
    )

    def delete_it() -> str:
        actions.delete_check_in(by=request.actor, check_in=found.pk)
        return page.back

    return ask_once_more(request, page, delete_it)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def month(request: StaffRequest) -> HttpResponse:
    """How the months were to carry, in words; and this month's question, for whoever likes to answer."""
    form = forms.MonthForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        counted = actions.answer_workload_check_in(
            by=request.actor, answer=Carried(form.cleaned_data["answer"])
        )
        say(
            request,
            _("Thank you. It is counted, and nothing says that it was you.")
            if counted
            else _("You have answered for this month. What you said then stays as it is."),
        )
        return redirect("practice:month")
    shown = {
        "form": form,
        "answered": queries.has_answered(request.actor),
        "this_month": queries.this_month(),
        "months": queries.carried_months(),
    }
    return render(request, "practice/month.html", shown, status=422 if form.is_bound else 200)
