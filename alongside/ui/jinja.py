"""What our Jinja2 pages may call: the filters of every room, addresses, files, languages, and nothing else.

The filters are those of `templatetags/`, so that a page looks alike in whichever of the two languages it is written.
"""

from typing import Any

from django.template.backends.django import get_installed_libraries
from django.template.library import import_library
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment

from alongside.ui.undo import way_back


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page."""
    return reverse(name, args=args or None, kwargs=kwargs or None)


def _filters() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in get_installed_libraries().values():
        if path.startswith("alongside."):
            found |= import_library(path).filters
    return found


def environment(**options: Any) -> Environment:
    """The one environment in which our pages are rendered, and read for their sentences."""
    made = Environment(**options)  # noqa: S701 - the settings say autoescape, and a house test tries it
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(  # type: ignore[attr-defined]
        translation.gettext,
        translation.ngettext,
        newstyle=True,
        pgettext=translation.pgettext,
        npgettext=translation.npgettext,
    )
    made.filters |= _filters()
    made.globals |= {
        "url": url,
        "static": static,
        "language": translation.get_language,
        "from_the_right": translation.get_language_bidi,
        "way_back": way_back,
    }
    return made
