"""Asking for a report, and how small numbers are told."""

from datetime import date
from uuid import UUID

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.acts import TurnedDown, act
from alongside.access.roles import Can
from alongside.funders import catalog
from alongside.keeping.rows import held_or_new
from alongside.reports.choices import Kind
from alongside.reports.models import Report, ReportSettings
from alongside.reports.tasks import make_report


@act(Can.SEE_PROGRAM)
def ask_report(
    *,
    by: Actor,
    report: UUID,
    kind: str,
    audience: str,
    purpose: str,
    period: str,
    begins: date,
    ends: date,
    by_month: bool,
    fiscal_month: int,
    form: str = "",
) -> Report:
    """Ask for a table of counts, or a funder's form; the worker makes it. Sent twice, it is one. Raises TurnedDown."""
    if (kind == Kind.FORM) != (form in catalog.forms()):
        raise TurnedDown("not_offered")
    found = held_or_new(Report, report)
    if found is not None:
        return found
    row = Report(
        id=report, kind=kind, audience=audience, purpose=purpose, period=period, begins=begins, ends=ends,
        by_month=by_month, fiscal_month=fiscal_month, form=form, at=clock.now(), by_id=by.id,
    )  # fmt: skip
    row.save(force_insert=True)
    make_report.ask(by=by, report=report)
    return row


@act(Can.SET_UP_AGENCY)
def set_reports(*, by: Actor, least: int, fiscal_month: int) -> None:
    """Set the fewest that are told, and the month a fiscal year begins in."""
    row = ReportSettings.objects.filter(pk=1).first() or ReportSettings(version=0)
    row.least, row.fiscal_month, row.version = least, fiscal_month, row.version + 1
    row.save()
