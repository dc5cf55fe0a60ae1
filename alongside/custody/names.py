"""Names that a file of an earlier version has for what is called otherwise now. See data/names_of_version_1.toml."""

from collections.abc import Iterable, Iterator
from typing import Any

from alongside.keeping.data_files import entries


def renamed(told: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The lines of a file of version 1, as version 2 writes them."""
    names = entries("custody", "names_of_version_1", dict[str, str])
    for each in told:
        new = names.get(each.get("table", ""), {})
        if new:
            each["table"] = new.get("*", each["table"])
            each["row"] = {
                new.get(name, name): _inside(name, value, new) for name, value in each["row"].items()
            }
        yield each


def _inside(column: str, value: Any, new: dict[str, str]) -> Any:
    """A code, or the names within what a column holds."""
    if isinstance(value, dict):
        return {new.get(f"{column}.{name}", name): inner for name, inner in value.items()}
    return new.get(f"{column}.{value}", value) if isinstance(value, str) else value
