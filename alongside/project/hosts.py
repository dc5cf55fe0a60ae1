"""An address that is not this door's. On this machine alone it leads to the right one; elsewhere it is told nothing."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.template.loader import get_template
from django.utils import translation

from alongside.project.environment import is_loopback

Answer = Callable[[HttpRequest], HttpResponse]


class HostMiddleware:
    """Lets in whoever asked for an address of this door."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            return _elsewhere(request)
        return self.get_response(request)


def from_this_machine(request: HttpRequest) -> bool:
    """Whether nobody but this machine reaches this process: as it was told, as its socket says, and past no proxy."""
    asked = request.META
    passed_on = any(name in asked for name in ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_VIA"))
    here = is_loopback(asked.get("SERVER_NAME", "")) and is_loopback(asked.get("REMOTE_ADDR", ""))
    return settings.ON_THIS_MACHINE and here and not passed_on


def _elsewhere(request: HttpRequest) -> HttpResponse:
    """Its own address and never another door's; the path is not carried along, as it may name somebody."""
    if request.method not in ("GET", "HEAD") or not from_this_machine(request):
        return HttpResponse("This address is not right.\n", status=400, content_type="text/plain")
    asked, _port = split_domain_port(request.META.get("HTTP_HOST", ""))
    own = f"{settings.ORIGIN}/"
    with translation.override(translation.get_language_from_request(request)):
        page = get_template("other_address.html").render({"own": own, "shown": urlsplit(own).netloc})
    if not is_loopback(asked):
        return HttpResponse(page, status=400)
    # What people type on this machine: its name, its number, the name of another door. They are there at once.
    answer = HttpResponse(page, status=307)
    answer["Location"] = own
    return answer
