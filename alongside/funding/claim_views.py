"""Pages of a month's end: what each stream comes to, the check before it is claimed, closing it, and its file."""

import uuid
from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import is_off
from alongside.asking.page import there
from alongside.connection.choices import NoteKind
from alongside.funding import (
    claim_actions,
    claim_file,
    claim_queries,
    claim_sentences,
    form_check,
    stream_queries,
)
from alongside.funding import claim_rules as rules
from alongside.funding.claim_forms import FileForm
from alongside.funding.claim_queries import Claim
from alongside.funding.stream_rules import month_after, year_of
from alongside.funding.time_views import in_hours, month_asked, months_beside
from alongside.keeping.rules import NotHere, reference
from alongside.ui import tables
from alongside.ui.undo import say

_TYPES = {"csv": (tables.CSV, tables.as_csv), "xlsx": (tables.WORKBOOK, tables.as_workbook)}


def _month(text: str) -> date:
    with suppress(ValueError):
        found = date.fromisoformat(f"{text}-01")
        if 1990 <= found.year <= 2200 and len(text) == 7:
            return found
    raise Http404


def _found(stream: UUID, month: str) -> Claim:
    return there(claim_queries.claim(stream, _month(month)))


def _sums(lines: list[rules.Line]) -> list[str]:
    """What lines come to, in words."""
    found, said = rules.sums(lines), []
    if found.months:
        words = ngettext("%(number)d month of a person", "%(number)d months of a person", found.months)
        said.append(words % {"number": found.months})
    if found.services:
        words = ngettext("%(number)d service", "%(number)d services", found.services)
        services = words % {"number": found.services}
        said.append(f"{services} ({in_hours(found.minutes)})" if found.minutes else services)
    if found.helps:
        words = ngettext("help with money %(number)d time", "help with money %(number)d times", found.helps)
        said.append(words % {"number": found.helps})
    return said


@staff(Can.KEEP_STREAMS)
@require_safe
def month_end(request: StaffRequest) -> HttpResponse:
    """A month of every stream at a glance, and the approvals that the month after needs."""
    trail.looked("see_month_end", request.actor.id)
    month = month_asked(request.GET.get("month", ""))
    after = month_after(month)
    claims: list[dict[str, Any]] = []
    for each in claim_queries.claims(month):
        found = rules.sums(each.lines)
        if each.stream.ended_at is None or each.lines or each.now:
            excluded = 0 if each.closings else len(each.excluded)
            amount = found.amount + found.helped
            told = {"claim": each, "sums": _sums(each.lines), "amount": amount, "excluded": excluded}
            claims.append(told)
    shown = {
        "claims": claims,
        "picture": rules.picture(
            [(one["claim"].stream.name, len(one["claim"].lines), one["excluded"]) for one in claims]
        ),
        "approvals": list(enumerate(claim_queries.approvals_to_ask(after), 1)),
        "approvals_for": after,
        **months_beside(month),
    }
    return render(request, "funding/month_end.html", shown)


@staff(Can.KEEP_STREAMS)
@require_safe
def claim(request: StaffRequest, stream: UUID, month: str) -> HttpResponse:
    """One month of a stream: people by number, the check in sentences, and closing it."""
    found = _found(stream, month)
    trail.looked("see_claim", request.actor.id)
    names = {each.pk: each.name for each in stream_queries.streams()}
    called = stream_queries.kind_names()
    begins, ends = year_of(found.month, found.stream.year_from)
    checks = [
        (
            _called(each, found, called),
            claim_sentences.to_whoever_directs(each, found.stream, names, month),
        )
        for each in found.excluded
    ]
    shown = {
        "claim": found,
        "sums": _sums(found.lines),
        "people": _people(found),
        "helps": [each for each in found.lines if each.what == "help"],
        "checks": checks,
        "came": [_called(each, found, called) for each in found.later.came],
        "went": [_called(each, found, called) for each in found.later.went],
        "once": uuid.uuid4(),
        "year": (begins, month_after(ends, -1)),
    }
    return render(request, "funding/claim.html", shown)


def _people(found: Claim) -> list[dict[str, Any]]:
    """Everybody behind a line that counts, by number, with what their part comes to."""
    parts: dict[UUID, list[rules.Line]] = {}
    for each in found.lines:
        if each.who:
            parts.setdefault(each.who, []).append(each)
    return [
        {"who": who, "number": number, "said": ", ".join(_sums(parts[who]))}
        for who, number in found.numbers.items()
        if who in parts
    ]


def _called(line: rules.Line, found: Claim, called: dict[UUID, str]) -> tuple[str, date, str]:
    """One line: by number, its day, and its kind."""
    if line.who is None:
        return _("Help with money"), line.day, ""
    number = _("Number %(number)d") % {"number": found.numbers[line.who]}
    return number, line.day, called.get(line.kind, "") if line.kind else ""


@staff(Can.KEEP_STREAMS)
@require_safe
def opened(request: StaffRequest, stream: UUID, month: str, who: UUID) -> HttpResponse:
    """Dates and kinds behind one number: no word, no name."""
    found = _found(stream, month)
    if who not in found.numbers:
        raise Http404
    trail.looked("see_claim", request.actor.id)
    called, days = stream_queries.kind_names(), dict[tuple[date, str], list[str]]()
    for day, effort, service, minutes in claim_queries.opened(stream, found.month, who):
        kinds = days.setdefault((day, str(NoteKind(effort).label)), [])
        if service:
            kinds.append(f"{called.get(service, '')}{f' ({in_hours(minutes)})' if minutes else ''}")
    shown = {
        "claim": found,
        "number": found.numbers[who],
        "days": [(day, effort, ", ".join(kinds)) for (day, effort), kinds in days.items()],
    }
    return render(request, "funding/claim_opened.html", shown)


@staff(Can.KEEP_STREAMS)
@require_POST
def close(request: StaffRequest, stream: UUID, month: str) -> HttpResponse:
    """Close a month, or write a correction of it."""
    begins = _month(month)
    closing = reference(request.POST.get("once")) or uuid.uuid4()
    try:
        claim_actions.close_month(by=request.actor, closing=closing, stream=stream, month=begins)
    except NotHere:
        raise Http404 from None
    except rules.MonthGoesOn:
        say(request, _("This month still goes on. It can be closed when it is over."))
    except rules.NothingCameLater:
        say(request, _("Nothing came or went since it was closed. Nothing was changed."))
    else:
        say(request, _("Closed. What comes later stays to be seen, and goes into a correction."))
    return redirect("streams:claim", stream, month)


@staff(Can.KEEP_STREAMS)
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: StaffRequest, stream: UUID, month: str) -> HttpResponse:
    """Ask what it is for; then sums in a file, under a name that says nothing."""
    found = _found(stream, month)
    table = claim_file.rows(found)
    form = FileForm(request.POST) if request.method == "POST" else FileForm()
    if not form.is_bound or not form.is_valid():
        shown = {"form": form, "claim": found, "table": table}
        return render(request, "funding/claim_file.html", shown, status=422 if form.is_bound else 200)
    told = form.cleaned_data
    trail.looked("export_claim", request.actor.id, kind=f"claim.{told['purpose']}")
    content, make = _TYPES[told["kind"]]
    name = f'attachment; filename="table-{month}.{told["kind"]}"'
    return HttpResponse(make(table), content_type=content, headers={"Content-Disposition": name})


@staff(Can.OPEN_RECORD)
@require_safe
def check(request: StaffRequest) -> HttpResponse:
    """What of one's own people does not qualify this month, each with a link to where it can be looked at."""
    trail.looked("see_claim_check", request.actor.id)
    month = month_asked(request.GET.get("month", ""))
    names = {each.pk: each.name for each in stream_queries.streams()}
    called = stream_queries.kind_names()
    rows = [
        {
            "person": each.person,
            "stream": each.stream,
            "day": each.line.day if each.line.what == "service" else None,
            "kind": called.get(each.line.kind, "") if each.line.kind else "",
            "said": claim_sentences.to_their_team(each.line, each.stream, names, each.person.pk),
        }
        for each in claim_queries.of_mine(request.actor, month)
    ]
    ended, blank = ([], []) if is_off("funders:answers") else form_check.looked_at(request.actor, month)
    shown = {"rows": rows, "ended": ended, "blank": blank, **months_beside(month)}
    return render(request, "funding/check.html", shown)
