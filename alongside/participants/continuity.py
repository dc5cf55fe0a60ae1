"""Who has walked with somebody, how long, and how many changes there were: said before anybody is changed."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside import clock
from alongside.participants.choices import Part
from alongside.participants.models import Membership, Participant


def months_between(first: date, last: date) -> int:
    """Whole months."""
    return max(0, (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day))


def walked(participant: UUID) -> list[Membership]:
    """Everybody who was their case manager, in order; the same one twice in a row counts once."""
    rows = Membership.objects.filter(participant_id=participant, part=Part.CASE_MANAGER)
    found: list[Membership] = []
    for row in rows.select_related("staff").order_by("during"):
        if not found or found[-1].staff_id != row.staff_id:
            found.append(row)
    return found


def facts(person: Participant) -> list[str]:
    """What a change of case manager would be for them, in sentences."""
    return told(
        [row.during.lower for row in walked(person.pk) if row.during and row.during.lower],
        person.first_contact_at,
        clock.today(),
    )


def told(began: Sequence[datetime], first_contact: datetime, today: date) -> list[str]:
    """The sentences, of when each of their case managers began."""
    with_us = months_between(timezone.localtime(first_contact).date(), today)
    if not began:
        return [_("They have had no case manager yet."), _with_us(with_us)]
    months = months_between(timezone.localtime(began[0]).date(), today)
    return [_change(len(began), months), _with_us(with_us)]


def _change(number: int, months: int) -> str:
    if not months:
        if number == 1:
            return _("This would be the first change, in their first month.")
        return _("This would be the %(nth)s change in less than a month.") % {"nth": _nth(number)}
    if number == 1:
        said = ngettext(
            "This would be the first change in %(months)d month.",
            "This would be the first change in %(months)d months.",
            months,
        )
        return said % {"months": months}
    said = ngettext(
        "This would be the %(nth)s change in %(months)d month.",
        "This would be the %(nth)s change in %(months)d months.",
        months,
    )
    return said % {"nth": _nth(number), "months": months}


def _nth(number: int) -> str:
    named = {2: _("2nd"), 3: _("3rd")}
    return named.get(number) or _("%(number)dth") % {"number": number}


def _with_us(months: int) -> str:
    if not months:
        return _("With us for less than a month.")
    return ngettext("%(months)d month with us.", "%(months)d months with us.", months) % {"months": months}
