"""The room as a part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "provisions",
        _("Donation asks"),
        _("Asking donors for a thing, without saying whom it is for."),
        ("provisions:",),
        frozenset({Can.ASK_DONORS, Can.SEE_ASKS}),
    ),
]
