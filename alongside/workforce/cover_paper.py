"""Who to reach when their case manager is not here: the words for the person."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.agency import patterns
from alongside.agency.models import TimeOff
from alongside.agency.patterns import in_words
from alongside.agency.queries import agency
from alongside.participants.queries import Participant
from alongside.ui.dates import put
from alongside.workforce import cover_queries
from alongside.workforce.cover_words import span


@dataclass(frozen=True)
class There:
    """Who is there for one person: their case manager, when these are away next, who covers then, and their backup."""

    name: str
    staff: UUID | None
    backup: str
    off: TimeOff | None
    cover: str


def there(person: Participant) -> There:
    """As it is now."""
    staff = person.case_manager
    off = cover_queries.next_off(staff.pk) if staff else None
    cover = cover_queries.covers(off.pk).get(person.pk) if off else None
    name = staff.name if staff else ""
    return There(
        name, staff.pk if staff else None, person.backup or "", off, cover.staff.name if cover else ""
    )


def lines(found: There) -> list[str]:
    """The words for the person. A number stands there only where the agency has one."""
    told = []
    if found.staff:
        told += [put(_("Your case manager is %(name)s."), name=found.name), *_hours(found.staff, found.name)]
    if found.off:
        told.append(put(_("%(name)s is away %(span)s."), name=found.name, span=span(found.off)))
        if found.cover:
            told.append(put(_("%(name)s is there for you meanwhile."), name=found.cover))
    if found.backup:
        told.append(
            put(_("When your case manager is not here, %(name)s is there for you."), name=found.backup)
        )
    return told + _always()


def _hours(staff: UUID, name: str) -> list[str]:
    row = patterns.current([staff]).get(staff)
    days = in_words(row) if row else []
    if row is None or not days:
        return []
    told = put(_("%(name)s works: %(days)s."), name=name, days="; ".join(days))
    return [told, patterns.zone_told(row)] if row.zone else [told]


def _always() -> list[str]:
    ours = agency()
    if not ours.hotline:
        return []
    number = ", ".join(part for part in (f"\u2068{ours.hotline}\u2069", ours.hotline_hours) if part)
    return [
        put(_("At any other hour you can call: %(number)s."), number=number),
        _("Whoever answers writes it down for your case manager. You need not explain everything."),
    ]
