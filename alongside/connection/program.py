"""Pages of a month's work, and of the agency's list of services."""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency.modules import where
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.connection import forms, queries, rules
from alongside.connection.actions import save_service_kind
from alongside.keeping.rules import NothingWritten


def _month(request: StaffRequest) -> date:
    """The month asked for, else this one."""
    year, _dash, month = request.GET.get("month", "").partition("-")
    with suppress(ValueError):
        asked = date(int(year), int(month), 1)
        if 1990 <= asked.year <= 2200:
            return asked
    return clock.today().replace(day=1)


def _months(shown: date) -> dict[str, Any]:
    before = date(shown.year - (shown.month == 1), (shown.month - 2) % 12 + 1, 1)
    after = date(shown.year + shown.month // 12, shown.month % 12 + 1, 1)
    today = clock.today()
    years = [far for year in (-1, 1) if (far := shown.replace(year=shown.year + year)) <= today]
    return {"month": shown, "before": before, "after": after if after <= today else None, "years": years}


@staff(Can.SEE_ACTIVITY)
@require_http_methods(["GET"])
def activity(request: StaffRequest) -> HttpResponse:
    """Services and minutes of a month: one's own people by name. Whoever directs makes a report of it."""
    month, actor = _month(request), request.actor
    trail.looked("see_activity", actor.id)
    shown: dict[str, Any] = _months(month)
    if actor.may(Can.OPEN_RECORD):
        shown["ours"] = queries.activity(month.year, month.month)
    if Role.DIRECTOR in actor.roles:
        shown["reports"] = where("reports:reports")
    return render(request, "connection/activity.html", shown)


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET"])
def activity_of(request: StaffRequest, participant: UUID) -> HttpResponse:
    """One participant's month: services, entries and minutes."""
    person = queries.person_with_record_open(participant)
    if person is None:
        raise Http404
    month = _month(request)
    trail.looked("open_activity", participant)
    shown = _months(month) | {
        "person": person,
        "ours": queries.activity(month.year, month.month, participant),
    }
    return render(request, "connection/activity_of.html", shown)


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET"])
def services(request: StaffRequest) -> HttpResponse:
    """The agency's list of services."""
    kinds = queries.service_kinds(hidden=True)
    return render(request, "connection/services.html", {"kinds": kinds})


@staff(Can.SET_UP_AGENCY)
@require_http_methods(["GET", "POST"])
def service(request: StaffRequest, kind: UUID | None = None) -> HttpResponse:
    """A service on the list: a new one, or another name, or hidden."""
    stands = next((each for each in queries.service_kinds(hidden=True) if each.pk == kind), None)
    if kind and stands is None:
        raise Http404
    start = {"name": stands.name, "hidden": stands.hidden} if stands else {}
    form = filled(request, forms.Service, "", initial=start)
    page = Page(
        title=stands.called if stands else _("Add a service"),
        section=_("Kinds of service"),
        back=reverse("connection:services"),
        kept=_("The service is saved."),
        save=_("Save"),
        refusals={
            NothingWritten: ("name", _("A service needs a name, so that others find it.")),
            rules.NameTaken: (
                "name",
                _("Another service has this name already. Please choose one of its own."),
            ),
        },
    )
    if stands and stands.key:
        page.lede = _("Leave the name empty to use ours, which is translated.")

    def keep(told: dict[str, Any]) -> str:
        save_service_kind(
            by=request.actor, kind=kind or form.once(), name=told["name"], hidden=told["hidden"]
        )
        return page.back

    return ask(request, form, page, keep)
