"""The directory: looking for a service, what is known and what is not, and a gap logged in one click."""

from uuid import UUID, uuid4

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.partners import actions, queries, rules
from alongside.partners.forms.directory import SearchForm
from alongside.partners.views.around import at, keeps
from alongside.partners.views.shown import service_row, sought_said
from alongside.ui.undo import say


def _after(request: StaffRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("after", ""))
    except ValueError:
        return None


def _form(told: QueryDict) -> SearchForm:
    networks = [(str(each.pk), each.name) for each in queries.networks()]
    return SearchForm(told, networks=networks)


@staff(Can.SEE_PARTNERS)
@require_safe
def directory(request: StaffRequest) -> HttpResponse:
    """Services that fit, and apart from them those of which something sought is not known."""
    actor, today = request.actor, clock.today()
    form = _form(request.GET)
    sought = form.sought()
    network, ours, after = form.network_sought(), form.cleaned_data.get("ours", False), _after(request)
    found = queries.search(sought, network=network, ours=ours, after=after)
    months = queries.check_again_after()
    onward = request.GET.copy()
    if found.has_more:
        onward["after"] = str(found.fits[-1].pk)
    asked = request.GET.copy()
    asked.pop("after", None)
    shown = {
        "form": form,
        "asked": asked,
        "is_asked": any(value for value in asked.values()),
        "more_open": bool(sought.fits or sought.cost or network or ours or sought.openings),
        "fits": [service_row(each, today, months) for each in found.fits],
        "perhaps": [service_row(each, today, months) for each in found.perhaps],
        "found": found,
        "onward": onward.urlencode(),
        "from_start": after is None,
        "keeps": keeps(request),
        "once": uuid4(),
        "sees_gaps": actor.may(Can.SEE_PROGRAM),
    }
    return render(request, "partners/directory.html", shown)


@staff(Can.SEE_PARTNERS)
@require_POST
def log_gap(request: StaffRequest) -> HttpResponse:
    """Count that this was looked for and not found: a plain number, without the worker and without a person."""
    form = _form(request.POST)
    sought, once = form.sought(), request.POST.get("once", "")[:40]
    if request.session.get("gap_counted") != once or not once:
        actions.count_gap(by=request.actor, sought=sought)
        request.session["gap_counted"] = once
        request.session["gap_sought"] = request.POST.urlencode()
    say(
        request,
        _("Counted as a gap. Only what was sought is kept, nothing about anybody."),
        undo_url=at("gap_back"),
    )
    asked = request.POST.copy()
    for name in ("csrfmiddlewaretoken", "once"):
        asked.pop(name, None)
    return redirect(f"{at('directory')}?{asked.urlencode()}")


@staff(Can.SEE_PARTNERS)
@require_POST
def gap_back(request: StaffRequest) -> HttpResponse:
    """Take the count of a moment ago back."""
    told = request.session.pop("gap_sought", None)
    if told:
        actions.uncount_gap(by=request.actor, sought=_form(QueryDict(told)).sought())
        say(request, _("The gap is not counted any more."))
    return redirect(at("directory"))


@staff(Can.SEE_PROGRAM)
@require_safe
def gaps(request: StaffRequest) -> HttpResponse:
    """What was looked for and not found in a year; how often is told by a report."""
    today = clock.today()
    month = today.year * 12 + today.month - rules.MONTHS_OF_GAPS
    since = today.replace(year=month // 12, month=month % 12 + 1, day=1)
    rows = sorted({sought_said(sought) for sought in queries.gaps()})
    shown = {"rows": rows, "since": since, "reports": where("reports:reports")}
    return render(request, "partners/gaps.html", shown)
