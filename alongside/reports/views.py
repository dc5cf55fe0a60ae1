"""Pages of reports: what was told, asking for more, one report as a table with a picture, and a file of it."""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency.modules import is_off
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.consent import gate
from alongside.funders import catalog
from alongside.reports import actions, forms, queries, telling
from alongside.reports.choices import Audience, Kind


def _may(actor: Actor) -> dict[str, Any]:
    """What somebody may count: a director the agency, a supervisor her team, and all of them gaps."""
    team, all_of_it = Role.SUPERVISOR in actor.roles, Role.DIRECTOR in actor.roles
    kinds: list[tuple[str, Any]] = [
        each for each in Kind.choices if team or all_of_it or each[0] == Kind.GAPS
    ]
    kinds = [each for each in kinds if each[0] != Kind.FORM]
    if (team or all_of_it) and not is_off("funders:forms"):
        kinds += [(f"{Kind.FORM}:{key}", each.called) for key, each in catalog.forms().items()]
    audiences = [each for each in Audience.choices if each[0] == Audience.AGENCY or team]
    of_agency = Kind.values if all_of_it else [Kind.GAPS.value]
    return {"kinds": kinds, "audiences": audiences, "of_agency": of_agency}


def _asked_for(request: StaffRequest) -> dict[str, Any]:
    """What an address that leads here asks for: a kind, and perhaps a month."""
    kind, month = request.GET.get("kind", ""), request.GET.get("month", "")
    start: dict[str, Any] = {"fiscal_month": queries.settings().fiscal_month, "day": clock.today()}
    if kind in Kind.values:
        start["kind"] = kind
    with suppress(ValueError):
        start["day"] = date.fromisoformat(f"{month}-01")
    team = Role.SUPERVISOR in request.actor.roles and kind != Kind.GAPS
    return start | {"audience": Audience.TEAM if team else Audience.AGENCY}


@staff(Can.SEE_PROGRAM)
@require_http_methods(["GET", "HEAD", "POST"])
def reports(request: StaffRequest) -> HttpResponse:
    """What was told already, and making another one."""
    form = filled(request, forms.ReportForm, "", initial=_asked_for(request), **_may(request.actor))
    page = Page(
        title=_("Reports"),
        section=_("Reports"),
        back=reverse("program:program"),
        lede=_(
            "Counts of our work, without a name or a word. Making a report keeps it, with who made it and why."
        ),
        save=_("Make the report"),
        leave=_("Program"),
        template="reports/reports.html",
        more=lambda: {"reports": [telling.in_a_list(each) for each in queries.reports()]},
    )
    if request.method != "POST":
        trail.looked("see_reports", request.actor.id)

    def keep(told: dict[str, Any]) -> str:
        given = {
            name: told[name]
            for name in ("kind", "audience", "purpose", "period", "begins", "ends", "by_month", "form")
        }
        row = actions.ask_report(
            by=request.actor, report=form.once(), fiscal_month=told["fiscal_month"], **given
        )
        return reverse("reports:report", args=[row.pk])

    return ask(request, form, page, keep)


@staff(Can.SEE_PROGRAM)
@require_safe
def report(request: StaffRequest, report: UUID) -> HttpResponse:
    """One report; looking at it changes nothing."""
    row = there(queries.report(report))
    trail.looked("see_report", request.actor.id, ref=row.pk)
    return render(request, "reports/report.html", {"row": row, **telling.of(row)})


@staff(Can.SEE_PROGRAM)
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: StaffRequest, report: UUID) -> HttpResponse:
    """A report as a file. True counts of a team stay here."""
    row = there(queries.report(report))
    there(row.made_at if row.audience == Audience.AGENCY and not row.refused else None)
    form = filled(request, forms.TakeForm, "", initial={"purpose": row.purpose})
    page = Page(
        title=_("Take the report as a file"),
        section=_("Reports"),
        back=reverse("reports:report", args=[row.pk]),
        lede=_(
            "What is hidden in the report is hidden in the file. That it was taken, and what for, is in the log."
        ),
        save=_("Take the file"),
    )

    def keep(told: dict[str, Any]) -> HttpResponse:
        return _file(request.actor, row.pk, told["form"], told["purpose"])

    return ask(request, form, page, keep)


def _file(actor: Actor, key: UUID, form: str, purpose: str) -> HttpResponse:
    row = there(queries.report(key))
    gate.for_anybody(actor, [], "take_report", purpose, row.pk)
    answer = HttpResponse(telling.as_file(row, form), content_type=telling.FILES[form])
    answer["Content-Disposition"] = f'attachment; filename="table.{form}"'
    return answer


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: StaffRequest) -> HttpResponse:
    """From which number on counts are told, and when a fiscal year begins."""
    stands = queries.settings()
    start = {"least": stands.least, "fiscal_month": stands.fiscal_month}
    form = filled(request, forms.SettingsForm, "", initial=start)
    page = Page(
        title=_("How counts are told"),
        section=_("Reports"),
        back=reverse("program:program"),
        lede=_(
            "Smaller numbers are hidden, and others beside them, so that nobody is recognised by a count."
        ),
        kept=_("How counts are told is saved."),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.set_reports(by=request.actor, least=told["least"], fiscal_month=told["fiscal_month"])
        return page.back

    return ask(request, form, page, keep)
