"""A paper stands in one language whole: the one that was asked for, else the one of the page it was asked from."""

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation

ASKED = "language"


def asked_language(request: HttpRequest, else_: str = "") -> str:
    """The language asked for in the address, where we have it; else this one, else the page's own."""
    known = dict(settings.LANGUAGES)
    for language in (request.GET.get(ASKED, ""), else_, translation.get_language() or ""):
        if language in known:
            return language
    return settings.LANGUAGE_CODE
