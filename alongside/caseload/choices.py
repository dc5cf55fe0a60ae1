"""The words that load and capacity choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Capacity(models.TextChoices):
    """What a worker says of their own room, at any time and without a reason."""

    ROOM = "room", _("I have room")
    FULL = "full", _("I am full")
    OVER = "over", _("I am over capacity")
    COVER = "cover", _("I need cover")


# The same, said about a colleague.
OF_A_COLLEAGUE = {
    Capacity.ROOM: pgettext_lazy("a colleague's capacity", "has room"),
    Capacity.FULL: pgettext_lazy("a colleague's capacity", "is full"),
    Capacity.OVER: pgettext_lazy("a colleague's capacity", "is over capacity"),
    Capacity.COVER: pgettext_lazy("a colleague's capacity", "needs cover"),
}


class Level(models.TextChoices):
    """Intensity: what walking with somebody takes just now. Neither their season nor the support level they chose."""

    LIGHT = "light", pgettext_lazy("intensity", "Light")
    STEADY = "steady", pgettext_lazy("intensity", "Steady")
    CLOSE = "close", pgettext_lazy("intensity", "Close")
    INTENSE = "intense", pgettext_lazy("intensity", "Intense")


class Interim(models.TextChoices):
    """Who is there for somebody while they wait for a case manager."""

    HOTLINE = "hotline", pgettext_lazy("support meanwhile", "Hotline")
    DROP_IN = "drop_in", pgettext_lazy("support meanwhile", "Drop-in")
    WORKER = "worker", pgettext_lazy("support meanwhile", "A colleague who keeps in touch")
    OTHER = "other", pgettext_lazy("support meanwhile", "Another way")


class Measure(models.TextChoices):
    """A number by which load is told here: the agency's own practice, changed by dated rows."""

    LIGHT = "light", _("Weight of a person: light")
    STEADY = "steady", _("Weight of a person: steady, and where nothing is said")
    CLOSE = "close", _("Weight of a person: close")
    INTENSE = "intense", _("Weight of a person: intense")
    CRITICAL = "critical", _("More during a critical period")
    FAR = "far", _("More for long travel")
    INTERPRETER = "interpreter", _("More for work with an interpreter")
    NEW = "new", _("More in the first weeks")
    WEEKS = "weeks", _("How many weeks are first weeks")
    FULL = "full", _("Weight that fits a full-time week")
    HOURS = "hours", _("Hours of a full-time week")
    SIGNAL_DAYS = "signal", _("Days until a capacity signal is asked again")
    WHILE = "while", _("Weeks without contact until somebody is listed as not spoken with for a while")
