"""Plain pages about rights, and a short library: read, printed, and talked about."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.words import BY_HAND, Words
from alongside.asking.removing import undo_pair
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.keeping.rules import reference
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.safety import actions, queries
from alongside.safety.choices import Shelf
from alongside.safety.models import TalkedAbout
from alongside.safety.pages import LIBRARY, RESTS, RIGHTS
from alongside.ui.undo import say


def _page(words: Words, name: str) -> dict[str, Any]:
    """One page in the agency's words; without lines where it is hidden."""
    told = words.say(f"pages.{name}").splitlines()
    return {
        "name": name,
        "title": words.say(f"pages.{name}.title"),
        "lines": [line.strip() for line in told if line.strip()],
        "is_draft": f"pages.{name}" not in words.theirs,
        "sources": [(each, date.fromisoformat(each.seen)) for each in RESTS[name].sources],
    }


def _shelves(talked: Iterable[TalkedAbout] = ()) -> list[dict[str, Any]]:
    words, said = Words(), list(talked)
    shelves = []
    for shelf, names in ((Shelf.RIGHTS, RIGHTS), (Shelf.LIBRARY, LIBRARY)):
        pages = [
            _page(words, name) | {"talked": [each for each in said if each.page == name]} for name in names
        ]
        shelves.append({"called": shelf.label, "pages": [page for page in pages if page["lines"]]})
    return shelves


@staff(Can.OPEN_RECORD)
@require_safe
def rights(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Every page, with the days on which it was talked about with them."""
    person = opened(request.actor, participant, "open_rights")
    shown = {"person": person, "shelves": _shelves(queries.talked(participant))}
    return render(request, "safety/pages.html", shown)


@staff(Can.WORK_HERE)
@require_safe
def library(request: StaffRequest) -> HttpResponse:
    """The same pages, about nobody."""
    trail.looked("open_page", request.actor.id)
    return render(request, "safety/pages.html", {"person": None, "shelves": _shelves()})


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_page(request: StaffRequest, participant: UUID, page: str) -> HttpResponse:
    """One page to take home, in the umbrella's name."""
    opened(request.actor, participant)
    if page not in RESTS:
        raise Http404
    words = Words()
    told = _page(words, page)
    if not told["lines"]:
        raise Http404
    shown = {
        "title": told["title"],
        "glad": words.say("safety.glad_page"),
        "told": [{"lines": [line.replace("____", BY_HAND)]} for line in told["lines"]],
        "back": reverse("safety:rights", args=[participant]) + f"#{page}",
    }
    thing = gate.OwnThing.CARD
    return own_page(request, participant, thing, "print_rights", "safety/print_page.html", shown)


@staff(Can.CHANGE_RECORD)
@require_POST
def talk(request: StaffRequest, participant: UUID, page: str) -> HttpResponse:
    """We talked about this page today."""
    opened(request.actor, participant)
    if page not in RESTS:
        raise Http404
    named = reference(request.POST.get("once")) or uuid4()
    kept = actions.talk_about_page(by=request.actor, participant=participant, talked=named, page=page)
    say(
        request,
        _("Saved that you talked about it today."),
        undo_url=reverse("safety:remove_talked", args=[participant, kept.pk]),
    )
    return redirect(_home(kept))


def _home(row: TalkedAbout) -> str:
    return reverse("safety:rights", args=[row.participant_id]) + f"#{row.page}"


remove, restore = undo_pair(
    Can.CHANGE_RECORD,
    (actions.remove_talked, actions.restore_talked),
    lambda request, participant, talked: queries.talked_named(participant, talked),
    _home,
    "safety:restore_talked",
)
