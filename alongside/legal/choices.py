"""The words that strands choose from. Nothing here says how something turned out."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class StrandKind(models.TextChoices):
    """What a strand is about. What each is called, an agency may say otherwise, or leave it off (`words.py`)."""

    SERVICES = "services", _("Services")
    IMMIGRATION = "immigration", _("Immigration")
    CRIMINAL = "criminal", _("Criminal case")
    CIVIL = "civil", _("Civil and family")
    BENEFITS = "benefits", _("Benefits")
    OWN = "own", _("Something else")


class EventKind(models.TextChoices):
    """What a dated event of a strand is; an agency words these as it does kinds of strands."""

    INTERVIEW = "interview", _("Interview")
    DEPOSITION = "deposition", _("Deposition")
    HEARING = "hearing", _("Hearing")
    SENTENCING = "sentencing", _("Sentencing")
    BIOMETRICS = "biometrics", _("Biometrics")
    CONSULATE = "consulate", _("Appointment at a consulate")
    RENEWAL = "renewal", _("Renewal")
    REUNIFICATION = "reunification", _("Reunification")
    OWN = "own", _("Another event")


class StrandState(models.TextChoices):
    """Where a strand is. Any can follow any other."""

    OPEN = "open", pgettext_lazy("where a strand is", "Open")
    WAITING = "waiting", _("Waiting on a decision by others")
    HOLDING = "holding", _("Holding: no next step yet")
    ENDED = "ended", pgettext_lazy("where a strand is", "Ended")
