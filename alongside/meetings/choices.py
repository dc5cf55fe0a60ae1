"""How a meeting turned out, and who interpreted how."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """Whether we met. Nobody has to say, and nobody counts."""

    OPEN = "", _("Not said")
    MET = "met", _("We met")
    NOT_MET = "not_met", _("We didn't meet")


class Interpreted(models.TextChoices):
    """How somebody interpreted."""

    PHONE = "phone", _("On the phone")
    VIDEO = "video", _("By video")
    THERE = "there", _("In the room")


class Again(models.TextChoices):
    """Whether they would like the same interpreter again."""

    YES = "yes", _("Gladly again")
    NO = "no", _("Would rather have somebody else")
