"""What stands around every page: names, navigation, who is on call, the demo's banner."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.agency import queries as agency


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _frame(request: HttpRequest) -> dict[str, Any]:
    actor: Actor | None = getattr(request, "actor", None)
    ours = agency.agency(actor)
    language = translation.get_language()
    shown: dict[str, Any] = {
        "umbrella": ours.umbrella_name,
        "brand": ours.short_name,
        "demo": settings.MODE == "demo",
        "clock_banner": clock.now() if clock.is_set() else None,
        "languages": [
            {"code": code, "name": translation.get_language_info(code)["name_local"], "current": code == language}
            for code, _name in settings.LANGUAGES
        ],
        "language_url": reverse("access:language"),
    }
    if actor is not None and getattr(request, "has_second_factor", False):
        shown |= _staff_frame(request, actor)
    return shown


def _staff_frame(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    from alongside.workforce import queries as workforce

    places = [
        (_("Today"), "desk:today", True),
        (_("People"), "desk:people", actor.may(Can.SEE_PEOPLE)),
        (_("Program"), "desk:program", actor.may(Can.SEE_ACTIVITY) or actor.may(Can.SET_UP_AGENCY)),
    ]
    return {
        "nav": [
            {"label": label, "url": _address(name), "current": request.path.startswith(_address(name) or "-")}
            for label, name, shown in places
            if shown and _address(name)
        ],
        "search_url": _address("desk:search") if actor.may(Can.SEE_PEOPLE) else "",
        "note_url": _address("connection:note") if actor.may(Can.LOG_CONTACT) else "",
        "on_call": workforce.on_call_line(actor),
        "on_call_url": _address("workforce:on_call"),
        "in_it_now_url": "",
        "me": actor.name,
        "menu": [
            {"label": _("Second factor and passkeys"), "url": _address("mfa_index"), "post": False},
            {"label": _("Where I am signed in"), "url": _address("usersessions_list"), "post": False},
            {"label": _("Change my password"), "url": _address("account_change_password"), "post": False},
            {"label": _("Sign out"), "url": _address("account_logout"), "post": True},
        ],
        "lock_url": reverse("access:lock"),
        "draft_url": _address("drafts:keep"),
        "idle_seconds": settings.IDLE_SECONDS,
        "theme": "",
    }
