"""The words of report answers. What a form itself asks stands in its data file."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Unsaid(models.TextChoices):
    """Two answers that every item has besides its own. No answer at all is a third thing: not collected."""

    DECLINED = "declined", pgettext_lazy("a report answer", "Prefers not to say")
    UNKNOWN = "unknown", pgettext_lazy("a report answer", "Does not know")


NOT_COLLECTED = pgettext_lazy("a report answer", "Not collected")


class Takes(models.TextChoices):
    """How many values of an item one answer may name."""

    ONE = "one", _("One of them")
    SEVERAL = "several", _("Several of them")


class When(models.TextChoices):
    """When an item is looked at: any time, or at the end of a month in which somebody's enrollment ended."""

    ANY = "any", _("Whenever they said it")
    CLOSING = "closing", _("At month-end, when an enrollment ended")
