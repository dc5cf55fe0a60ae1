"""What this room tells of a worker's weeks: since when they had no supervision; never what was said there."""

from collections.abc import Iterator, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from alongside.access.given import WorkFact
from alongside.practice.queries import last_met
from alongside.practice.since import how_long_since


def of(staff: Sequence[UUID], begins: date, ends: date) -> Iterator[WorkFact]:
    """The last supervision of each, as the two of them wrote it down."""
    met = last_met(staff)
    for each in staff:
        yield WorkFact(each, _("Supervision"), how_long_since(met.get(each)))
