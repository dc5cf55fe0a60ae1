"""The words that a safety plan chooses from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Copy(models.TextChoices):
    """What of their plan somebody takes along. Nothing, until they say otherwise."""

    NONE = "none", _("No copy")
    PAPER = "paper", _("A page on paper")
    CARD = "card", _("A small card without headings")
    HEART = "heart", _("Told by heart")


class Shelf(models.TextChoices):
    """Where a plain page stands."""

    RIGHTS = "rights", _("Rights")
    LIBRARY = "library", _("Short library")


PRINTED = (Copy.PAPER, Copy.CARD)
