"""How I am, for nobody but me; and how a month was to carry, said by all and by nobody in particular."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.participants.naming import names_said
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
    pointers: list[str] = []
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if "anyway" not in request.POST:
            pointers = names_said(request.actor, [told["words"]])
        if not pointers:
            actions.check_in(
                by=request.actor, check_in=form.once(), picked=told["picked"], words=told["words"]
            )
            drop_draft(by=request.actor, form=KEY)
            say(request, _("Kept, for you alone."))
            return redirect("practice:own_check_ins")
    shown = {
        "form": form,
        "title": _("Check in with myself"),
        "promise": True,
        "pointers": pointers,
        "here": reverse("practice:new_check_in"),
        "back": reverse("practice:own_check_ins"),
    }
    return render(request, "practice/write.html", shown, status=422 if form.is_bound else 200)


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def delete(request: StaffRequest, check_in: UUID) -> HttpResponse:
    """Delete one for good, after being asked once."""
    found = queries.check_in_named(request.actor, check_in)
    if found is None:
        raise Http404
    if request.method == "POST":
        actions.delete_check_in(by=request.actor, check_in=found.pk)
        say(request, _("Deleted for good."))
        return redirect("practice:own_check_ins")
    return render(request, "practice/delete_check_in.html", _said(found))


@staff(Can.REFLECT)
@require_http_methods(["GET", "POST"])
def month(request: StaffRequest) -> HttpResponse:
    """How the months were to carry, in words; and this month's question, for whoever likes to answer."""
    form = forms.MonthForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        counted = actions.answer_month(by=request.actor, answer=Carried(form.cleaned_data["answer"]))
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
