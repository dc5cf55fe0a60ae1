"""The words that notes, services and the strand of connection choose from."""

from collections.abc import Iterable

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from alongside.participants.choices import State

# While somebody paused or left, nobody is reminded to reach out.
IN_TOUCH = (State.CONTACT, State.WAITING, State.ACTIVE)


class NoteKind(models.TextChoices):
    """What a note is about. Reaching out in vain and work behind the scenes are work like any other."""

    MET = "met", _("We met")
    CALL = "call", _("Call with them")
    CALL_FOR = "call_for", _("Call or letter for them")
    MESSAGE = "message", _("Text or message")
    NO_ANSWER = "no_answer", _("Reached out, no answer")
    WITHOUT_CONTACT = "without", _("Work without contact")
    DECISION = "decision", _("A decision they made - how we stood with them")
    OTHER = "other", _("Something else")


class NoteTag(models.TextChoices):
    """What makes a note a heavy one, for them and for whoever wrote it. One of these offers a pause."""

    COURT = "court", _("Court")
    DISCLOSURE = "disclosure", _("Disclosure")
    CRISIS = "crisis", _("Crisis call")
    ENDING = "ending", pgettext_lazy("what a note is about", "Ending")
    DEATH = "death", pgettext_lazy("what a note is about", "Death")


def tags_named(tags: Iterable[str]) -> list[str]:
    """What these tags are called."""
    return [str(NoteTag(each).label) for each in tags]


class Effort(models.TextChoices):
    """How a month's entries are told apart."""

    CONTACT = "contact", _("In contact")
    ATTEMPT = "attempt", _("Reached out, no answer")
    WITHOUT_CONTACT = "without", _("Work without contact")
    OTHER = "other", _("Something else")


EFFORT_OF: dict[str, Effort] = {
    NoteKind.MET: Effort.CONTACT,
    NoteKind.CALL: Effort.CONTACT,
    NoteKind.CALL_FOR: Effort.WITHOUT_CONTACT,
    NoteKind.MESSAGE: Effort.CONTACT,
    NoteKind.NO_ANSWER: Effort.ATTEMPT,
    NoteKind.WITHOUT_CONTACT: Effort.WITHOUT_CONTACT,
    NoteKind.DECISION: Effort.CONTACT,
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


class ShiftKind(models.TextChoices):
    """How being in touch changed. Said without a reason, and counted by nobody."""

    DID_NOT_MEET = "not_met", _("We didn't meet")
    COMMUNICATION = "communication", _("Communication changed")
    FEELS_DIFFERENT = "feels", _("Feels different")


class Lens(models.TextChoices):
    """What a change may be about. Wondered about, never found out about somebody."""

    PROTECTION = "protection", _("Protection")
    OVERWHELM = "overwhelm", _("Overwhelm")
    INSIDE = "inside", _("Something inside")
    AROUND = "around", _("Something around them")
    OUR_SIDE = "our_side", _("Something on our side")
    DO_NOT_KNOW = "do_not_know", _("We do not know yet")


class Response(models.TextChoices):
    """How we go on after a change. Their own wish is offered first."""

    THEIR_WISH = "wish", _("As they wished for when they go quiet")
    BOUNDARY = "boundary", _("Keep the boundary, keep the door open")
    HELLO = "hello", _("One gentle hello, nothing asked")
    WAIT = "wait", _("Wait, with the door open")


class Lane(models.TextChoices):
    """What moves over the years, each in a lane of its own. No lane goes up or down."""

    ENGAGEMENT = "engagement", _("Engagement")
    CONNECTION = "connection", _("Connection")
    NEEDS = "needs", _("Needs")


class Season(models.TextChoices):
    """A span of time together. A season is not a trait, and none is better than another."""

    NEW = "new", pgettext_lazy("a season", "New")
    STEADY = "steady", pgettext_lazy("a season", "Steady")
    CLOSE = "close", pgettext_lazy("a season", "Close")
    DISTANT = "distant", pgettext_lazy("a season", "Distant")
    QUIET = "quiet", pgettext_lazy("a season", "Quiet")
    RETURNING = "returning", pgettext_lazy("a season", "Returning")


class SetBy(models.TextChoices):
    """Who said which season it is."""

    THEY = "they", _("They said so")
    TOGETHER = "together", _("We said so together")
    WE = "we", _("A colleague said so")


class Rhythm(models.IntegerChoices):
    """How often a gentle hello was agreed, in days."""

    WEEK = 7, _("Every week")
    TWO_WEEKS = 14, _("Every two weeks")
    THREE_WEEKS = 21, _("Every three weeks")
    FOUR_WEEKS = 28, _("Every four weeks")
