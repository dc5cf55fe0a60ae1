"""The record of a record: who looked and what was done, by role and day, in plain words."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import ROLE_NAMES, Can, Role
from alongside.agency.queries import roles_of_staff, staff_names
from alongside.desk.plain import in_plain_words, why_they_could
from alongside.participants.opened import opened
from alongside.participants.queries import part_then
from alongside.safety.queries import reasons as reasons_of
from alongside.trail import queries as trails

A_PAGE = 50


def _roles(held: set[Role] | None) -> str:
    return ", ".join(str(ROLE_NAMES[role]) for role in sorted(held or ()))


@staff(Can.OPEN_RECORD)
@require_safe
def record(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Who opened or changed something about this participant, newest first."""
    person = opened(request.actor, participant, "open_trail")
    asked = request.GET.get("before", "")
    before = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 16 else None
    found = trails.of_chain(participant, before=before, count=A_PAGE + 1, along=part_then())
    page = found[:A_PAGE]
    names = staff_names(entry.actor for entry in page)
    held = roles_of_staff()
    reasons = reasons_of(entry.ref for entry in page if entry.act == "open_plan_for_a_reason")
    lines: list[dict[str, Any]] = [
        {
            "at": entry.worked_at,
            "roles": _roles(held.get(entry.actor) if entry.actor else None),
            "name": (names.get(entry.actor) if entry.actor else "") or _("somebody who was not signed in"),
            "what": in_plain_words(entry.act, entry.outcome),
            "reason": reasons.get(entry.ref, "") if entry.ref else "",
            "why": why_they_could(
                vars(entry)["part"], held.get(entry.actor, set()) if entry.actor else (), entry.outcome
            ),
        }
        for entry in page
    ]
    shown = {
        "person": person,
        "lines": lines,
        "older": page[-1].place if len(found) > A_PAGE else None,
        "is_top": before is None,
    }
    return render(request, "desk/record.html", shown)
