"""Where a question is, whether its answer may be told, and what an update says."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stands(models.TextChoices):
    """Where a question is."""

    ASKED = "asked", _("Asked")
    WAITING = "waiting", _("Waiting on them")
    NOT_YET = "not_yet", _("They may not say yet")
    ANSWERED = "answered", _("Answered")
    DIRECTLY = "directly", _("Ask them directly")


class MayTell(models.TextChoices):
    """Whether the answer may be told by us."""

    YES = "yes", _("We may tell it")
    THEY = "they", _("Only they may tell it")
    NOT_SURE = "not_sure", _("Not sure yet")


class UpdateKind(models.TextChoices):
    """What an update says."""

    NO_NEWS = "no_news", _("No news yet")
    NEWS = "news", _("There is news")
    ASKED = "asked", _("We asked again")
    REPAIR = "repair", _("Trust was repaired")


OVER = (Stands.ANSWERED, Stands.DIRECTLY)
FOR_THEM = (UpdateKind.NO_NEWS, UpdateKind.NEWS, UpdateKind.ASKED)
