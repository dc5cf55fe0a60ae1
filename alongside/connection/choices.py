"""The words that notes and services choose from."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class NoteKind(models.TextChoices):
    """What a note is about. Reaching out in vain and work behind the scenes are work like any other."""

    MET = "met", _("We met")
    CALL = "call", _("Call")
    MESSAGE = "message", _("Text or message")
    NO_ANSWER = "no_answer", _("Reached out, no answer")
    WITHOUT_CONTACT = "without", _("Work without contact")
    OTHER = "other", _("Something else")


class Effort(models.TextChoices):
    """How a month's entries are told apart."""

    CONTACT = "contact", _("In contact")
    ATTEMPT = "attempt", _("Reached out, no answer")
    WITHOUT_CONTACT = "without", _("Work without contact")
    OTHER = "other", _("Something else")


EFFORT_OF: dict[str, Effort] = {
    NoteKind.MET: Effort.CONTACT,
    NoteKind.CALL: Effort.CONTACT,
    NoteKind.MESSAGE: Effort.CONTACT,
    NoteKind.NO_ANSWER: Effort.ATTEMPT,
    NoteKind.WITHOUT_CONTACT: Effort.WITHOUT_CONTACT,
    NoteKind.OTHER: Effort.OTHER,
}

# The kinds of service the agency's list begins with, in the order they are offered. An agency renames, hides
# and adds. "Victims' rights" is the legal term.
SERVICE_NAMES: dict[str, str | Promise] = {
    "shelter": _("Shelter"),
    "sustenance": _("Food and daily needs"),
    "medical": _("Medical care"),
    "dental": _("Dental care"),
    "substance_use": _("Substance use treatment"),
    "mental_health": _("Mental health care"),
    "immigration": _("Immigration relief"),
    "civil_legal": _("Family and civil legal help"),
    "job_training": _("Job training"),
    "education": _("Education"),
    "rights": _("Victims' rights advocacy"),
    "emotional_support": _("Emotional support"),
    "transportation": _("Transportation"),
    "financial": _("Financial assistance"),
    "accompaniment": _("Accompaniment"),
}


def service_name(key: str, name: str) -> str:
    """What a kind of service is called: the agency's own name, else ours in today's language."""
    return name or str(SERVICE_NAMES.get(key, key))
