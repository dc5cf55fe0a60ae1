"""Giving words back when a form could not be taken as it was sent.

A page that was open for hours, a lock that closed meanwhile, a sign-in that ended: whatever the cause, every
word that arrived is shown again with one button to send it once more. Passwords and codes are never shown.
Nothing is kept here: the words travel from the request to the answer and nowhere else.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.backends.utils import csrf_input
from django.template.loader import get_template
from django.utils.functional import Promise
from django.utils.translation import gettext as _

PREFIX = "held-"
NEVER_SHOWN = {
    "csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "otp", "code", "secret",
    "token", "credential", "held_action", "next",
}  # fmt: skip
MECHANICS = {"once", "draft", "version"}


@dataclass(frozen=True)
class HeldField:
    """One answer that arrived: its name, its words, and how it is shown."""

    name: str
    value: str
    long: bool
    hidden: bool

    @property
    def label(self) -> str:
        """The name of the field as a person may read it."""
        return self.name.rsplit("-", 1)[-1].replace("_", " ").capitalize()


def _field(name: str, value: str) -> HeldField:
    long = "\n" in value or len(value) > 60
    last = name.rsplit("-", 1)[-1]
    return HeldField(name, value, long, hidden=last in MECHANICS or value == "")


def _never(name: str) -> bool:
    last = name.rsplit("-", 1)[-1].lower()
    return name.lower() in NEVER_SHOWN or last in NEVER_SHOWN or "password" in last


def came_from_here(request: HttpRequest) -> bool:
    """Whether the form was one of our own pages; words of another site are never given back as ours."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in ("same-origin", "none")
    origin = request.headers.get("Origin") or request.headers.get("Referer")
    return not origin or urlsplit(origin).netloc == request.get_host()


def _sent(request: HttpRequest) -> Iterator[HeldField]:
    if not came_from_here(request):
        return
    for name, values in request.POST.lists():
        if name.startswith(PREFIX) or _never(name):
            continue
        for value in values:
            yield _field(name, str(value))


def _carried(request: HttpRequest) -> Iterator[HeldField]:
    if not came_from_here(request):
        return
    for name, values in request.POST.lists():
        if name.startswith(PREFIX) and not _never(name.removeprefix(PREFIX)):
            for value in values:
                yield _field(name.removeprefix(PREFIX), str(value))


def _own_path(path: str) -> str:
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else ""


def hold(
    request: HttpRequest,
    why: str | Promise,
    what_to_do: str | Promise,
    status: int = 409,
    *,
    anew: bool = False,
    again: bool = True,
) -> HttpResponse:
    """Show every word a form brought, why it was not taken, what to do, and a button to send it again.

    `anew` lets the next sending be another one, where its name was taken. Without `again` there is no button,
    where the same would be refused in the same way.
    """
    context = {
        "again": again,
        "why": why,
        "what_to_do": what_to_do,
        "action": request.get_full_path(),
        "fields": [each for each in _sent(request) if not (anew and each.name.rsplit("-", 1)[-1] == "once")],
    }
    return render(request, "ui/held.html", context, status=status)


def locked(request: HttpRequest, *, open_url: str, next_url: str = "", wrong: str = "") -> HttpResponse:
    """Ask for the password again; words that were on their way are shown and wait here meanwhile."""
    carried = list(_carried(request))
    action = _own_path(request.POST.get("held_action", "")) if carried else ""
    if not carried and request.method == "POST" and request.path != open_url:
        carried = list(_sent(request))
        action = request.get_full_path() if carried else ""
    context = {
        "open_url": open_url,
        "next": _own_path(next_url or request.POST.get("next", "")),
        "wrong": wrong,
        "held_action": action,
        "held_prefix": PREFIX,
        "fields": carried,
    }
    return render(request, "ui/locked.html", context, status=423)


def words_waiting(request: HttpRequest) -> HttpResponse | None:
    """After unlocking: the page that sends the waiting words on, or None when none were waiting."""
    fields = list(_carried(request))
    action = _own_path(request.POST.get("held_action", ""))
    if not fields or not action:
        return None
    context = {
        "why": _("You are back."),
        "what_to_do": _("These words waited for you. Send them on when you are ready."),
        "action": action,
        "again": True,
        "fields": fields,
    }
    return render(request, "ui/held.html", context)


def too_much(request: HttpRequest) -> HttpResponse:
    """A form brought more than one page can take: its words are shown, to be sent in parts."""
    return hold(
        request,
        _("This is more than one page can take, so nothing of it was kept."),
        _("Your words are here. Copy them, go back to the page, and send them in two or three parts."),
        status=413,
        again=False,
    )


def went_wrong(request: HttpRequest) -> HttpResponse:
    """A page failed: every word that was sent is given back. Nothing here asks the database for anything."""
    context: dict[str, Any] = {"fields": [], "action": request.get_full_path(), "csrf_input": ""}
    with suppress(Exception):  # whatever broke the page must not break this one too
        context["fields"] = list(_sent(request))
        context["csrf_input"] = csrf_input(request)
    return HttpResponse(get_template("500.html").render(context), status=500)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What arrived could not be read at all, or is far more than anybody types."""
    far_too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    context = {"far_too_much": far_too_much}
    return render(request, "400.html", context, status=413 if far_too_much else 400)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django names it
    """A page that was open too long, or before signing in again: give every word back."""
    return hold(
        request,
        _("This page had been open for a long time, so it could not be sent as it was."),
        _("Nothing is lost. Look it over and send it again."),
        status=403,
    )
