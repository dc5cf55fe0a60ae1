"""Wording to look at: the survivor adviser's page. It asks about nobody's case and opens none."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.actions import stamp_wording
from alongside.agency.reviewing import everything, stamps
from alongside.agency.words import sections
from alongside.ui.undo import say


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
        if seen is None:
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
    waiting = [row for row in rows if row["reviewed"] is None]
    shown = {
        "rooms": rooms,
        "room": room,
        "language": language,
        "languages": settings.LANGUAGES,
        "next": waiting[0] if waiting else None,
        "others": waiting[1:],
        "done": [row for row in rows if row["reviewed"] is not None],
    }
    return render(request, "desk/wording.html", shown)
