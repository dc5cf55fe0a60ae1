"""The words that reports choose from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Kind(models.TextChoices):
    """What is counted."""

    SERVICES = "services", _("Services by kind")
    PEOPLE = "people", _("People, new and continuing")
    ACTIVITY = "activity", _("All work, with contact and without")
    TIME = "time", _("Time invested, by phase")
    GAPS = "gaps", _("Gaps: looked for and not found")
    BARRIERS = "barriers", _("System barriers")
    WAITING = "waiting", pgettext_lazy("a report", "Waiting")
    LANGUAGES = "languages", _("Work with an interpreter")
    ASSISTANCE = "assistance", _("Help with money, by kind")
    FORM = "form", _("A funder's form")


class Period(models.TextChoices):
    """How long a span is."""

    MONTH = "month", pgettext_lazy("a span", "A month")
    QUARTER = "quarter", pgettext_lazy("a span", "A quarter")
    FISCAL = "fiscal", pgettext_lazy("a span", "A fiscal year")
    DAYS = "days", pgettext_lazy("a span", "Other dates")


class Audience(models.TextChoices):
    """Who reads it: true counts of her own team for a supervisor; for everybody else with small numbers hidden."""

    AGENCY = "agency", _("The whole agency")
    TEAM = "team", _("My team")


class Purpose(models.TextChoices):
    """What a report or a file of it is for."""

    FUNDER = "funder", _("A funder's report")
    PLANNING = "planning", _("Planning our work")
    BOARD = "board", _("Our board")
    COMMUNITY = "community", _("Showing what is needed here")
    OTHER = "other", pgettext_lazy("a purpose", "Something else")


class State(models.TextChoices):
    """People, each once in a span."""

    FIRST = "first", _("New to us")
    AGAIN = "again", _("With us before, new in this fiscal year")
    CONTINUING = "continuing", _("Continuing from earlier in this fiscal year")


class Phase(models.TextChoices):
    """What walking with somebody takes (`caseload` says it), by which time is told; an agency names each."""

    INTENSE = "intense", pgettext_lazy("intensity", "Intense")
    CLOSE = "close", pgettext_lazy("intensity", "Close")
    STEADY = "steady", pgettext_lazy("intensity", "Steady")
    LIGHT = "light", pgettext_lazy("intensity", "Light")


class Wait(models.TextChoices):
    """What is counted of waiting."""

    BEGAN = "began", _("Began to wait for a case manager")
    WAITS = "waits", _("Waiting for a case manager at the end")
    LISTED = "listed", _("On a new waiting list of a provider")


class Measure(models.TextChoices):
    """What is counted of each row."""

    TIMES = "times", _("Times")
    HOURS = "minutes", _("Hours")
    PEOPLE = "people", _("People")
    MONTHS = "months", _("Months of support")


# The measures of each kind, the first of which is what a row is compared by.
MEASURES: dict[str, tuple[str, ...]] = {
    Kind.SERVICES: ("times", "minutes", "people"),
    Kind.PEOPLE: ("people",),
    Kind.ACTIVITY: ("times", "minutes", "people"),
    Kind.TIME: ("minutes", "months", "people"),
    Kind.GAPS: ("times",),
    Kind.BARRIERS: ("times", "people"),
    Kind.WAITING: ("people",),
    Kind.LANGUAGES: ("minutes", "times", "people"),
    Kind.ASSISTANCE: ("times", "people"),
    Kind.FORM: ("people", "times"),
}
