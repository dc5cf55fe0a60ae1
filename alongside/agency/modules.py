"""Parts of the house that an agency may leave off. What was kept in one stays; its addresses answer a kind 404.

A room that can be left off says so in its `modules.py` as `MODULES = [Module(...)]`.
"""

from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from alongside.access.given import Module
from alongside.access.roles import Can
from alongside.access.room import rooms

MODULES: tuple[Module, ...] = ()  # this room itself is never left off
_off: ContextVar[frozenset[str]] = ContextVar("features_off", default=frozenset())


def _names(patterns: Any, space: str = "") -> set[str]:
    found: set[str] = set()
    for each in patterns:
        if isinstance(each, URLPattern):
            found.add(f"{space}:{each.name}" if space else str(each.name))
        else:
            found |= _names(each.url_patterns, each.namespace or space)
    return found


@lru_cache(maxsize=1)
def modules() -> dict[str, Module]:
    """Every part that can be left off and has an address."""
    named = _names(get_resolver().url_patterns)
    return {
        each.key: each
        for room in rooms()
        for each in room.modules or ()
        if any(name.startswith(each.addresses) for name in named)
    }


def follow(off: list[str] | None) -> None:
    """From now on in this request these parts are left off."""
    _off.set(frozenset(off or ()))


def without(off: list[str] | None) -> frozenset[Can]:
    """What nobody may do while these parts are left off."""
    return frozenset().union(*(modules()[key].abilities for key in off or () if key in modules()))


def is_off(name: str) -> bool:
    """Whether an address, or a job called like one, belongs to a part that is left off in this request."""
    off = _off.get()
    return bool(off) and any(name.startswith(modules()[key].addresses) for key in off if key in modules())


def where(name: str, *parts: object) -> str:
    """An address of another room, or nothing where that room is not there or left off."""
    try:
        return "" if is_off(name) else reverse(name, args=parts)
    except NoReverseMatch:
        return ""


def closed(request: HttpRequest, name: str) -> HttpResponse | None:
    """The answer of an address that is left off."""
    return render(request, "agency/left_off.html", status=404) if is_off(name) else None
