"""Data out of `.toml` files, in the folder `data` of each room. Needs no database.

What a room begins with, and what a form, a law or a standard fixes. Every file says in `[about]` where it comes from:
its `source`, and `version` and `licence` where that is somebody else's. Every other table is an entry, by its key and
in its order. Sentences of the interface are not kept here: they are translated where the code says them.
"""

import tomllib
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

ROOMS = Path(__file__).parents[1]
ABOUT = frozenset({"source", "version", "licence"})
Shape = TypeVar("Shape")


class NotAsAgreed(ValueError):
    """A data file does not have the shape its room reads."""


def entries(room: str, name: str, shape: type[Shape]) -> dict[str, Shape]:
    """The entries of one file in a room's folder `data`, each in this shape; raises NotAsAgreed.

    A shape is a text, a number or a truth, a tuple or mapping of a shape, or a dataclass.
    """
    source = ROOMS / room / "data" / f"{name}.toml"
    try:
        told = tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise NotAsAgreed(f"{source.name}: {error}") from error
    about = told.pop("about", {})
    if not about.get("source") or about.keys() - ABOUT:
        raise NotAsAgreed(f"{source.name}: [about] tells a source, and else only a version and a licence")
    return {key: _in_shape(value, shape, f"{source.name}: {key}") for key, value in told.items()}


def _in_shape(value: Any, shape: Any, where: str) -> Any:
    of, inner = get_origin(shape), get_args(shape)
    if is_dataclass(shape) and isinstance(value, dict):
        return _row(value, shape, where)
    if of is dict and isinstance(value, dict):
        return {key: _in_shape(each, inner[1], f"{where}.{key}") for key, each in value.items()}
    if of is tuple and isinstance(value, list):
        return tuple(_in_shape(each, inner[0], where) for each in value)
    if shape is not type(value):
        raise NotAsAgreed(f"{where}: {value!r} is not what belongs here")
    return value


def _row(value: dict[str, Any], shape: Any, where: str) -> Any:
    kinds = get_type_hints(shape)
    needed = {each.name for each in fields(shape) if each.default is each.default_factory is MISSING}
    if unlike := sorted((needed - value.keys()) | (value.keys() - kinds.keys())):
        raise NotAsAgreed(f"{where}: missing or unknown: {', '.join(unlike)}")
    return shape(**{name: _in_shape(each, kinds[name], f"{where}.{name}") for name, each in value.items()})
