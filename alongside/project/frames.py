"""What stands around every page, as each door has it."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of every page of this door."""
    found: dict[str, Any] = import_module(f"alongside.{settings.DOOR}.frame").frame(request)
    if settings.DEMO_CARDS:
        from alongside.project.demo import cards

        found["demo_cards"] = SimpleLazyObject(lambda: cards.shown(request))
    return found
