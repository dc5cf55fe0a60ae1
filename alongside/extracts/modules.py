"""The parts that an agency may leave off, and that begin so."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import Module
from alongside.access.roles import Can

MODULES = [
    Module(
        "extracts",
        _("Files with one line for each person"),
        _("For a funder or research: only those who gave permission, without names, and two people agree."),
        ("extracts:",),
        frozenset({Can.ASK_EXTRACT, Can.APPROVE_EXTRACT}),
        begins_off=True,
    ),
    Module(
        "hud",
        _("HUD comparable database"),
        _("The files of HUD's FY2026 format, for making an aggregate report here."),
        ("hud:",),
        begins_off=True,
    ),
]
