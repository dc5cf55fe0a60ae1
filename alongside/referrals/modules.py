"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "referrals",
        _("Referrals"),
        _("Asking another agency for help, together with the person."),
        ("referrals:",),
        frozenset({Can.REFER}),
    ),
]
