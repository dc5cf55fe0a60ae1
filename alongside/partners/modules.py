"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "partners",
        _("Partners"),
        _("Other agencies, whom to call there, and what was agreed with them."),
        ("partners:",),
        frozenset({Can.SEE_PARTNERS, Can.KEEP_PARTNERS}),
    ),
]
