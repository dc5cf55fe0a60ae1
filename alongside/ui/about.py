"""Whom a page is about: its address says it, or else its view does, once, for all that stands around the page."""

from uuid import UUID

from django.http import HttpRequest


def is_about(request: HttpRequest, participant: UUID | None) -> None:
    """Say whom a page is about whose address names something else, as a note or a meeting."""
    request.about = participant  # type: ignore[attr-defined]


def about(request: HttpRequest) -> UUID | None:
    """The participant a page is about, whether or not the record is open to whoever looks."""
    match = getattr(request, "resolver_match", None)
    named = getattr(request, "about", None) or (match and match.kwargs.get("participant"))
    return named if isinstance(named, UUID) else None
