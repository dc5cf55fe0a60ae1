"""What the web server calls."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver
from django.utils import translation


def _read_what_workers_share() -> None:
    """Pages and languages, read before the workers part, so that they lie in memory once."""
    _pages = get_resolver().url_patterns
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            translation.gettext("Today")
    gc.collect()
    gc.freeze()  # looking through what is never let go would copy it into each worker
    gc.set_threshold(20_000, 20, 20)  # a page makes thousands of things and lets go of nearly all by itself


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.project.settings")
application = get_wsgi_application()
_read_what_workers_share()
