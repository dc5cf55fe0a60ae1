"""What our Jinja2 pages may call: the filters of every room, addresses, files, languages, and nothing else.

The filters are those of `templatetags/`, so that a page looks alike in whichever of the two languages it is written.
"""

from typing import Any

from django.template import defaultfilters
from django.template.backends.django import get_installed_libraries
from django.template.library import import_library
from django.templatetags.static import static
from django.utils import translation
from jinja2 import ChainableUndefined, Environment
from markupsafe import Markup

from alongside.ui.addresses import url
from alongside.ui.dates import fitted
from alongside.ui.undo import way_back, way_on


def say(message: str, /, **values: Any) -> str:
    """A sentence in the language of the page, with its values escaped; as everywhere, %% stands for %."""
    return _filled(translation.gettext(message), values)


def _filled(sentence: str, values: dict[str, Any]) -> str:
    said = Markup(sentence)  # noqa: S704 - sentences are ours, and values are escaped
    return said % fitted(sentence, values) if values or "%" in said else said


def _counted(one: str, many: str, number: int, /, **values: Any) -> str:
    return _filled(translation.ngettext(one, many, number), values | {"num": number})


def _in_context(context: str, message: str, /, **values: Any) -> str:
    return _filled(translation.pgettext(context, message), values)


def _counted_in_context(context: str, one: str, many: str, number: int, /, **values: Any) -> str:
    return _filled(translation.npgettext(context, one, many, number), values | {"num": number})


def _filters() -> dict[str, Any]:
    found: dict[str, Any] = {
        "truncatechars": defaultfilters.truncatechars,
        "truncatewords": defaultfilters.truncatewords,
    }
    for path in get_installed_libraries().values():
        if path.startswith("alongside."):
            found |= import_library(path).filters
    return found


class Pages(Environment):
    """A name that nobody gave is a fault; what somebody who told nothing has told is empty, as blanks are."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if obj is None:
            return ChainableUndefined(name=attribute)
        if type(obj) is dict and attribute in obj:  # before its methods: no exception for each word of a row
            return obj[attribute]
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return ChainableUndefined(name=str(argument)) if obj is None else super().getitem(obj, argument)


def environment(**options: Any) -> Environment:
    """The one environment in which our pages are rendered, and read for their sentences."""
    made = Pages(**options)
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
        "_": say,
        "gettext": say,
        "ngettext": _counted,
        "pgettext": _in_context,
        "npgettext": _counted_in_context,
        "url": url,
        "static": static,
        "language_of_page": translation.get_language,
        "from_the_right": translation.get_language_bidi,
        "way_back": way_back,
        "way_on": way_on,
    }
    return made
