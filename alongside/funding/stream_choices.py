"""The words that funding streams choose from."""

from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StreamKind(models.TextChoices):
    """How a stream pays."""

    PER_CAPITA = "capita", _("So much for a person and month")
    REIMBURSEMENT = "repaid", _("What was given is paid back")
    GRANT = "grant", _("A grant with a budget")
    GIFT = "gift", _("A gift for any use")


class Asks(models.TextChoices):
    """What a month needs before a per-capita stream pays for it."""

    NOTHING = "nothing", pgettext_lazy("what a funded month needs", "Being enrolled is enough")
    WORK = "work", pgettext_lazy("what a funded month needs", "Any work written down, attempts included")
    CONTACT = "contact", pgettext_lazy("what a funded month needs", "A contact with the person")


class TimeKind(models.TextChoices):
    """What an hour beside the work with people was."""

    OUTREACH = "outreach", pgettext_lazy("an hour at work", "Outreach")
    TRAINING = "training", pgettext_lazy("an hour at work", "Training")
    ON_CALL = "on_call", pgettext_lazy("an hour at work", "On call")
    DOWNTIME = "downtime", pgettext_lazy("an hour at work", "Downtime")
    OTHER = "other", pgettext_lazy("an hour at work", "Something else")


class Claimed(models.TextChoices):
    """What a line of a claim is."""

    MONTH = "month", pgettext_lazy("a line of a claim", "A month")
    SERVICE = "service", pgettext_lazy("a line of a claim", "A service")
    HELP = "help", pgettext_lazy("a line of a claim", "Help with money")


class Why(StrEnum):
    """Why something does not qualify; `claim_sentences` says it in words."""

    NO_WORK = "no_work"
    NOT_APPROVED = "not_approved"
    PAST = "past"
    OTHER = "other"
