"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.roles import Can
from alongside.agency.modules import Module

MODULES = [
    Module(
        "provisions",
        _("Donation asks"),
        _("Asking donors for a thing, without saying whom it is for."),
        ("provisions:",),
        frozenset({Can.ASK_DONORS, Can.SEE_ASKS}),
    ),
]
