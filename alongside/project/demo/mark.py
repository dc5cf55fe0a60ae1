"""The mark that the demo leaves in the folder it was loaded into, for each door; made with a key of that folder, so
that it counts in no other. It is read before Django is."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from pathlib import Path

NAME = "demo-loaded.json"


def _of(door: str, key: str) -> str:
    return hmac.new(key.encode(), f"the demo was loaded here|{door}".encode(), hashlib.sha256).hexdigest()


def leave(data: Path, keys: Mapping[str, str]) -> None:
    """Mark this folder, for each door with its own key."""
    (data / NAME).write_text(json.dumps({door: _of(door, key) for door, key in keys.items()}))


def fits(data: Path, door: str, key: str) -> bool:
    """Whether the demo was loaded into this folder."""
    try:
        told = json.loads((data / NAME).read_text())
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and hmac.compare_digest(str(told.get(door, "")), _of(door, key))
