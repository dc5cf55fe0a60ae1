"""A word after an act, with the way back beside it."""

from django.contrib import messages
from django.http import HttpRequest

_MARK = "undo="


def say(request: HttpRequest, sentence: str, *, undo_url: str = "") -> None:
    """Say on the next page what was done, and offer to take it back; holds no word of a participant."""
    messages.success(request, sentence, extra_tags=f"{_MARK}{undo_url}" if undo_url else "")


def way_back(message: object) -> str:
    """Read where the Undo of a message leads; only a path of this house counts."""
    tags = str(getattr(message, "extra_tags", "") or "")
    path = tags.removeprefix(_MARK) if tags.startswith(_MARK) else ""
    return path if path.startswith("/") and not path.startswith("//") else ""
