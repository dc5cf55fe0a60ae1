"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module

MODULES = [
    Module(
        "legal",
        _("Strands"),
        _("Services, immigration, courts and benefits: where each is, and its dates."),
        ("legal:",),
    ),
]
