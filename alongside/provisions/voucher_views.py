"""Pages of whoever keeps vouchers and gift cards: ranges of numbers, what of each is left, and nobody's name."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.keeping.rules import NotHere
from alongside.provisions import assistance_actions as actions
from alongside.provisions import assistance_queries as queries
from alongside.provisions import assistance_rules as rules
from alongside.provisions.assistance_forms import VouchersForm
from alongside.ui.undo import say

_REFUSALS: dict[type[Exception], tuple[str | None, Any]] = {
    rules.NotARange: (
        "last",
        gettext_lazy("The last number comes after the first, and there are at most 5,000 in one range."),
    ),
    rules.InAnotherRange: (
        "first",
        gettext_lazy("Some of these numbers stand in another range of this name."),
    ),
    rules.NotEnough: ("fund", gettext_lazy("There is not so much left in this fund. Nothing was changed.")),
    rules.FundClosed: ("fund", gettext_lazy("This fund gives nothing today. Please choose another.")),
}


@staff(Can.KEEP_FUNDS)
@require_safe
def vouchers(request: StaffRequest) -> HttpResponse:
    """Every range, and how many of it are left."""
    trail.looked("see_vouchers", request.actor.id)
    return render(request, "provisions/assistance_vouchers.html", {"ranges": queries.vouchers(ended=True)})


@staff(Can.KEEP_FUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
def new_vouchers(request: StaffRequest) -> HttpResponse:
    """Write down a range."""
    funds = queries.funds().values()
    form = filled(request, VouchersForm, "provisions.vouchers:new", funds=funds)
    page = Page(
        title=_("Vouchers or gift cards"),
        section=_("Help with money"),
        back=reverse("assistance:vouchers"),
        kept=_("The range is saved."),
        refusals=_REFUSALS,
    )

    def keep(_told: dict[str, Any]) -> str:
        actions.begin_vouchers(by=request.actor, vouchers=form.once(), told=form.told())
        page.undo = reverse("assistance:end_vouchers", args=[form.once()])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.KEEP_FUNDS)
@require_POST
def end_vouchers(request: StaffRequest, vouchers: UUID) -> HttpResponse:
    """Give out no more of a range."""
    try:
        actions.end_vouchers(by=request.actor, vouchers=vouchers)
    except NotHere as gone:
        raise Http404 from gone
    except rules.StillPromised:
        say(request, _("Some of these are agreed to and not handed over yet. Nothing was changed."))
    else:
        say(request, _("No more of these are given out. What they are worth is back in the fund."))
    return redirect("assistance:vouchers")
