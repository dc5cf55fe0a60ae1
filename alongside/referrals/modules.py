"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.roles import Can
from alongside.agency.modules import Module

MODULES = [
    Module(
        "referrals",
        _("Referrals"),
        _("Asking another agency for help, together with the person."),
        ("referrals:",),
        frozenset({Can.REFER}),
    ),
]
