"""What stands around every page, as each door has it."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.http import HttpRequest


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of every page of this door."""
    found: dict[str, Any] = import_module(f"alongside.{settings.DOOR}.frame").frame(request)
    return found
