"""What is handed on of this room: clocks that run, and what is approved from month to month."""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext as _

from alongside.access.given import Handed
from alongside.agency.modules import is_off
from alongside.benefits.queries import approvals, clocks
from alongside.ui.dates import day


def handed(participant: UUID) -> Iterator[Handed]:
    """Each with the day it ends."""
    if is_off("benefits:clocks"):
        return
    running = [read.row for read in clocks(participant) if read.row.is_open]
    lines = [f"{row.what}: {day(row.ends_on)}" if row.ends_on else row.what for row in running]
    yield Handed("plan", _("Benefit clocks"), tuple(lines))
    open_ones = [row for row in approvals(participant) if row.is_open]
    yield Handed("plan", _("Monthly approvals"), tuple(row.what for row in open_ones))
