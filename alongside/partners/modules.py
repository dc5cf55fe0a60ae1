"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.roles import Can
from alongside.agency.modules import Module

MODULES = [
    Module(
        "partners",
        _("Partners"),
        _("Other agencies, whom to call there, and what was agreed with them."),
        ("partners:",),
        frozenset({Can.SEE_PARTNERS, Can.KEEP_PARTNERS}),
    ),
]
