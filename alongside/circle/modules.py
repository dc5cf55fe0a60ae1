"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.roles import Can
from alongside.agency.modules import Module

MODULES = [
    Module(
        "circle",
        _("Circle"),
        _("Who else stands with somebody, and what each of them holds."),
        ("circle:",),
        frozenset({Can.HOLD_CIRCLE}),
    ),
]
