"""The language a page is in, and which wording of the agency's to take for it."""

from collections.abc import Mapping
from typing import TypeVar

from django.utils import translation

T = TypeVar("T")


def page_language() -> str:
    """The language of the page, as wordings name it."""
    return (translation.get_language() or "en")[:2]


def wording_in(language: str, wordings: Mapping[str, T]) -> T:
    """The wording in a language, else in English, else in any there is."""
    return wordings.get(language) or wordings.get("en") or next(iter(wordings.values()))


def names_of(languages: frozenset[str]) -> list[tuple[str, str]]:
    """Languages with their own names for themselves."""
    named = []
    for code in sorted(languages):
        try:
            named.append((code, translation.get_language_info(code)["name_local"]))
        except KeyError:
            named.append((code, code))
    return named
