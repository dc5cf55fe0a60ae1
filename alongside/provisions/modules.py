"""The room as parts that an agency may leave off."""

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
    Module(
        "stock",
        _("Basic needs"),
        _("Food, clothes, hygiene kits and other things you keep: how many are where, and taking out."),
        ("stock:",),
        frozenset({Can.TAKE_STOCK, Can.KEEP_STOCK, Can.COUNT_STOCK}),
    ),
    Module(
        "assistance",
        _("Help with money"),
        _("Asking for help with money, deciding about it, and handing it over; out of funds, up to a cap."),
        ("assistance:",),
        frozenset({Can.ASK_MONEY, Can.DECIDE_MONEY, Can.KEEP_MONEY_RULES}),
    ),
]
