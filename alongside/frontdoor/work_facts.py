"""What this room tells of a worker's weeks: calls and visits after hours, as amounts; none of their words."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from alongside.access.given import WorkFact
from alongside.agency.nights import after_hours
from alongside.frontdoor.queries import times_of_workers


def of(staff: Sequence[UUID], begins: date, ends: date) -> Iterator[WorkFact]:
    """Of each, the calls and visits of these days in the evening or at night."""
    for worker, times in times_of_workers(staff, begins, ends).items():
        number, nights = after_hours(times)
        if number:
            said = ngettext("%(number)d call or visit", "%(number)d calls or visits", number) % {
                "number": number
            }
            on = ngettext("in %(nights)d night", "in %(nights)d nights", nights) % {"nights": nights}
            yield WorkFact(worker, _("Calls in the evening or at night"), f"{said} {on}", on_board=False)
