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


class CameBy(models.TextChoices):
    """How something for a colleague came in."""

    CALL = "call", _("A call")
    TEXT = "text", _("A text message")
    VISIT = "visit", _("Somebody came in")


class Seats(models.TextChoices):
    """Which places a pattern fills."""

    FIRST = "first", _("First")
    SECOND = "second", _("Second")
    BOTH = "both", _("First, and whoever comes next as second")


class Turns(models.TextChoices):
    """When the turn goes to the next of several people."""

    WEEK = "week", _("Every seven days, from the first day on")
    TIME = "time", _("Every time")
