"""The two places of being on call."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Place(models.TextChoices):
    """Who is asked first, and who is there when the first needs somebody."""

    FIRST = "first", _("First")
    SECOND = "second", _("Second")
