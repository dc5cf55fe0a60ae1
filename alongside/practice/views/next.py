"""I don't know what to do next: a state one may choose, and three ways on from it. Choosing it is kept nowhere."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.practice import queries
from alongside.practice.views.asked import about_of, asked_about, language_here
from alongside.ui.about import is_about

CARD = "no-next-step"


@staff(Can.WORK_HERE)
@require_safe
def what_next(request: StaffRequest) -> HttpResponse:
    """A card, a colleague, or supervision; and a note that needs no next step."""
    participant = asked_about(request)
    is_about(request, participant)
    person = None
    if participant is not None and request.actor.may(Can.OPEN_RECORD):
        person = queries.own_words_first(request.actor, participant)
    found = queries.cards(language_here(), CARD)
    shown: dict[str, Any] = {
        "card": found[0] if found else None,
        "person": person,
        "about": about_of(person.pk) if person else "",
        "may_consult": request.actor.may(Can.CONSULT),
        "may_ask_team": request.actor.may(Can.CHANGE_RECORD),
        "may_bring": request.actor.may(Can.REFLECT),
        "may_note": request.actor.may(Can.LOG_CONTACT),
        "looks_on": queries.day_to_look(request.actor, person.pk) if person else None,
    }
    return render(request, "practice/what_next.html", shown)
