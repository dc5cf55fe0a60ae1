"""What stands around a page, each name with what it is where a door has nothing to say."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from alongside import clock

NOTHING: dict[str, Any] = {
    **{"umbrella": "", "brand": "", "partner": "", "for_partners": False, "hotline": "", "hotline_hours": ""},
    **{"demo": False, "clock_banner": None, "tour": False, "theme": "", "languages": [], "language_url": ""},
    **{"nav": [], "menu": [], "me": "", "owner": "", "on_call": "", "on_call_url": ""},
    **{
        "search_url": "",
        "find_key": True,
        "note_url": "",
        "call_url": "",
        "visit_url": "",
        "in_it_now_url": "",
        "what_next_url": "",
    },
    **{"lock_url": "", "draft_url": "", "guard_url": "", "idle_seconds": ""},
    # Whom the page is about: their head with its tabs, what a heading says after its words, anybody's alias.
    **{"head": "", "of": "", "reads": (), "called": lambda _participant: ""},
    # Asked only by a page that shows them.
    **{"also": list, "pause": lambda: None},
}


def framed(shown: dict[str, Any]) -> dict[str, Any]:
    """A frame with every name in it, so that a page may ask for each."""
    if unknown := shown.keys() - NOTHING.keys():
        raise KeyError(f"a page does not know {', '.join(sorted(unknown))}")
    return NOTHING | _of_every_door() | shown


def _of_every_door() -> dict[str, Any]:
    current = translation.get_language()
    languages = {
        code: translation.get_language_info(code)["name_local"] for code, _name in settings.LANGUAGES
    }
    return {
        "demo": settings.MODE == "demo",
        "clock_banner": clock.now() if clock.is_set() else None,
        "languages": [
            {"code": code, "name": name, "current": code == current} for code, name in languages.items()
        ],
        "language_url": reverse("access:language"),
    }


def token_of_forms(request: HttpRequest) -> dict[str, Any]:
    """The field that every form of a page carries, made once a page and only if it has a form."""
    return {"csrf_input": SimpleLazyObject(lambda: csrf_input(request))}
