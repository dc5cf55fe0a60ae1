"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module

MODULES = [
    Module(
        "benefits",
        _("Benefit clocks"),
        _("When a benefit ends by a dated rule, and what is approved from month to month."),
        ("benefits:",),
    ),
]
