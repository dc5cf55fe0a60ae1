"""A word after an act: about whom, and with the way back beside it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest

from alongside.ui.about import about

_MARK, _ABOUT = "undo=", "about="


def say(request: HttpRequest, sentence: str, *, undo_url: str = "") -> None:
    """Say on the next page what was done, and offer to take it back; holds no word of a participant.

    Whom it is about is kept as a reference; the page that says it names them.
    """
    whom = about(request)
    tags = [f"{_ABOUT}{whom}" if whom else "", f"{_MARK}{undo_url}" if undo_url else ""]
    messages.success(request, sentence, extra_tags=" ".join(filter(None, tags)))


def way_back(message: object) -> str:
    """Read where the Undo of a message leads; only a path of this house counts."""
    path = _tagged(message, _MARK)
    return path if path.startswith("/") and not path.startswith("//") else ""


def said_about(message: object) -> UUID | None:
    """Read whom a message is about."""
    named = _tagged(message, _ABOUT)
    return UUID(named) if named else None


def _tagged(message: object, mark: str) -> str:
    tags = str(getattr(message, "extra_tags", "") or "").split(" ")
    return next((tag.removeprefix(mark) for tag in tags if tag.startswith(mark)), "")
