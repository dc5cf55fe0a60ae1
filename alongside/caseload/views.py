"""Pages of load and capacity: one's own, the board of a team, one of the team."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.page import there
from alongside.caseload import actions, queries, rules, telling
from alongside.caseload import not_spoken as apart
from alongside.caseload.choices import OF_A_COLLEAGUE, Capacity
from alongside.caseload.queries import Caseload
from alongside.ui.undo import say


@staff(Can.SAY_CAPACITY)
@require_http_methods(["GET", "HEAD", "POST"])
def capacity(request: StaffRequest) -> HttpResponse:
    """How much room one has: four buttons, no reason. Below it what one carries, and one's own weeks."""
    if request.method == "POST":
        if request.POST.get("answer") in Capacity.values:
            actions.say_capacity(by=request.actor, answer=Capacity(request.POST["answer"]))
            say(request, _("Your capacity is saved. Only your supervisor sees it, without a reason."))
        return redirect("caseload:capacity")
    stands = queries.my_signal(request.actor)
    me = there(queries.worker_named(request.actor, request.actor.id))
    shown = _one(request, queries.caseloads([me])[0]) | {
        "answers": Capacity.choices,
        "stands": stands,
        "counts": bool(stands and queries.counting([stands])),
        "days": telling.figure(stands.days if stands else queries.measures()[rules.SIGNAL_DAYS]),
    }
    return render(request, "caseload/capacity.html", shown)


@staff(Can.SEE_TEAM_LOAD)
@require_POST
def signal_seen(request: StaffRequest, signal: UUID) -> HttpResponse:
    """Say that one has seen a colleague's signal; it leaves Today and stays on the load board."""
    try:
        actions.mark_signal_seen(by=request.actor, signal=signal)
    except rules.NotMine as refused:
        raise Http404 from refused
    say(request, _("Seen. They are shown that you have seen it."))
    return redirect("desk:today")


@staff(Can.SEE_TEAM_LOAD)
@require_safe
def board(request: StaffRequest) -> HttpResponse:
    """My team by name: what each carries, of the hours they work. Nothing here can be put in another order."""
    trail.looked("see_load_board", request.actor.id)
    team = [each for each in queries.workers(request.actor) if each.pk != request.actor.id]
    facts = queries.facts([each.pk for each in team], board=True)
    shown = {"rows": [_row(each, facts) for each in queries.caseloads(team)], "facts": list(facts)}
    return render(request, "caseload/board.html", shown)


@staff(Can.SEE_TEAM_LOAD)
@require_safe
def of_worker(request: StaffRequest, worker: UUID) -> HttpResponse:
    """One of my team: what they carry, person by person, and their weeks as amounts."""
    found = there(queries.worker_named(request.actor, worker))
    if found.pk == request.actor.id:
        raise Http404
    trail.looked("see_load", request.actor.id, "agency.staff", found.pk)
    return render(request, "caseload/of_worker.html", _one(request, queries.caseloads([found])[0]))


@staff(Can.SEE_TEAM_LOAD)
@require_safe
def not_spoken(request: StaffRequest) -> HttpResponse:
    """With whom of my team nobody has spoken for a while, in words."""
    trail.looked("see_not_spoken", request.actor.id)
    return render(request, "caseload/not_spoken.html", {"rows": apart.rows(request.actor)})


def _row(caseload: Caseload, facts: dict[str, dict[UUID, str]]) -> dict[str, Any]:
    signal = caseload.signal
    return {
        "worker": caseload.worker,
        "weight": telling.of_room(caseload.load),
        "hours": telling.in_hours(caseload.load),
        "reasons": telling.reasons(caseload),
        "capacity": OF_A_COLLEAGUE[Capacity(signal.answer)] if signal else "",
        "said_at": signal.at if signal else None,
        "facts": {about: told.get(caseload.worker.pk, "") for about, told in facts.items()},
    }


def _one(request: StaffRequest, caseload: Caseload) -> dict[str, Any]:
    now, known = clock.now(), caseload.measures
    people = [
        {
            "person": person,
            "weight": telling.figure(takes.weight(now, known)),
            "reasons": _reasons_of(takes, known),
        }
        for person, takes in queries.people_named(request.actor, caseload.takes)
    ]
    others = [
        {
            "other": each,
            "weight": telling.figure(each.weight),
            "total": telling.figure(each.number * each.weight),
        }
        for each in caseload.others
    ]
    facts = queries.facts([caseload.worker.pk], board=False)
    return _row(caseload, facts) | {"people": people, "others": others}


def _reasons_of(takes: rules.Takes, known: rules.Measures) -> str:
    if takes.amount is not None:
        return _("a weight of their own")
    return ", ".join(telling.in_words(kind) for kind in takes.reasons(clock.now(), known))
