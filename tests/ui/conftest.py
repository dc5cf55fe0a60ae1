"""The look is tried without any other room: templates see a sample frame, and no database is touched."""

import copy
from typing import Any

import pytest
from django.http import HttpRequest

from alongside.ui.views import sample_frame


def frame(request: HttpRequest) -> dict[str, Any]:
    """The frame every page of these tests stands in."""
    return {"frame": sample_frame(), "nearly_full": False}


@pytest.fixture(autouse=True)
def _own_frame(settings: Any) -> None:
    templates = copy.deepcopy(settings.TEMPLATES)
    for engine in templates:
        engine["OPTIONS"]["context_processors"] = [
            "django.template.context_processors.request",
            "django.contrib.messages.context_processors.messages",
            "tests.ui.conftest.frame",
        ]
    settings.TEMPLATES = templates
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }
