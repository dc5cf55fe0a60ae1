"""Words that survivor advisers look at. A stamp holds for just these words: change them, and it is gone.

A room says in its `wordings.py` what there is to look at, as `to_review(actor)`.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

from alongside.access.actor import Actor
from alongside.agency.queries import reviews


@dataclass(frozen=True)
class ToReview:
    """Some words in one language, and the room they belong to."""

    key: str
    language: str
    room: str
    text: str

    @property
    def fingerprint(self) -> str:
        """Changes whenever the words do."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def everything(actor: Actor) -> list[ToReview]:
    """Everything there is to look at, room by room."""
    found: list[ToReview] = []
    for config in apps.get_app_configs():
        if config.name.startswith("alongside.") and find_spec(f"{config.name}.wordings"):
            found += import_module(f"{config.name}.wordings").to_review(actor)
    return found


def stamps(actor: Actor, these: Iterable[ToReview]) -> dict[tuple[str, str], datetime]:
    """When these very words were looked at, by key and language."""
    asked = list(these)
    seen = reviews(actor, {each.key for each in asked})
    return {
        (each.key, each.language): seen[each.key, each.language, each.fingerprint]
        for each in asked
        if (each.key, each.language, each.fingerprint) in seen
    }
