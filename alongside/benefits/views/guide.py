"""The pathway guide: information that asks nothing and is about nobody."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.words import Words
from alongside.benefits.words import PATHWAYS


@staff(Can.WORK_HERE)
@require_safe
def pathways(request: StaffRequest) -> HttpResponse:
    """Every part at once, in the agency's own words where it has some."""
    trail.looked("open_pathways", request.actor.id)
    words = Words()
    parts = [part for name in PATHWAYS if (part := _part(words, name))["lines"]]
    return render(request, "benefits/pathways.html", {"parts": parts})


def _part(words: Words, name: str) -> dict[str, Any]:
    """One part; without lines where an agency hides it."""
    key = f"guide.{name}"
    return {
        "name": name,
        "title": words.say(f"{key}.title"),
        "lines": [line.strip() for line in words.say(key).splitlines() if line.strip()],
        "is_draft": key not in words.theirs,
        "sources": [(each, date.fromisoformat(each.seen)) for each in PATHWAYS[name].sources],
    }
