"""The part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "caseload",
        _("Load and capacity"),
        _("How much room each colleague has, how much work they carry, and who waits for a case manager."),
        ("caseload:",),
        frozenset({Can.SAY_CAPACITY, Can.SEE_TEAM_LOAD, Can.SEE_OVERVIEW}),
    ),
]
