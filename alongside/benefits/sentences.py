"""How a rule and its length are said."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.benefits.absences import Against, Counted, Known, Span, known
from alongside.benefits.choices import Unit, Way
from alongside.benefits.models import ClockRule, Trip
from alongside.ui.dates import day, month, put


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


def trip_in_words(trip: Trip) -> str:
    """From when to when somebody was away, as far as it is known."""
    left, back = known(trip.left_on), known(trip.back_on)
    if left is None:
        return put(_("Left: not known; back %(back)s"), back=_as_known(back)) if back else ""
    if back is None:
        return put(_("Left %(left)s; not back yet, or not known"), left=_as_known(left))
    return put(_("Left %(left)s, back %(back)s"), left=_as_known(left), back=_as_known(back))


def _as_known(when: Known) -> str:
    return month(when.first) if when.is_month else day(when.first)


def away(found: Counted) -> list[str]:
    """How time out of the country counts by a rule, in lines."""
    lines = [
        f"{said} {_days(each.span)} {_against(each)}"
        for said, each in ((_("Longest absence:"), found.one), (_("All absences together:"), found.all))
        if each
    ]
    excused = ngettext(
        "%(n)s absence is left out, as written.", "%(n)s absences are left out, as written.", found.excused
    )
    not_counted = ngettext(
        "%(n)s absence has no day of leaving and is not counted.",
        "%(n)s absences have no day of leaving and are not counted.",
        found.not_counted,
    )
    told = ((excused, found.excused), (not_counted, found.not_counted))
    return lines + [words % {"n": number} for words, number in told if number]


def _days(span: Span) -> str:
    if span.least == span.most:
        return ngettext("%(n)s day.", "%(n)s days.", span.most) % {"n": span.most}
    told = ngettext("between %(least)s and %(n)s day.", "between %(least)s and %(n)s days.", span.most)
    return told % {"least": span.least, "n": span.most}


def _against(told: Against) -> str:
    if told.is_more:
        return _("More than the %(limit)s of our rule.") % {"limit": told.limit}
    if told.may_be_more:
        return _("May be more than the %(limit)s of our rule.") % {"limit": told.limit}
    return _("Not more than the %(limit)s of our rule.") % {"limit": told.limit}
