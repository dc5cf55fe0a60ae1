"""The words that extracts choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.consent.choices import Purpose

# What a line tells is one kind of information, and a permission has to name it.
INFORMATION = ("services",)


class Kind(models.TextChoices):
    """In which form a file is."""

    HTCDS = "htcds", "HTCDS 2.0"
    CTDC = "ctdc", "CTDC"
    HUD = "hud", "HUD FY2026"


class For(models.TextChoices):
    """What a file is for: what a permission has to name."""

    REPORT = Purpose.REPORT.value, _("A report to a funder")
    RESEARCH = Purpose.RESEARCH.value, _("Research and statistics")
