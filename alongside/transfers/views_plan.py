"""Transfers of a team: those that go on, and all people of a colleague who leaves, each decided on its own."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import queries as agency
from alongside.transfers import queries


@staff(Can.ASSIGN)
@require_safe
def going_on(request: StaffRequest) -> HttpResponse:
    """Every transfer that goes on within reach; and colleagues, for the one who leaves."""
    shown = {"rows": queries.going_on(), "team": agency.team_of(request.actor.id)}
    trail.looked("list_transfers", request.actor.id)
    return render(request, "transfers/going_on.html", shown)


@staff(Can.ASSIGN)
@require_safe
def of_worker(request: StaffRequest, worker: UUID) -> HttpResponse:
    """All people of a colleague who leaves or has left, within reach."""
    name = agency.staff_names([worker]).get(worker)
    if name is None:
        raise Http404
    away = {each.pk for each in agency.staff_away()}
    rows = queries.of_worker(request.actor, worker)
    trail.looked("list_transfers", request.actor.id, "agency.staff", worker)
    shown = {"name": name, "worker": worker, "rows": rows, "is_here": worker not in away}
    return render(request, "transfers/of_worker.html", shown)
