"""The part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "funding",
        _("Funds"),
        _("What there is to help with, what of it is set aside and spent, and what moved by month."),
        ("funding:",),
        frozenset({Can.KEEP_FUNDS}),
    ),
    Module(
        "streams",
        _("Funding streams and month-end"),
        _("Who pays for what, hours beside the work with people, and what is claimed at a month's end."),
        ("streams:",),
        frozenset({Can.KEEP_STREAMS, Can.LOG_HOURS}),
    ),
]
