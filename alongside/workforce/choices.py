"""The two places of being on call, and what a page for hours without a computer is made for."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Place(models.TextChoices):
    """Who is asked first, and who is there when the first needs somebody."""

    FIRST = "first", _("First")
    SECOND = "second", _("Second")


class Outage(models.TextChoices):
    """Why somebody prints how people are reached. The trail keeps it."""

    PLANNED = "planned", _("Planned work on power or network")
    NOW = "now", _("Power or network is out, or may go")
    WEATHER = "weather", _("Storm, flood, fire")
    PRACTICE = "practice", _("Practising for it")
