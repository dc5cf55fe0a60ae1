"""Load told in words: reasons and hours, never a rank."""

from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.caseload.choices import Level
from alongside.caseload.queries import Caseload
from alongside.caseload.rules import Load


def figure(amount: Decimal) -> str:
    """A number without noughts at its end."""
    return f"{amount.normalize():f}"


def of_room(load: Load) -> str:
    """What a caseload weighs, of what fits."""
    return _("%(weight)s of %(room)s") % {"weight": figure(load.weight), "room": figure(load.room)}


def in_hours(load: Load) -> str:
    """The same in hours a week."""
    told = {"hours": figure(load.hours), "worked": figure(load.worked)}
    return _("about %(hours)s hours of %(worked)s a week") % told


def reason(kind: str, number: int) -> str:
    """One reason, with of how many people it holds."""
    if kind == "others":
        said = ngettext(
            "%(number)d person without a record here", "%(number)d people without a record here", number
        )
    else:
        said = {
            "light": ngettext("%(number)d light", "%(number)d light", number),
            "steady": ngettext("%(number)d steady", "%(number)d steady", number),
            "close": ngettext("%(number)d close", "%(number)d close", number),
            "intense": ngettext("%(number)d intense", "%(number)d intense", number),
            "set": _("%(number)d with a weight of their own"),
            "critical": _("%(number)d in a critical period"),
            "far": _("%(number)d with long travel"),
            "interpreter": _("%(number)d with an interpreter"),
            "new": _("%(number)d in the first weeks"),
        }[kind]
    return said % {"number": number}


def reasons(caseload: Caseload) -> str:
    """What a caseload is made of."""
    said = [reason(kind, number) for kind, number in caseload.reasons]
    return ", ".join(said) or _("nobody just now")


def in_words(kind: str) -> str:
    """One reason of one person."""
    if kind in Level.values:
        return str(Level(kind).label)
    return {
        "critical": _("critical period"),
        "far": _("long travel"),
        "interpreter": _("with an interpreter"),
        "new": _("first weeks"),
    }[kind]
