"""What this room tells of a worker's weeks: nights on call, first or second; and that they are away, never why."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside import clock
from alongside.access.given import WorkFact
from alongside.workforce.cover_queries import times_off
from alongside.workforce.cover_words import span, until
from alongside.workforce.rota_queries import shares


def of(staff: Sequence[UUID], begins: date, ends: date) -> Iterator[WorkFact]:
    """In how many nights of these days each was on call; until when they are away, or the days they are away next."""
    first, now = datetime.combine(begins, time(12), tzinfo=clock.zone()), clock.now()
    for who, told in shares(first, now):
        if who.pk in staff:
            yield WorkFact(who.pk, _("Nights on call"), str(told.nights))
    told_of = set()
    for off in times_off():
        if off.confirmed_at and off.staff_id in staff and off.staff_id not in told_of:
            told_of.add(off.staff_id)
            words = until(off.during.upper) if off.during.lower <= now else span(off)
            yield WorkFact(off.staff_id, _("Time off"), words)
