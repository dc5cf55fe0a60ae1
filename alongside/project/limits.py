"""What is not taken, with every word given back: more than one page can take, and anything while the disk is full.

A full disk stops PostgreSQL altogether. So a little before, pages can still be read and nothing new is kept; as soon
as there is room again, everything goes on by itself.
"""

import shutil
from collections.abc import Callable
from time import monotonic
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from alongside.ui.held import hold, too_much

Answer = Callable[[HttpRequest], HttpResponse]
UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}
LARGEST_WORDS = (
    4 * 1024 * 1024
)  # 20,000 characters in a script of three bytes each, several times on one form
MOST_FIELDS = 2000
ROOM = 200 * 1024 * 1024  # bytes; below that nothing new is kept
LOOK_EVERY = 5.0  # seconds
# What lets somebody in, out, and cover the screen; little is written by it.
STILL_TAKEN = {
    *("account_login", "mfa_authenticate", "mfa_login_webauthn", "account_logout"),
    *("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"),
    *("access:lock", "access:unlock", "access:language"),
}

_looked = {"at": -LOOK_EVERY, "free": 0.0}


def nearly_full() -> bool:
    """Whether the disk under the database has no room for anything new; looked at every few seconds."""
    if settings.DISK is None:
        return False
    if monotonic() - _looked["at"] >= LOOK_EVERY:
        _looked["at"], _looked["free"] = monotonic(), shutil.disk_usage(settings.DISK).free
    return _looked["free"] < ROOM


def room(request: HttpRequest) -> dict[str, Any]:
    """For the top of every page."""
    return {"nearly_full": nearly_full()}


class LimitsMiddleware:
    """Looks at a form before any page does."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Refuse with the words given back."""
        if request.method not in UNSAFE:
            return None
        if _is_too_much(request):
            return too_much(request)
        if nearly_full() and request.resolver_match.view_name not in STILL_TAKEN:
            return hold(
                request,
                _("The disk of this system is nearly full, so nothing new can be kept just now."),
                _(
                    "Your words are here. Copy them to keep them elsewhere, and tell whoever looks after this "
                    "system. When there is room again, send them once more."
                ),
                status=507,
            )
        return None


def _is_too_much(request: HttpRequest) -> bool:
    sent = [each for _name, values in request.POST.lists() for each in values]
    return len(sent) > MOST_FIELDS or sum(len(str(each).encode()) for each in sent) > LARGEST_WORDS
