"""Pages of whoever decides about help with money, and of whoever sets its kinds and limits. Nobody is named there."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.keeping.rules import ChangedMeanwhile, NothingWritten, reference
from alongside.provisions import assistance_actions as actions
from alongside.provisions import assistance_queries as queries
from alongside.provisions import assistance_rules as rules
from alongside.provisions.assistance_choices import State
from alongside.provisions.assistance_forms import DecideForm, KindOfHelpForm, LimitsForm
from alongside.provisions.assistance_views import seen_of
from alongside.provisions.assistance_words import BANDS, REFUSALS, what
from alongside.ui.undo import say


@staff(Can.DECIDE_MONEY)
@require_safe
def to_decide(request: StaffRequest) -> HttpResponse:
    """What waits for a decision by me, and what I decided lately."""
    trail.looked("see_money_to_decide", request.actor.id)
    funds = queries.funds()

    def told(line: queries.AssistanceDecision) -> dict[str, Any]:
        fund = line.vouchers or (funds.get(line.fund) if line.fund else None)
        return {"line": line, "fund": fund.name if fund else "", "may_undo": line.state_before == State.ASKED}

    shown = {
        "waits": [told(each) for each in queries.to_decide(request.actor)],
        "decided": [told(each) for each in queries.decided(request.actor)],
        "may_keep": request.actor.may(Can.KEEP_FUNDS),
        "may_set": request.actor.may(Can.KEEP_MONEY_RULES),
    }
    return render(request, "provisions/assistance_waits.html", shown)


@staff(Can.DECIDE_MONEY)
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: StaffRequest, money_line: UUID) -> HttpResponse:
    """Agree, or say not this time."""
    line = there(queries.line_named(money_line))
    trail.looked("see_money_to_decide", request.actor.id)
    if line.state != State.ASKED and request.method != "POST":
        return redirect("assistance:to_decide")
    band = queries.band(line.pk) if line.state == State.ASKED else 0
    form = filled(
        request,
        DecideForm,
        f"provisions.money_decide:{line.pk}",
        initial={"fund": line.fund},
        row=line,
        funds=queries.funds().values(),
        kept=line.fund,
        band=band,
    )
    page = Page(
        title=what(line),
        section=_("Help with money"),
        back=reverse("assistance:to_decide"),
        row=line,
        stands=lambda row: [(_("How far it is"), row.get_state_display()), (_("Amount"), what(row))],
        template="provisions/assistance_decide.html",
        more={"line": line, "near": BANDS.get(band, "")},
        refusals=REFUSALS,
    )

    def keep(told: dict[str, Any]) -> str:
        return _decided(request, line, form, told)

    try:
        return ask(request, form, page, keep)
    except TurnedDown as gone:
        raise Http404 from gone


def _decided(
    request: StaffRequest, line: queries.AssistanceDecision, form: DecideForm, told: dict[str, Any]
) -> str:
    agrees = request.POST.get("decision") == "agree"
    try:
        row = actions.decide_help(
            by=request.actor,
            line=line.pk,
            seen=form.seen_version() or 0,
            agrees=agrees,
            fund=reference(told["fund"]),
            answer=told["answer"],
            past=told["past"],
        )
    except ChangedMeanwhile:
        raise ChangedMeanwhile(queries.line_named(line.pk)) from None
    undo = f"{reverse('assistance:undo_decision', args=[line.pk])}?seen={row.version}"
    sentence = _("Agreed: %(what)s is set aside.") if agrees else _("Not this time: %(what)s.")
    say(request, sentence % {"what": what(line)}, undo_url=undo)
    return reverse("assistance:to_decide")


@staff(Can.DECIDE_MONEY)
@require_POST
def undo_decision(request: StaffRequest, money_line: UUID) -> HttpResponse:
    """Take back what one decided."""
    there(queries.line_named(money_line))
    try:
        actions.undo_decision(by=request.actor, line=money_line, seen=seen_of(request))
    except TurnedDown as gone:
        raise Http404 from gone
    except ChangedMeanwhile:
        say(request, _("It went on meanwhile, so nothing was changed."))
    else:
        say(request, _("It waits for a decision again."))
    return redirect("assistance:to_decide")


@staff(Can.KEEP_MONEY_RULES)
@require_safe
def kinds(request: StaffRequest) -> HttpResponse:
    """Kinds of help, with what a participant reads of each, and the limits."""
    trail.looked("see_money_rules", request.actor.id)
    shown = {"kinds": queries.kinds(hidden=True), "limits": queries.limits()}
    return render(request, "provisions/assistance_kinds.html", shown)


@staff(Can.KEEP_MONEY_RULES)
@require_http_methods(["GET", "HEAD", "POST"])
def new_kind(request: StaffRequest) -> HttpResponse:
    """A further kind of help."""
    return _kind_page(request, None)


@staff(Can.KEEP_MONEY_RULES)
@require_http_methods(["GET", "HEAD", "POST"])
def kind(request: StaffRequest, money_kind: UUID) -> HttpResponse:
    """Say a kind of help in other words, or hide it."""
    return _kind_page(request, there(queries.kind_named(money_kind)))


_KIND_REFUSALS: dict[type[Exception], tuple[str | None, Any]] = {
    rules.NameTaken: ("name", gettext_lazy("There is a kind of help with this name already.")),
    NothingWritten: ("name", gettext_lazy("A kind of help needs a name.")),
}


def _kind_page(request: StaffRequest, row: "queries.AssistanceKind | None") -> HttpResponse:
    start: dict[str, Any] = {"place": 500}
    if row is not None:
        start = {name: getattr(row, name) for name in ("name", "words", "place", "hidden")}
    draft = f"provisions.money_kind:{row.pk if row else 'new'}"
    form = filled(request, KindOfHelpForm, draft, initial=start, row=row)
    if row is not None:
        form.fields["name"].help_text = _("Empty: as it is called here from the start.") if row.key else ""
    page = Page(
        title=row.called if row else _("A kind of help"),
        section=_("Help with money"),
        back=reverse("assistance:kinds"),
        kept=_("The kind of help is saved."),
        row=row,
        refusals=_KIND_REFUSALS,
    )

    def keep(_told: dict[str, Any]) -> str:
        named = row.pk if row else form.once()
        seen = form.seen_version() if row else None
        actions.save_kind_of_help(by=request.actor, kind=named, told=form.told(), seen=seen)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.KEEP_MONEY_RULES)
@require_http_methods(["GET", "HEAD", "POST"])
def limits(request: StaffRequest) -> HttpResponse:
    """Set the limit and the cap."""
    row = queries.limits()
    start = {"limit": row.limit, "cap": row.cap, "year_from": row.year_from}
    form = filled(request, LimitsForm, "provisions.money_limits", initial=start, row=row)
    page = Page(
        title=_("Limits of help with money"),
        section=_("Help with money"),
        back=reverse("assistance:kinds"),
        kept=_("The limits are saved. They count from now on."),
        row=row,
    )

    def keep(_told: dict[str, Any]) -> str:
        actions.save_limits(by=request.actor, told=form.told(), seen=form.seen_version())
        return page.back

    return ask(request, form, page, keep)
