"""The words that movements of money choose from."""

from django.db import models
from django.utils.translation import pgettext_lazy


class Moved(models.TextChoices):
    """What a movement is."""

    IN = "in", pgettext_lazy("money", "Came in")
    SET_ASIDE = "set_aside", pgettext_lazy("money", "Set aside")
    SPENT = "spent", pgettext_lazy("money", "Spent")
    GIVEN_BACK = "given_back", pgettext_lazy("money", "Given back")
    CORRECTION = "correction", pgettext_lazy("money", "Correction")


class Part(models.TextChoices):
    """A column of a fund that money leaves or comes to."""

    BALANCE = "balance", pgettext_lazy("money", "Balance")
    SET_ASIDE = "set_aside", pgettext_lazy("money", "Set aside")
    SPENT = "spent", pgettext_lazy("money", "Spent")
