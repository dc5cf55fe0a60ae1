"""The words that goals, steps and answers choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Horizon(models.TextChoices):
    """When a goal is for, if they say."""

    NOT_SAID = "", _("Not said")
    NOW = "now", _("Now")
    SOON = "soon", _("Soon")
    SOMEDAY = "someday", _("Someday")


class GoalState(models.TextChoices):
    """Where a goal is. Any state can follow any other, and none is a failure."""

    OPEN = "open", pgettext_lazy("where a goal or step is", "Open")
    HOLDING = "holding", _("Holding, no next step yet")
    DONE = "done", _("Done")
    SET_ASIDE = "set_aside", _("Set aside")
    CHANGED = "changed", _("Changed")
    BACK_AGAIN = "back_again", _("Back again")


class StepState(models.TextChoices):
    """Where a step is."""

    OPEN = "open", pgettext_lazy("where a goal or step is", "Open")
    HOLDING = "holding", _("Holding, no next step yet")
    DONE = "done", _("Done")
    SET_ASIDE = "set_aside", _("Set aside")
    BACK_AGAIN = "back_again", _("Back again")


class Who(models.TextChoices):
    """Who does a step just now; it can move over time."""

    NOT_SAID = "", _("Not said yet")
    ME = "me", _("Me")
    TOGETHER = "together", _("Together")
    CASE_MANAGER = "cm", _("My case manager for now")


class SignState(models.TextChoices):
    """Whether a sign of change can be seen, as they say it."""

    WATCHING = "watching", _("Looking out for it")
    HERE = "here", _("It is here")
    SET_ASIDE = "set_aside", _("Set aside")


class Answer(models.TextChoices):
    """What somebody answered to an option we offered."""

    NONE = "", _("No answer yet")
    YES = "yes", _("Yes")
    NOT_NOW = "not_now", _("Not now")
    NO = "no", _("No")


class LearnedOffer(models.TextChoices):
    """Whether "I have learned to do this" was offered for a step, and what came of it."""

    NONE = "", "-"
    OFFERED = "offered", _("Offered")
    KEPT = "kept", _("Kept")
    DECLINED = "declined", _("Not needed")


RESTING = (GoalState.DONE, GoalState.SET_ASIDE)
