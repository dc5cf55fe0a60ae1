"""The part that an agency may leave off."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "funders",
        _("Funders' forms"),
        _(
            "What funders' forms ask, what a service of yours counts as on them, and answers that somebody gave."
        ),
        ("funders:",),
        frozenset({Can.KEEP_CROSSWALKS}),
    )
]
