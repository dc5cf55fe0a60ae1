"""The plain words one may pick: how I am, how sure of my footing, how a month was to carry. None is a mark."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Feeling(models.TextChoices):
    """How I am, for nobody but me. In no order of better or worse."""

    STEADY = "steady", _("steady")
    GLAD = "glad", _("glad")
    TIRED = "tired", _("tired")
    STRETCHED = "stretched", _("stretched thin")
    SAD = "sad", _("sad")
    ANGRY = "angry", _("angry")
    AFRAID = "afraid", _("afraid")
    NUMB = "numb", _("far away, numb")
    RESTLESS = "restless", _("restless")
    HELD = "held", _("held by others")
    ALONE = "alone", _("alone with it")


class Footing(models.TextChoices):
    """How sure of my footing I am: the confidence note of a reflection."""

    FIRM = "firm", _("on firm ground")
    FINDING = "finding", _("finding my footing")
    UNSURE = "unsure", _("unsure, and going on")
    DEEP = "deep", _("in deep water")


class Carried(models.TextChoices):
    """How a month was to carry, asked of everybody and answered by nobody in particular."""

    LIGHT = "light", _("light enough")
    ALL_RIGHT = "all_right", _("all right")
    HEAVY = "heavy", _("heavy")
    TOO_HEAVY = "too_heavy", _("too heavy")


class HowMany(models.TextChoices):
    """About how many of those who answered; never a number, so that nobody can be counted out."""

    FEW = "few", _("nobody, or a few")
    SOME = "some", _("some")
    MANY = "many", _("many")
