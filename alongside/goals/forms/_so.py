"""What the fields of a goal sheet are called, and what counts of a draft of one."""

import re
from collections.abc import Mapping
from typing import Any

from alongside.goals import rules

NAME = re.compile(
    r"(?P<kind>[gsc])-(?P<key>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})-(?P<part>[a-z]+)"
)
PARTS = {
    "g": ("words", "horizon", "barriers", "tried"),
    "s": ("words", "on"),
    "c": ("words", "on"),
}


def keys_in(given: Mapping[str, Any]) -> dict[str, list[str]]:
    """The references named in what was sent or begun, in their order."""
    found: dict[str, dict[str, None]] = {"g": {}, "s": {}, "c": {}}
    for name in given:
        match = NAME.fullmatch(name)
        if match:
            found[match["kind"]][match["key"]] = None
    return {kind: list(keys) for kind, keys in found.items()}


def _even(words: Any) -> str:
    said = str(words or "").replace("\r\n", "\n")
    return said if said.strip() else ""


def touched_only(initial: dict[str, Any]) -> dict[str, Any]:
    """Of a draft, keep what was changed in it: what merely stood there may have moved on since, and so may blanks."""
    found = keys_in(initial)
    for kind, key in [(each, key) for each in "scg" for key in found[each]]:
        names = [f"{kind}-{key}-{part}" for part in PARTS[kind]]
        words = [_even(initial.get(name)) for name in names]
        was = initial.get(f"{kind}-{key}-was", "")
        is_home = kind == "g" and key in {initial.get(f"s-{step}-goal") for step in found["s"]}
        if was == rules.fingerprint(words) or not (was or any(words) or is_home):
            for name in (*names, f"{kind}-{key}-was", f"{kind}-{key}-goal", f"{kind}-{key}-who"):
                initial.pop(name, None)
    if initial.get("fits_was") == rules.fingerprint([_even(initial.get("fits_around"))]):
        initial.pop("fits_was", None)
        initial.pop("fits_around", None)
    return initial
