"""Wording to look at: the survivor adviser's page. It asks about nobody's case and opens none."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.actions import propose_wording, stamp_wording
from alongside.agency.queries import proposed_wordings
from alongside.agency.reviewing import everything, stamps
from alongside.agency.words import sections
from alongside.keeping.rules import reference
from alongside.ui.undo import say

LONGEST = 5000


@staff(Can.REVIEW_WORDING)
@require_http_methods(["GET", "POST"])
def wording(request: StaffRequest) -> HttpResponse:
    """Words that people read, those that nobody has looked at yet first; and the stamp for what was looked at."""
    words = everything()
    rooms = sections({each.room for each in words})
    asked = request.POST if request.method == "POST" else request.GET
    language = asked.get("language", "") or (translation.get_language() or "en")[:2]
    language = language if language in dict(settings.LANGUAGES) else "en"
    room = asked.get("room", "") if asked.get("room", "") in rooms else next(iter(rooms), "")
    if request.method == "POST":
        # The stamp goes on the words the adviser had before their eyes; others came meanwhile, and stay open.
        seen = next(
            (
                each
                for each in words
                if (each.key, each.language) == (request.POST.get("key"), language)
                and each.fingerprint == request.POST.get("fingerprint")
            ),
            None,
        )
        if seen is None and request.POST.get("key") not in {each.key for each in words}:
            raise Http404
        instead = request.POST.get("instead", "").replace("\x00", "").strip()
        if seen is not None and "propose" in request.POST:
            if instead:
                proposal = reference(request.POST.get("once")) or uuid4()
                given = {"key": seen.key, "language": language, "fingerprint": seen.fingerprint}
                propose_wording(by=request.actor, proposal=proposal, words=instead[:LONGEST], **given)
                say(request, _("Your words are saved for whoever changes the wording."))
            else:
                say(request, _("Please write how you would say it. Nothing was changed."))
        elif seen is None:
            say(request, _("These words were changed meanwhile. Please look at the new ones."))
        else:
            stamp_wording(by=request.actor, key=seen.key, language=language, fingerprint=seen.fingerprint)
            say(request, _("Stamped, until somebody changes these words."))
        return redirect(f"{reverse('program:wording')}?room={room}&language={language}")
    here = [each for each in words if each.room == room and each.language == language]
    reviewed = stamps(here)
    rows: list[dict[str, Any]] = [
        {"words": each, "reviewed": reviewed.get((each.key, each.language))} for each in here
    ]
    proposed: dict[tuple[str, str], list[str]] = {}
    for each in proposed_wordings():
        proposed.setdefault((each.key, each.fingerprint), []).append(each.words)
    for row in rows:
        row["once"] = uuid4()
        row["proposed"] = proposed.get((row["words"].key, row["words"].fingerprint), [])
    open_rows = [row for row in rows if row["reviewed"] is None]
    waiting = [row for row in open_rows if not row["proposed"]]
    shown = {
        "rooms": rooms,
        "room": room,
        "language": language,
        "languages": settings.LANGUAGES,
        "next": waiting[0] if waiting else None,
        "others": waiting[1:],
        "proposed": [row for row in open_rows if row["proposed"]],
        "done": [row for row in rows if row["reviewed"] is not None],
    }
    return render(request, "desk/wording.html", shown)
