"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module

MODULES = [
    Module(
        "questions",
        _("Their questions"),
        _("What they asked, who holds the answer, and the day they hear from us."),
        ("questions:",),
    ),
]
