"""Papers for somebody's own hands begin in a language of theirs, where we have it; else whoever prints is told before.

Which languages feel good to somebody is said in their own words, and it may name one they would rather not use. So only
the language their words begin with is taken as theirs; whoever prints reads those words beside the choice.
"""

import unicodedata
from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpResponse
from django.utils import translation

from alongside.access.doors import StaffRequest
from alongside.participants import queries
from alongside.ui.in_language import asked_language


def _plain(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in spread if not unicodedata.combining(sign)).strip()


def language_begun_with(words: str) -> str:
    """The language of ours that somebody's words begin with ("español, some English"), or nothing."""
    said = _plain(words)
    for code, name in settings.LANGUAGES:
        info = translation.get_language_info(code)
        for called in (info["name_local"], info["name"], str(name)):
            if said.startswith(_plain(called)):
                return code
    return ""


def in_their_language(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The page in the language asked for, else in theirs, else in the reader's; the request tells what they said."""

    @wraps(view)
    def turned(request: StaffRequest, participant: UUID, *args: Any, **kwargs: Any) -> HttpResponse:
        told = queries.details(participant)
        spoken = told.languages.strip() if told else ""
        theirs = language_begun_with(spoken)
        with translation.override(asked_language(request, theirs)):
            request.spoken = spoken  # type: ignore[attr-defined]
            request.has_theirs = bool(theirs)  # type: ignore[attr-defined]
            return view(request, participant, *args, **kwargs)

    return turned
