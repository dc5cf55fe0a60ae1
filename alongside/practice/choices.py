"""The words that cards choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CardKind(models.TextChoices):
    """What a card is for: a hard moment, or a pause before or after one."""

    MOMENT = "moment", _("A hard moment")
    PAUSE = "pause", _("A pause")
