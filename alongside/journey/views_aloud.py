"""What to say at a hard moment, and pages to take home: read aloud, or printed with lines to fill in by hand.

Nothing of what is filled in by hand is kept here; that a page was given is.
"""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.queries import agency
from alongside.agency.words import Words, fill_in
from alongside.consent import gate
from alongside.consent import queries as consent
from alongside.consent.handing import own_page
from alongside.journey.aloud import PAPERS, TEXTS
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.ui.dates import dated
from alongside.ui.undo import say


def _lines(words: Words, name: str, known: dict[str, str]) -> list[str]:
    told = (fill_in(line.strip(), known) for line in words.say(f"aloud.{name}").splitlines())
    return [line for line in told if line]


def _ours(words: Words) -> dict[str, str]:
    """What every text may say of us. Who hears a complaint is for the agency to say, and for nobody else."""
    ours = agency()
    number = " · ".join(part for part in (ours.hotline, ours.hotline_hours) if ours.hotline and part)
    return {"number": number, "complain": words.say("aloud.complain")}


def _needs_own(words: Words, name: str) -> bool:
    return name == "rights" and not words.theirs.get("aloud.complain")


@staff(Can.OPEN_RECORD)
@require_safe
def aloud(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Every text, each with its page to take home where one makes sense."""
    person, words = opened(request.actor, participant, "open_aloud"), Words()
    known = _ours(words)
    texts = [
        {
            "name": name,
            "title": words.say(f"aloud.{name}.title"),
            "lines": lines,
            "needs_own": _needs_own(words, name),
            "is_draft": f"aloud.{name}" not in words.theirs,
            "paper": reverse("journey:print_aloud", args=[participant, name]) if name in PAPERS else "",
        }
        for name in TEXTS
        if (lines := _lines(words, name, known))
    ]
    return render(request, "journey/aloud.html", {"person": person, "texts": texts})


def _about(participant: UUID, name: str, of: str) -> dict[str, str]:
    """Who and when, where the page is about something that is written here."""
    try:
        row = UUID(of)
    except ValueError:
        return {}
    if name == "shared":
        went = next((each for each in consent.disclosures(participant) if each.pk == row), None)
        if went is not None and went.exception_id is not None:
            return {"who": str(went.to), "day": dated(went.at)}
    if name == "ends" and (release := consent.release_named(participant, row)) is not None:
        to = release.agency.name if release.agency else release.person
        return {"who": str(to), "day": dated(release.last_day)}
    return {}


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_aloud(request: StaffRequest, participant: UUID, text: str) -> HttpResponse:
    """One text as a page to take home, in the umbrella's name; what we do not know is a line to fill in by hand."""
    opened(request.actor, participant)
    words = Words()
    if text not in PAPERS:
        raise Http404
    known = _ours(words) | _about(participant, text, request.GET.get("of", ""))
    lines = _lines(words, text, known)
    if _needs_own(words, text) or not lines:
        say(request, _("Your agency says first who hears a complaint. Until then nothing is printed."))
        return redirect(reverse("journey:aloud", args=[participant]) + f"#{text}")
    shown: dict[str, Any] = {
        "title": words.say(f"aloud.{text}.title"),
        "told": [{"lines": [line]} for line in lines],
        "back": reverse("journey:aloud", args=[participant]),
    }
    return own_page(
        request, participant, gate.OwnThing.CARD, "print_aloud", "journey/print_welcome.html", shown
    )
