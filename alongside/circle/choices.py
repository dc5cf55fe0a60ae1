"""The words that a Circle chooses from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MemberKind(models.TextChoices):
    """What a member of somebody's Circle is."""

    AGENCY = "agency", _("An organization")
    SYSTEM = "system", _("A court, an office or another system")
    PERSON = "person", _("A person they chose")


class Holder(models.TextChoices):
    """Who holds a matter just now: exactly one, or an honest Unclear."""

    UNCLEAR = "unclear", _("Unclear")
    STAFF = "staff", _("One of us")
    MEMBER = "member", _("Somebody of the Circle")
    THEY = "they", _("The participant")


class MatterState(models.TextChoices):
    """Where a matter is."""

    OPEN = "open", pgettext_lazy("where a matter is", "Open")
    HOLDING = "holding", _("Holding: no next step yet")
    DONE = "done", _("Done")


class TheirPart(models.TextChoices):
    """Whether the participant was part of a decision."""

    NOT_SAID = "", _("Not answered yet")
    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")


class Sees(models.TextChoices):
    """Whose view of how clear things are this is."""

    WORKER = "worker", _("We")
    MEMBER = "member", _("Somebody of the Circle")
    THEY = "they", _("The participant")


class Clear(models.TextChoices):
    """How clear it is who does what."""

    CLEAR = "clear", pgettext_lazy("how clear things are", "Clear")
    PARTLY = "partly", pgettext_lazy("how clear things are", "Partly")
    NOT_CLEAR = "not_clear", _("Not clear")


class WorryChoice(models.TextChoices):
    """The three ways on from a worry; none is better than another."""

    NONE = "", _("Not decided")
    SIT = "sit", _("Sit with it")
    SUPERVISION = "supervision", _("Take it to supervision")
    RAISE = "raise", _("Raise it")


class ConcernState(models.TextChoices):
    """Where a concern is between us and a partner."""

    WRITING = "writing", _("Being written")
    RAISED = "raised", _("Raised")
    AGREED = "agreed", _("We agreed on something")
    HOLDING = "holding", _("Holding: no next step yet")
    SETTLED = "settled", _("Settled")
    STILL_OPEN = "still_open", _("Still open")


class How(models.TextChoices):
    """How a concern was raised."""

    SPOKEN = "spoken", _("We spoke")
    WRITTEN = "written", _("In writing")
