"""A form that arrives twice is done once, whatever sent it twice: a double click, a lost line, the way Back.

A page that waits for the answer (`send.js`) says so with `X-Sent-Ahead`: then a redirect is told as an address to go
to, so that the page is left when its words were taken and not before. Where the answer is a page, nothing was done yet:
the browser sends the form by the plain way.
"""

from collections.abc import Callable
from contextlib import nullcontext, suppress
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from alongside import trail
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.drafts.actions import keep_where_it_led
from alongside.drafts.queries import sent_before
from alongside.ui.held import hold

REDIRECTS = (301, 302, 303, 307)
LONGEST = 500
HALF = 32  # of a mark: which address; then what was sent to it


class SentOnceMiddleware:
    """Leads a form that was taken before where it led; remembers where a form that is taken leads."""

    def __init__(self, get_response: Callable[[Any], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponse:
        request.named = None
        ahead = request.headers.get("X-Sent-Ahead")
        with transaction.atomic() if ahead else nullcontext():
            response = self.get_response(request)
            where = _leads_to(response)
            if ahead and not where and response.status_code < 500:
                # A page comes by the plain way, and what it does is done then: of this sending nothing is shown and
                # nothing stays but that somebody was turned away.
                transaction.set_rollback(True)
                trail.keep_only_turned_away()
                response = HttpResponse(status=204)
        if request.named and where:
            once, mark = request.named
            keep_where_it_led(by=request.actor, once=once, led_to=where, mark=mark)
        if where and request.headers.get("X-Sent-Ahead"):
            told = HttpResponse(status=204, headers={"X-Go-To": where})
            told.cookies = response.cookies
            return told
        return response

    def process_view(self, request: Any, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        once = _name_of(request)
        if once is None:
            return None
        mark = _mark(request)
        one_at_a_time(f"{request.actor.id}|{once}")
        before = sent_before(request.actor, once)
        if before is None or before.mark[:HALF] != mark[:HALF]:
            request.named = (once, mark)
            return None
        if before.mark == mark:
            return redirect(before.led_to)
        if _sees_for_itself(request):
            return None
        return hold(
            request,
            _("This form was saved a moment ago, and you have changed it since."),
            _("What you wrote is here. Send it again to save it as well."),
            anew=True,
        )


def _name_of(request: Any) -> UUID | None:
    fits = settings.DOOR == "desk" and request.method == "POST" and request.actor is not None
    if fits and request.actor.may(Can.WORK_HERE) and not request.session.get("locked"):
        with suppress(ValueError):
            return UUID(request.POST.get("once", ""))
    return None


def _sees_for_itself(request: Any) -> bool:
    """Whether the form says what stood before the writer's eyes, so that its view sees what changed meanwhile."""
    return bool(request.POST.get("version")) or any(name.endswith("-was") for name in request.POST)


def _mark(request: Any) -> str:
    told = [(name, values) for name, values in sorted(request.POST.lists()) if name != "csrfmiddlewaretoken"]
    sent = repr(told).replace("\\r\\n", "\\n")  # a script sends line ends otherwise than a form does
    return "".join(salted_hmac("drafts.sent_once", each).hexdigest()[:HALF] for each in (request.path, sent))


def _leads_to(response: HttpResponse) -> str:
    """The address of ours that an answer leads to."""
    where = str(response.headers.get("Location", ""))
    parts = urlsplit(where)
    is_ours = response.status_code in REDIRECTS and not parts.scheme and not parts.netloc
    return where if is_ours and where.startswith("/") and len(where) <= LONGEST else ""
