"""A word after an act: about whom, with the way back beside it, and where one may like to go on."""

from urllib.parse import quote, unquote
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.utils.functional import Promise

from alongside.ui.about import about

_MARK, _ABOUT, _ON, _CALLED = "undo=", "about=", "on=", "called="


def say(
    request: HttpRequest, sentence: str, *, undo_url: str = "", leads_on: tuple[str, str | Promise] = ("", "")
) -> None:
    """Say on the next page what was done, and offer to take it back; holds no word of a participant.

    Whom it is about is kept as a reference; the page that says it names them. `leads_on` is a page one may like to
    go on to, and what that is called.
    """
    whom = about(request)
    tags = [f"{_ABOUT}{whom}" if whom else "", f"{_MARK}{undo_url}" if undo_url else ""]
    if leads_on[0]:
        tags += [f"{_ON}{leads_on[0]}", f"{_CALLED}{quote(str(leads_on[1]))}"]
    messages.success(request, sentence, extra_tags=" ".join(filter(None, tags)))


def way_back(message: object) -> str:
    """Read where the Undo of a message leads; only a path of this house counts."""
    return _path(_tagged(message, _MARK))


def way_on(message: object) -> tuple[str, str]:
    """Read where one may like to go on to after a message, and what that is called."""
    return _path(_tagged(message, _ON)), unquote(_tagged(message, _CALLED))


def _path(told: str) -> str:
    return told if told.startswith("/") and not told.startswith("//") else ""


def said_about(message: object) -> UUID | None:
    """Read whom a message is about."""
    named = _tagged(message, _ABOUT)
    return UUID(named) if named else None


def _tagged(message: object, mark: str) -> str:
    tags = str(getattr(message, "extra_tags", "") or "").split(" ")
    return next((tag.removeprefix(mark) for tag in tags if tag.startswith(mark)), "")
