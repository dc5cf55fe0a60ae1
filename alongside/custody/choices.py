"""What a move is, and how a file writes its days."""

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class MoveKind(models.TextChoices):
    """Which way records move."""

    BRING = "bring", _("Bring people over")
    TAKE = "take", _("Take everything along")


class DayStyle(models.TextChoices):
    """In which order a file writes a day, where it is not year-month-day."""

    DAY_FIRST = "day", _("Day first, like 31/12/2026")
    MONTH_FIRST = "month", _("Month first, like 12/31/2026")


class SamePeople(models.TextChoices):
    """Whether numbers that came before name the same people in this file."""

    YES = "yes", _("The same people: add to them")
    NO = "no", _("Other people, from another list")


# What a column of a spreadsheet may mean.
FIELDS: dict[str, Promise] = {
    "number": _("Their number in the old system"),
    "alias": _("What we call them"),
    "name": _("Name"),
    "pronouns": _("Pronouns"),
    "gender": _("Gender"),
    "languages": _("Languages"),
    "interpreter": _("Interpreter"),
    "helps": _("What helps"),
    "does_not_help": _("What does not help"),
    "state": _("Where they are with us"),
    "first_contact": _("Day of the first contact"),
    "under_18": _("Under 18 (yes or no)"),
    "need": _("A need in their words"),
    "phone": _("Phone"),
    "email": _("Email"),
    "case_manager": _("Case manager"),
    "backup": _("Backup"),
    "goal": _("A goal in their words"),
    "note": _("A note"),
    "note_on": _("Day of the note"),
    "service": _("A service given"),
    "service_on": _("Day of the service"),
}
