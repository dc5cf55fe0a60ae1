"""A paper stands in one language whole: the one that was asked for, else the one of the page it was asked from."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

ASKED = "language"


def asked_language(request: HttpRequest, else_: str = "") -> str:
    """The language asked for in the address, where we have it; else this one, else the page's own."""
    known = dict(settings.LANGUAGES)
    for language in (request.GET.get(ASKED, ""), else_, translation.get_language() or ""):
        if language in known:
            return language
    return settings.LANGUAGE_CODE


def in_language_asked(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Every label, phrase and day of this page in the language that `?language=` asks for."""

    @wraps(view)
    def turned(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with translation.override(asked_language(request)):
            return view(request, *args, **kwargs)

    return turned
