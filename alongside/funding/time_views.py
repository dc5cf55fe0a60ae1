"""Pages of hours: one's own with a blank for more, those of a team, and sums for whoever directs. No rank anywhere."""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.asking.removing import TAKEN_AWAY, say_back
from alongside.funding import stream_queries, time_actions, time_queries, time_rules
from alongside.funding.stream_choices import TimeKind
from alongside.funding.stream_rules import month_after
from alongside.funding.time_forms import HoursForm
from alongside.keeping.rules import reference
from alongside.ui.undo import say

A_YEAR = 12


def month_asked(text: str) -> date:
    """The month that an address names, else this one."""
    with suppress(ValueError):
        asked = date.fromisoformat(f"{text}-01")
        if 1990 <= asked.year <= 2200:
            return asked
    return clock.today().replace(day=1)


def months_beside(month: date) -> dict[str, Any]:
    """What the links to other months need; none leads past this month."""
    after = month_after(month)
    return {
        "month": month,
        "before": month_after(month, -1),
        "after": after if after <= clock.today() else None,
        "years": [],
    }


def table(parts: list[time_rules.Part]) -> dict[str, Any]:
    """A month as a table shows it: only the kinds that there are, hours in every cell, and what nothing covers."""
    kinds = [kind for kind in time_rules.KINDS if any(each.minutes.get(kind) for each in parts)]
    beside, people = time_rules.uncovered(parts)
    names = dict(TimeKind.choices) | {time_rules.PEOPLE: _("With people")}
    return {
        "kinds": [names[kind] for kind in kinds],
        "rows": [
            {
                "name": each.name,
                "program": each.program,
                "cells": [(names[kind], in_hours(each.minutes.get(kind, 0))) for kind in kinds],
                "total": in_hours(each.total),
            }
            for each in parts
        ],
        "uncovered": in_hours(beside) if beside else "",
        "uncovered_people": in_hours(people) if people else "",
    }


def in_hours(minutes: int) -> str:
    """Hours as they are said: 6 h, 1.5 h."""
    figure = format(time_rules.hours(minutes).normalize(), "f")
    return _("%(hours)s h") % {"hours": figure}


@staff(Can.LOG_HOURS)
@require_http_methods(["GET", "HEAD", "POST"])
def my_hours(request: StaffRequest) -> HttpResponse:
    """A blank for hours, what I wrote down this month, and how my month divides over streams."""
    month = month_asked(request.GET.get("month", ""))
    today = clock.today()
    first = today if month == today.replace(day=1) else month
    form = filled(
        request,
        HoursForm,
        "",
        initial={"day": first},
        streams=[(str(each.pk), each.name) for each in stream_queries.streams(ended=False)],
    )
    page = Page(title=_("My hours"), section=_("My hours"), back="", template="funding/my_hours.html")
    page.lede = _("Hours beside your work with people. What your notes say is counted already.")
    page.more = lambda: {
        "rows": [(each, in_hours(each.minutes)) for each in time_queries.my_rows(request.actor, month)],
        "table": table(time_queries.my_month(request.actor, month)),
        **months_beside(month),
    }

    def keep(told: dict[str, Any]) -> str:
        time_actions.log_hours(
            by=request.actor,
            row=form.once(),
            day=told["day"],
            kind=told["kind"],
            minutes=told["hours"],
            stream=reference(told["stream"]),
        )
        said = _("%(hours)s of %(kind)s saved.")
        kind = TimeKind(told["kind"]).label
        undo = reverse("streams:remove_hours", args=[form.once()])
        say(request, said % {"hours": in_hours(told["hours"]), "kind": kind.lower()}, undo_url=undo)
        return f"{reverse('streams:hours')}?month={told['day'].isoformat()[:7]}"

    return ask(request, form, page, keep)


@staff(Can.LOG_HOURS)
@require_POST
def remove_hours(request: StaffRequest, hours: UUID) -> HttpResponse:
    """Take hours of mine away."""
    row = there(time_queries.row_of_mine(request.actor, hours))
    time_actions.take_hours_away(by=request.actor, row=hours)
    say(
        request,
        str(TAKEN_AWAY),
        undo_url=reverse("streams:restore_hours", args=[hours]),
    )
    return redirect(f"{reverse('streams:hours')}?month={row.day.isoformat()[:7]}")


@staff(Can.LOG_HOURS)
@require_POST
def restore_hours(request: StaffRequest, hours: UUID) -> HttpResponse:
    """Bring hours of mine back."""
    row = there(time_queries.row_of_mine(request.actor, hours))
    say_back(request, time_actions.bring_hours_back(by=request.actor, row=hours))
    return redirect(f"{reverse('streams:hours')}?month={row.day.isoformat()[:7]}")


@staff(Can.SUPERVISE)
@require_safe
def team_hours(request: StaffRequest) -> HttpResponse:
    """A month of everybody in my team, by name: how it divides over streams."""
    trail.looked("see_team_hours", request.actor.id)
    month = month_asked(request.GET.get("month", ""))
    team = [(name, table(parts)) for name, parts in time_queries.team_month(request.actor, month)]
    return render(request, "funding/team_hours.html", {"team": team, **months_beside(month)})


@staff(Can.KEEP_STREAMS)
@require_safe
def time_report(request: StaffRequest) -> HttpResponse:
    """Hours of all together by stream and program, and how many are enrolled, month by month. No names."""
    trail.looked("see_time_report", request.actor.id)
    month = month_asked(request.GET.get("month", ""))
    streams = stream_queries.streams()
    enrolled = time_queries.enrolled(month_after(month, 1 - A_YEAR), A_YEAR)
    used = [each for each in streams if any(each.pk in numbers for numbers in enrolled.values())]
    shown = {
        "table": table(time_queries.all_month(month)),
        "streams": used,
        "enrolled": [
            (each, [(one.name, numbers.get(one.pk, 0)) for one in used])
            for each, numbers in reversed(enrolled.items())
            if numbers
        ],
        **months_beside(month),
    }
    return render(request, "funding/time_report.html", shown)
