"""A known device: a browser from which an account came in. It is forgotten when the browser is closed.

Its cookie opens nothing and names nobody: a random number, and a hash over it and the account that only the door's key
can make. It says no more than that whoever brings it may try again while a stranger hammers at the same name.
"""

import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare, salted_hmac


def _cookie() -> str:
    return f"{settings.DOOR}_device"


def _mark(number: str, name: str) -> str:
    said = f"{settings.DOOR}|{number}|{name.strip().lower()}"
    return f"{number}.{salted_hmac('known device', said, algorithm='sha256').hexdigest()}"


def known(request: HttpRequest, name: str) -> str:
    """The number of this device, if this account came in from it; else nothing."""
    told = request.COOKIES.get(_cookie(), "")
    number = told.partition(".")[0]
    return number if number and constant_time_compare(told, _mark(number, name)) else ""


def remember(response: HttpResponse, name: str) -> None:
    """Let this browser be known to this account until it is closed."""
    response.set_cookie(
        _cookie(),
        _mark(secrets.token_hex(16), name),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
