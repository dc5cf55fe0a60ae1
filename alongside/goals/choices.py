"""The words that goals, steps and answers choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alongside.participants.choices import Topic


class Horizon(models.TextChoices):
    """When a goal is for, if they say."""

    NOT_SAID = "", _("Not said")
    NOW = "now", _("Now")
    SOON = "soon", _("Soon")
    SOMEDAY = "someday", _("Someday")


class GoalState(models.TextChoices):
    """Where a goal is. Any state can follow any other, and none is a failure."""

    OPEN = "open", pgettext_lazy("where a goal or step is", "Open")
    HOLDING = "holding", _("Holding: no next step yet")
    DONE = "done", _("Done")
    SET_ASIDE = "set_aside", _("Set aside")
    CHANGED = "changed", _("Changed")
    BACK_AGAIN = "back_again", _("Back again")


class StepState(models.TextChoices):
    """Where a step is."""

    OPEN = "open", pgettext_lazy("where a goal or step is", "Open")
    HOLDING = "holding", _("Holding: no next step yet")
    DONE = "done", _("Done")
    SET_ASIDE = "set_aside", _("Set aside")
    CHANGED = "changed", _("Changed")
    BACK_AGAIN = "back_again", _("Back again")


class Who(models.TextChoices):
    """Who does a step just now; it can move over time."""

    NOT_SAID = "", _("Not said yet")
    ME = "me", _("Me")
    TOGETHER = "together", pgettext_lazy("who does a step", "Together")
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


class SupportLevel(models.TextChoices):
    """Support level just now. It can move in any direction, and none is further than another."""

    CLOSE = "close", pgettext_lazy("a level of support", "A lot")
    REGULAR = "regular", pgettext_lazy("a level of support", "Regular")
    LIGHT = "light", pgettext_lazy("a level of support", "Light")
    WHEN_I_CALL = "call", pgettext_lazy("a level of support", "When I call")


class AskedBy(models.TextChoices):
    """Who asked for a change of support."""

    THEY = "they", _("They asked")
    TOGETHER = "together", _("We agreed together")
    WE = "we", _("We asked")


class Pace(models.TextChoices):
    """How often we are in touch at one step of a plan to need us less."""

    WEEK = "week", _("Every week")
    TWO_WEEKS = "two_weeks", _("Every two weeks")
    THREE_WEEKS = "three_weeks", _("Every three weeks")
    MONTH = "month", _("Every month")
    WHEN_I_CALL = "call", _("When I call")


class TaperMove(models.TextChoices):
    """What happened to a plan to need us less."""

    AGREED = "agreed", _("Agreed on these steps")
    DOWN = "down", _("Stepped down")
    UP = "up", _("Stepped back up")
    PAUSED = "paused", _("Paused the plan")
    TAKEN_UP = "taken_up", _("Took the plan up again")


class LifeArea(models.TextChoices):
    """A part of life somebody may wish to describe. They choose which; the others stay blank for good."""

    HOME = "home", _("Where I live")
    SAFETY = "safety", _("Feeling safe")
    BODY = "body", _("My body and health")
    PEOPLE = "people", _("People around me")
    MONEY = "money", _("Money")
    WORK = "work", _("Work and learning")
    PAPERS = "papers", _("Papers and courts")
    SELF = "self", _("How I see myself")
    JOY = "joy", _("What gives me joy")
    OTHER = "other", _("Something else")


# The topics of a part of life: where they asked to go gently with one, that part is asked so.
TOPICS_OF: dict[str, tuple[Topic, ...]] = {
    LifeArea.HOME: (Topic.HOME,),
    LifeArea.BODY: (Topic.BODY, Topic.HEALTH),
    LifeArea.PEOPLE: (Topic.FAMILY,),
    LifeArea.MONEY: (Topic.MONEY,),
    LifeArea.WORK: (Topic.WORK,),
    LifeArea.PAPERS: (Topic.POLICE, Topic.IMMIGRATION),
}
