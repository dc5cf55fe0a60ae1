"""The part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "care",
        _("Support for staff"),
        _("What there is here for workers, asking for it, and the yearly review of how we work."),
        ("care:",),
        frozenset({Can.KEEP_CARE, Can.REVIEW_ORGANISATION}),
    )
]
