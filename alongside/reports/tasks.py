"""What the worker does of this room."""

from uuid import UUID

from alongside.access.actor import Actor
from alongside.access.keeper import one_at_a_time
from alongside.access.roles import Can
from alongside.jobs.asking import job
from alongside.reports.counting import make
from alongside.reports.models import Report


@job(Can.SEE_PROGRAM)
def make_report(*, by: Actor, report: UUID) -> None:
    """Make what was asked for, once; one after the other, so that each sees what was told before it."""
    one_at_a_time("reports.made")
    row = Report.objects.select_for_update().filter(pk=report, made_at=None, by_id=by.id).first()
    if row is not None:
        make(row)
