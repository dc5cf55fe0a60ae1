"""What is said of a record that was opened at night."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """What a supervisor found when they looked at it."""

    REVIEWED = "reviewed", _("I looked at it: it was right")
    TALKED = "talked", _("We talked about it")
    NOT_RIGHT = "not_right", _("It was not right: what follows is below")
