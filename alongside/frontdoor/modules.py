"""Parts of the front door that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "hotline",
        _("Hotline"),
        _("Anonymous calls, and who rang."),
        ("frontdoor:call",),
        frozenset({Can.LOG_CALL}),
    ),
    Module(
        "drop_in",
        _("Drop-in"),
        _("Anonymous visits, and people known by an alias at a place."),
        ("frontdoor:visit", "frontdoor:acquaintance", "frontdoor:join_here", "frontdoor:read_here"),
        frozenset({Can.LOG_VISIT}),
    ),
]
