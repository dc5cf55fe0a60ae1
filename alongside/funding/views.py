"""Pages of whoever keeps the funds: what each holds, what moved in it, and putting in or right what is there."""

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any
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
from alongside.asking.page import Page, ask, there
from alongside.funding import actions, forms, queries, rules
from alongside.keeping.rules import NotHere, NothingWritten
from alongside.ui.money import said
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.funding.models import Fund

_REFUSALS: dict[type[Exception], tuple[str | None, Any]] = {
    NothingWritten: ("name", gettext_lazy("A fund needs a name, so that others find it.")),
    rules.NameTaken: (
        "name",
        gettext_lazy("Another fund has this name already. Please choose one of its own."),
    ),
    rules.DaysTurned: ("ends_on", gettext_lazy("The last day is before the first. Please look at both.")),
}
_MONEY: dict[type[Exception], tuple[str | None, Any]] = {
    NothingWritten: ("words", gettext_lazy("Please say why, so that others understand it later.")),
    rules.NotEnough: ("amount", gettext_lazy("There is not so much left in this fund. Nothing was changed.")),
    rules.FundClosed: (None, gettext_lazy("This fund is closed. Open it again first.")),
}


def _lines(found: list["Fund"]) -> list[dict[str, Any]]:
    drawn = rules.bars((each.name, queries.sums(each)) for each in found)
    return [
        {"fund": each, "bar": bar, "is_open": queries.is_open(each)}
        for each, bar in zip(found, drawn, strict=True)
    ]


@staff(Can.KEEP_FUNDS)
@require_safe
def funds(request: StaffRequest) -> HttpResponse:
    """Every fund at a glance, and what moved in all of them by month."""
    trail.looked("see_funds", request.actor.id)
    shown = {"lines": _lines(queries.funds()), "months": queries.months()}
    return render(request, "funding/funds.html", shown)


@staff(Can.KEEP_FUNDS)
@require_safe
def fund(request: StaffRequest, fund: UUID) -> HttpResponse:
    """One fund: what is left, by month, and every movement."""
    found = there(queries.fund_named(fund))
    trail.looked("see_fund", request.actor.id)
    shown = {
        "line": _lines([found])[0],
        "fund": found,
        "months": queries.months(found.pk),
        "movements": queries.movements(found.pk),
    }
    return render(request, "funding/fund.html", shown)


def _page(title: str, fund: UUID | None, **more: Any) -> Page:
    back = reverse("funding:fund", args=[fund]) if fund else reverse("funding:funds")
    return Page(title=title, section=_("Funds"), back=back, **more)


@staff(Can.KEEP_FUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: StaffRequest) -> HttpResponse:
    """Begin a fund."""
    form = filled(request, forms.NewFundForm, "funding.new")
    page = _page(_("Add a fund"), None, kept=_("The fund is saved."), refusals=_REFUSALS)

    def keep(told: dict[str, Any]) -> str:
        row = actions.open_fund(
            by=request.actor, fund=form.once(), told=form.told(), opening=told["opening"] or Decimal(0)
        )
        return reverse("funding:fund", args=[row.pk])

    return ask(request, form, page, keep)


@staff(Can.KEEP_FUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: StaffRequest, fund: UUID) -> HttpResponse:
    """Change what is said of a fund; its sums stay."""
    row = there(queries.fund_named(fund))
    names = ("name", "kind", "restricted", "begins_on", "ends_on")
    start = {name: getattr(row, name) for name in names}
    form = filled(request, forms.FundForm, f"funding.fund:{fund}", initial=start, row=row)
    page = _page(row.name, fund, kept=_("The fund is saved."), refusals=_REFUSALS, row=row)

    def keep(_told: dict[str, Any]) -> str:
        actions.change_fund(by=request.actor, fund=fund, told=form.told(), seen=form.seen_version())
        return page.back

    return ask(request, form, page, keep)


@staff(Can.KEEP_FUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
def money_in(request: StaffRequest, fund: UUID) -> HttpResponse:
    """Write down money that came in."""
    return _putting(request, fund, forms.MoneyInForm, _("Money that came in"), actions.put_in)


@staff(Can.KEEP_FUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: StaffRequest, fund: UUID) -> HttpResponse:
    """Put the balance right."""
    return _putting(request, fund, forms.CorrectionForm, _("Correct the balance"), actions.correct_fund)


def _putting(
    request: StaffRequest,
    fund: UUID,
    kind: type[forms.MoneyInForm | forms.CorrectionForm],
    title: str,
    act: Callable[..., Any],
) -> HttpResponse:
    row = there(queries.fund_named(fund))
    form = filled(request, kind, f"funding.{act.__name__}:{fund}")
    lede = _("%(fund)s: %(amount)s left.") % {"fund": row.name, "amount": said(row.balance)}
    page = _page(title, fund, lede=lede, kept=_("Saved; the balance is up to date."), refusals=_MONEY)

    def keep(told: dict[str, Any]) -> str:
        given = {"amount": told["amount"], "words": told["words"]}
        act(by=request.actor, fund=fund, movement=form.once(), **given)
        page.undo = reverse("funding:undo", args=[fund, form.once()])
        return page.back

    return ask(request, form, page, keep)


@staff(Can.KEEP_FUNDS)
@require_POST
def undo(request: StaffRequest, fund: UUID, put: UUID) -> HttpResponse:
    """Take out again what was put in or corrected."""
    row = queries.movement_named(put)
    if row is None or row.fund_id != fund:
        raise Http404
    try:
        actions.undo_put_in(by=request.actor, movement=put)
    except NotHere:
        raise Http404 from None
    except rules.NotEnough:
        say(request, _("So much is not left any more, so it cannot be taken out. Nothing was changed."))
    else:
        say(request, _("Undone; both lines stay to be read."))
    return redirect("funding:fund", fund)


@staff(Can.KEEP_FUNDS)
@require_POST
def close(request: StaffRequest, fund: UUID) -> HttpResponse:
    """Nothing new is set aside from it."""
    there(queries.fund_named(fund))
    actions.close_fund(by=request.actor, fund=fund)
    sentence = _("Closed. What was set aside can still be handed over.")
    say(request, sentence, undo_url=reverse("funding:reopen", args=[fund]))
    return redirect("funding:fund", fund)


@staff(Can.KEEP_FUNDS)
@require_POST
def reopen(request: StaffRequest, fund: UUID) -> HttpResponse:
    """Open it again."""
    there(queries.fund_named(fund))
    actions.reopen_fund(by=request.actor, fund=fund)
    say(request, _("Open again."), undo_url=reverse("funding:close", args=[fund]))
    return redirect("funding:fund", fund)
