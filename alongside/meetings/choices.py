"""How a meeting turned out."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """Whether we met. Nobody has to say, and nobody counts."""

    OPEN = "", _("Not said")
    MET = "met", _("We met")
    NOT_MET = "not_met", _("We didn't meet")
