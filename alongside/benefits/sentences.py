"""How a rule and its length are said."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.benefits.choices import Unit, Way
from alongside.benefits.models import ClockRule


def length(rule: ClockRule) -> str:
    """How long something lasts by a rule, and how that is counted; that it is not known, where it is not."""
    if rule.amount is not None:
        return f"{amount(rule.amount, rule.unit)}. {Way(rule.way).label}."
    if rule.document:
        return _("Take the date of the document.")
    return "" if rule.never_past or rule.says or rule.figures else _("Length: not known.")


def amount(number: int, unit: str) -> str:
    """A length in words."""
    said = {
        Unit.DAYS: ngettext("%(n)s day", "%(n)s days", number),
        Unit.WEEKS: ngettext("%(n)s week", "%(n)s weeks", number),
        Unit.MONTHS: ngettext("%(n)s month", "%(n)s months", number),
        Unit.YEARS: ngettext("%(n)s year", "%(n)s years", number),
    }
    return said[Unit(unit)] % {"n": number}


def figures_in_lines(figures: dict[str, int]) -> str:
    """Other numbers of a rule, one a line."""
    return "\n".join(f"{name.replace('_', ' ')}: {number}" for name, number in figures.items())


def figures_of(lines: str) -> dict[str, int] | None:
    """Numbers that were written one a line; None where a line is not one."""
    found: dict[str, int] = {}
    for line in filter(str.strip, lines.splitlines()):
        name, _colon, number = line.rpartition(":")
        if not name.strip() or not number.strip().isdecimal():
            return None
        found[name.strip().replace(" ", "_")] = int(number)
    return found


def days_of(words: str) -> list[int] | None:
    """Numbers of days between commas; None where something else stands there."""
    parts = [each.strip() for each in words.replace(";", ",").split(",") if each.strip()]
    if not all(each.isdecimal() and int(each) <= 3660 for each in parts):
        return None
    return sorted({int(each) for each in parts}, reverse=True)
