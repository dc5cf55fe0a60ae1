"""The words this room chooses from."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OfferKind(models.TextChoices):
    """What kind of support the agency has for its workers."""

    COUNSELLOR = "counsellor", _("Counselling")
    PEER = "peer", _("A peer to talk with")
    HELPLINE = "helpline", _("A helpline for staff")
    OTHER = "other", _("Something else")


class Wish(models.TextChoices):
    """What a worker asks for. To talk with one's supervisor about work is a debrief, which practice has."""

    TALK = "talk", _("To talk to somebody")
    TIME_OFF = "time_off", _("Time off")


class ReadAs(models.TextChoices):
    """As what somebody reads how it feels to work with us."""

    SUPERVISOR = "supervisor", _("Supervisor")
    ADVISER = "adviser", _("Survivor adviser")


class ToldBy(models.TextChoices):
    """How it came to us."""

    PAPER = "paper", _("On paper, in their own hand")
    TOLD = "told", _("They told it, and it was read back")


class Thanks(models.TextChoices):
    """How a supervisor thanks a worker."""

    DAY = "day", _("A day off")
    TOKEN = "token", _("A small token")
    WORDS = "words", _("Words")


class Stands(models.TextChoices):
    """How it is with what a question of the organisation review asks: plain words, and no figure."""

    SO = "so", _("Yes, as we want it")
    PARTLY = "partly", _("In part")
    NOT_YET = "not_yet", _("Not yet")
    UNKNOWN = "unknown", _("We do not know")


class Ended(models.TextChoices):
    """How an action of a review ended."""

    DONE = "done", _("Done")
    DROPPED = "dropped", _("Dropped")
