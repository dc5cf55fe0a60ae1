"""What the rooms above want to know with the account of every request: it comes in the same query.

A room registers itself when it is made ready. `columns` are fetched beside the account, `follow` is told the
account (None while nobody is signed in), `without` names abilities that the agency does not use, `closed` gives the
answer of an address that it does not use either, and `off` says whether a name belongs to such a part.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models.expressions import Combinable
from django.http import HttpRequest, HttpResponse

from alongside.access.roles import Can


@dataclass(frozen=True)
class Beside:
    """One room's wishes."""

    columns: Callable[[], dict[str, Combinable]]
    follow: Callable[[Any], None]
    without: Callable[[Any], frozenset[Can]]
    closed: Callable[[HttpRequest, str], HttpResponse | None]
    off: Callable[[str], bool]


_registered: dict[str, Beside] = {}


def register(room: str, wishes: Beside) -> None:
    """Let a room know with every account what it asked for."""
    _registered[room] = wishes


def columns() -> dict[str, Combinable]:
    """Everything that is fetched beside an account."""
    return {name: column for each in _registered.values() for name, column in each.columns().items()}


def follow(account: Any) -> None:
    """Tell every room who is signed in in this request, or nobody."""
    for each in _registered.values():
        each.follow(account)


def without(account: Any) -> frozenset[Can]:
    """Abilities that the agency does not use."""
    return frozenset().union(*(each.without(account) for each in _registered.values()))


def off(name: str) -> bool:
    """Whether what is called so belongs to a part that the agency does not use."""
    return any(each.off(name) for each in _registered.values())


def closed(request: HttpRequest, name: str) -> HttpResponse | None:
    """The answer of an address that the agency does not use, if this is one."""
    for each in _registered.values():
        answer = each.closed(request, name)
        if answer is not None:
            return answer
    return None
