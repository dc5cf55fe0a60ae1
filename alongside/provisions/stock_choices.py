"""The words for what happens to a count."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Moved(models.TextChoices):
    """What a movement was."""

    TAKEN = "taken", pgettext_lazy("something from stock", "Taken")
    CAME = "came", pgettext_lazy("something from stock", "Came in")
    COUNTED = "counted", pgettext_lazy("something from stock", "Counted")
    UNDONE = "undone", pgettext_lazy("something from stock", "Taken back")
