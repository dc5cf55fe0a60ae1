"""The set-up of an agency in one file: its words, questions, cards, services and modules. Nobody is in it.

A room offers its part in its `set_up_file.py`: `give(actor)`, which makes something JSON can hold, and
`take(by, part)`, which puts such a part in place and raises `Unreadable` for anything else.
"""

from collections.abc import Mapping
from typing import Any

from alongside.access.given import SetUpFile
from alongside.access.room import rooms

MARK, VERSION = "alongside set-up", 1
MOST_ROWS = 2000


class Unreadable(ValueError):
    """A file is not what such a file looks like."""


def parts() -> dict[str, SetUpFile]:
    """Every room that has a part in the file."""
    return {room.label: room.set_up_file for room in rooms() if room.set_up_file}


def rows(thing: Any, later: Mapping[str, Any] | None = None, /, **shape: Any) -> list[dict[str, Any]]:
    """A list of entries, each with just these fields: a type, or how long a text may be. What came `later` may be
    absent, as in a file from before, and is then as said there."""
    if not isinstance(thing, list) or len(thing) > MOST_ROWS:
        raise Unreadable
    return [entry(each, later, **shape) for each in thing]


def entry(thing: Any, later: Mapping[str, Any] | None = None, /, **shape: Any) -> dict[str, Any]:
    """One entry with just these fields; what came `later` may be absent."""
    if isinstance(thing, dict):
        thing = {**(later or {}), **thing}
    if not isinstance(thing, dict) or set(thing) != set(shape):
        raise Unreadable
    for name, kind in shape.items():
        value = thing[name]
        if isinstance(kind, int):
            fits = _is_text(value, kind)
        elif kind is int:
            fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 32000
        else:
            fits = isinstance(value, kind)
        if not fits:
            raise Unreadable
    return thing


def _is_text(thing: Any, longest: int) -> bool:
    """Text that a database keeps: no zeros, no halves of letters."""
    if not isinstance(thing, str) or len(thing) > longest or "\x00" in thing:
        return False
    return not any("\ud800" <= sign <= "\udfff" for sign in thing)


def by_language(thing: Any, **shape: int) -> dict[str, dict[str, Any]]:
    """Entries by language code."""
    if not isinstance(thing, dict) or any(
        len(language) < 2 or not _is_text(language, 10) for language in thing
    ):
        raise Unreadable
    return {language: entry(each, **shape) for language, each in thing.items()}


def texts(thing: Any, longest: int) -> list[str]:
    """A list of short texts."""
    if (
        not isinstance(thing, list)
        or len(thing) > MOST_ROWS
        or not all(_is_text(each, longest) for each in thing)
    ):
        raise Unreadable
    return thing
