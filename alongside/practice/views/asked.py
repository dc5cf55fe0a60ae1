"""What an address says: whom a card was opened with, and in which language it is read."""

from contextlib import suppress
from urllib.parse import urlsplit
from uuid import UUID

from django.utils import translation
from django.utils.http import urlencode

from alongside.access.doors import StaffRequest


def language_here() -> str:
    """The language somebody reads in."""
    return (translation.get_language() or "en")[:2]


def asked_about(request: StaffRequest) -> UUID | None:
    """Whom a card was opened with, if the address says."""
    with suppress(ValueError):
        return UUID(request.POST.get("with") or request.GET.get("with", ""))
    return None


def came_from(request: StaffRequest) -> str:
    """The page of this house that the cards lie over, so that asking for a debrief leads back to it."""
    came = urlsplit(request.headers.get("Referer", ""))
    fits = came.netloc == request.get_host() and came.path.startswith("/") and not came.path.startswith("//")
    return (came.path + (f"?{came.query}" if came.query else "")) if fits else "/"


def about_of(participant: UUID | None) -> str:
    """What an address carries on, so that the next page knows whom it is about."""
    return f"?{urlencode({'with': str(participant)})}" if participant else ""
