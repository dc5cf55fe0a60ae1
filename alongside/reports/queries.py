"""Reading reports, with what each row is called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.funders.queries import every_field
from alongside.reports.choices import Kind
from alongside.reports.counting import columns_of, measures_of
from alongside.reports.form_tables import FormNames
from alongside.reports.models import Report, ReportSettings
from alongside.reports.rules.hiding import HELD, SHOWN, SMALL
from alongside.reports.shapes import ALL, Names

SHOWN_REPORTS = 40


@dataclass(frozen=True)
class Number:
    """One number as it is told."""

    measure: str
    number: int | None
    is_small: bool


@dataclass(frozen=True)
class Line:
    """One row of a report."""

    label: str
    name: str
    numbers: Sequence[Number | None]  # none where that is not counted of it
    section: str = ""

    @property
    def is_sum(self) -> bool:
        """Whether it is the sum of all, or of a part of a form."""
        if self.section:
            return self.label.endswith(ALL) or self.label.startswith("g|")
        return self.label.replace("|", "").strip(ALL) == ""


@dataclass(frozen=True)
class Table:
    """A report as it is read."""

    columns: list[
        tuple[str, date | None]
    ]  # of each, the measure, and the first day of its month where it has one
    lines: list[Line]
    hides: bool
    holds: bool


def settings() -> ReportSettings:
    """How small numbers are told here."""
    return ReportSettings.objects.filter(pk=1).first() or ReportSettings()


def reports() -> list[Report]:
    """Those one may read, the newest first."""
    return list(Report.objects.select_related("by").order_by("-at", "id")[:SHOWN_REPORTS])


def report(key: UUID) -> Report | None:
    """One report."""
    return Report.objects.select_related("by").filter(pk=key).first()


def table_of(row: Report) -> Table:
    """What stands in a report, row by row."""
    if row.kind == Kind.FORM:
        return _form_of(row)
    names, spans = Names(row.kind), columns_of(row)
    measures = measures_of(row.kind, row.by_month)
    columns: list[tuple[str, date | None]] = [(each, None) for each in measures]
    if row.by_month:
        columns = [*((measures[0], span[0]) for span in spans[:-1]), (measures[0], None)]
    rows: dict[str, list[Number]] = {}
    for measure, label, _place, number, how in row.cells or ():
        rows.setdefault(label, []).append(Number(measure, number, how == SMALL))
    lines = [Line(label, names.of(label), numbers) for label, numbers in rows.items()]
    how = {each[4] for each in row.cells or ()} - {SHOWN}
    return Table(columns, sorted(lines, key=lambda line: names.order(line.label)), SMALL in how, HELD in how)


def _form_of(row: Report) -> Table:
    """A funder's form as it was told, every row of it: what was not counted is none."""
    form = every_field(row.form)
    names = FormNames(form)
    told = {(measure, label): (number, how) for measure, label, _place, number, how in row.cells or ()}
    measures = measures_of(row.kind, by_month=False)
    lines = []
    for label in names.rows:
        numbers: list[Number | None] = []
        for measure in measures:
            number, how = told.get((measure, label), (0, SHOWN))
            is_counted = measure in names.measures(label)
            numbers.append(Number(measure, number, how == SMALL) if is_counted else None)
        lines.append(Line(label, names.of(label), numbers, names.section(label)))
    how = {each[4] for each in row.cells or ()} - {SHOWN}
    columns: list[tuple[str, date | None]] = [(each, None) for each in measures]
    return Table(columns, lines if row.cells else [], SMALL in how, HELD in how)
