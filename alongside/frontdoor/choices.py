"""The doors somebody may come through."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Door(models.TextChoices):
    """How somebody came to us."""

    CALL = "call", _("Call")
    VISIT = "visit", _("Visit")
