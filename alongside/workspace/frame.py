"""What stands around every page of the partner's door: our outward name, two places, their own account."""

from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.partners.queries import theirs
from alongside.ui import dates
from alongside.ui.frame import framed


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def _frame(request: HttpRequest) -> dict[str, Any]:
    actor: Actor | None = getattr(request, "actor", None)
    named = theirs.names()
    _in_their_form(named)
    shown: dict[str, Any] = {
        "umbrella": named.umbrella,
        "brand": named.short or named.umbrella,
        "partner": named.partner,
        "for_partners": True,
    }
    if actor is not None and getattr(request, "has_second_factor", False):
        shown |= _inside(request, actor)
    return framed(shown)


def _in_their_form(named: theirs.Names) -> None:
    """Days and times of this page are those of the agency whose page it is. The frame is read first on a page."""
    if named.zone:
        timezone.activate(ZoneInfo(named.zone))
    else:
        timezone.deactivate()
    dates.follow(named.order, named.hours)


def _inside(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    places = [
        (_("Shared with us"), reverse("workspace:items")),
        (_("Between our agencies"), reverse("workspace:together")),
    ]
    menu = [
        (_("Second factor and passkeys"), "mfa_index"),
        (_("Where I am signed in"), "access:signed_in"),
        (_("Change my password"), "account_change_password"),
        (_("Sign out"), "account_logout"),
    ]
    return {
        "nav": [{"label": label, "url": url, "current": request.path == url} for label, url in places],
        "menu": [
            {"label": label, "url": reverse(name), "post": name == "account_logout"} for label, name in menu
        ],
        "me": actor.name,
        "owner": str(actor.id),
        "lock_url": reverse("access:lock"),
        "idle_seconds": settings.IDLE_SECONDS,
    }
