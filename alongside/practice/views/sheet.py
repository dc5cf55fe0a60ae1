"""The sheet for a supervision: each person with connection and plan side by side, and what is asked beside."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.practice import queries


def _prompts() -> list[tuple[str, str]]:
    """What the two go through after the people, in the sheet's order."""
    return [
        (_("What is unclear, and who holds it?"), _("Who decides, who knows, who waits for whom.")),
        (_("Boundaries"), _("Where I gave more than there was, where I stepped back too far.")),
        (_("Load, nights, leave"), _("Too much, enough, or room for more. The next free days, with a date.")),
        (_("One thing to celebrate"), ""),
        (_("One thing to let go"), ""),
    ]


def _sheet(request: StaffRequest, worker: UUID) -> dict[str, Any]:
    found = queries.worker_named(request.actor, worker)
    if found is None:
        raise Http404
    items = queries.brought(queries.pair_of(found))
    return {
        "worker": found,
        "mine": found.pk == request.actor.id,
        "walked": queries.walked_with(request.actor, found.pk),
        "brought": [each for each in items if each.talked_at is None],
        "prompts": _prompts(),
    }


@staff(Can.REFLECT)
@require_safe
def sheet(request: StaffRequest, worker: UUID) -> HttpResponse:
    """The sheet, to read together."""
    shown = _sheet(request, worker)
    trail.looked("open_supervision_sheet", request.actor.id, "agency.staff", worker)
    return render(request, "practice/sheet.html", shown)


@staff(Can.REFLECT)
@require_safe
def print_sheet(request: StaffRequest, worker: UUID) -> HttpResponse:
    """The sheet on plain paper; each person on it is told by their trail that their page was printed."""
    shown = _sheet(request, worker)
    trail.looked("print_supervision_sheet", request.actor.id, "agency.staff", worker)
    for row in shown["walked"]:
        trail.taken("print_supervision_sheet", row.person.pk, trail.Purpose.SUPERVISION)
    return render(request, "practice/print_sheet.html", shown)
