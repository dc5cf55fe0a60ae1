"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "circle",
        _("Circle"),
        _("Who else stands with somebody, and what each of them holds."),
        ("circle:",),
        frozenset({Can.HOLD_CIRCLE}),
    ),
]
