"""How a report is told: on its page, in a list, as a picture and in a file."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.utils import formats
from django.utils.translation import gettext as _

from alongside.funders.catalog import forms
from alongside.reports.choices import Audience, Kind, Measure, Wait
from alongside.reports.models import Report
from alongside.reports.queries import Line, Number, Table, table_of
from alongside.reports.rules.periods import is_whole_months
from alongside.ui import tables

FILES = {"csv": tables.CSV, "xlsx": tables.WORKBOOK}
HIDDEN = 12.0  # of the outline of a number that is hidden, in hundredths of the picture
MOST_BARS = 60


def figure(number: Number, least: int) -> str:
    """One number in words: as it is, or how it is hidden."""
    if number.number is not None:
        return _amount(number.measure, number.number)
    if number.is_small and number.measure == "people":
        return _("fewer than %(least)s") % {"least": least}
    return _("fewer than %(least)s people") % {"least": least} if number.is_small else _("not shown")


def called(row: Report) -> str:
    """What a report is called: a funder's form by its name and number."""
    form = forms().get(row.form)
    return form.called if form else str(row.get_kind_display())


def _of_gaps(number: Number, least: int) -> str:
    return _("fewer than %(least)s") % {"least": least} if number.is_small else figure(number, least)


def _amount(measure: str, number: int) -> str:
    if measure == "minutes":
        return formats.number_format(round(number / 60, 1), 1, use_l10n=True)
    return formats.number_format(number, use_l10n=True, force_grouping=True)


def figure_of(row: Report, number: Number | None) -> str:
    """One number of a report in words; nothing where there is none."""
    if number is None:
        return ""
    tell = _of_gaps if row.kind == Kind.GAPS else figure
    return tell(number, row.least or 0)


def _headings(row: Report, table: Table) -> list[str]:
    found = []
    for measure, first in table.columns:
        called = str(Measure(measure).label)
        if row.by_month:
            called = formats.date_format(first, "YEAR_MONTH_FORMAT") if first else _("All of it")
        found.append(called)
    return found


def of(row: Report) -> dict[str, Any]:
    """What the page of a report shows."""
    table = table_of(row)
    lines = [
        {
            "name": line.name,
            "section": line.section,
            "is_sum": line.is_sum,
            "figures": [figure_of(row, each) for each in line.numbers],
        }
        for line in table.lines
    ]
    parts = [(name, list(these)) for name, these in groupby(lines, key=lambda line: line["section"])]
    return {
        "called": called(row),
        "parts": parts,
        "headings": _headings(row, table),
        "lines": lines,
        "hides": table.hides,
        "holds": table.holds,
        "bars": list(_bars(row, table)),
        "counted": Wait.WAITS.label
        if row.kind == Kind.WAITING and row.by_month
        else Measure(table.columns[0][0]).label,
        "for_all": row.audience == Audience.AGENCY,
        "is_form": row.kind == Kind.FORM,
        "warns": row.kind == Kind.TIME,
        "whole_months": is_whole_months((row.begins, row.ends + timedelta(days=1))),
    }


def in_a_list(row: Report) -> dict[str, Any]:
    """What the list says of a report."""
    return {"row": row, "called": called(row), "is_made": row.made_at is not None}


def _bars(row: Report, table: Table) -> Iterator[tuple[str, list[tuple[str, float, float]]]]:
    """The picture says what the table says: month by month the sum, or who waits; else each row. Each bar is what it
    says and its parts (key, where it begins, its width) of one hundred; what is hidden is a short outline."""
    if row.by_month:
        over = next((line for line in table.lines if line.is_sum or line.label == Wait.WAITS), None)
        shown = list(zip(_headings(row, table), over.numbers, strict=True))[:-1] if over else []
    else:
        shown = [(line.name, line.numbers[0]) for line in table.lines if _is_plain(row.kind, line)]
    most = max((number.number or 0 for _name, number in shown if number), default=0)
    for name, number in shown[:MOST_BARS]:
        if number is None:
            continue
        wide = round(100 * (number.number or 0) / most, 1) if most else 0
        part = ("spent", 0.0, HIDDEN) if number.number is None else ("balance", 0.0, wide)
        yield f"{name}: {figure_of(row, number)}", [part]


def _is_plain(kind: str, line: Line) -> bool:
    """Whether a row stands for itself; of systems and gaps those that a reader compares, of a form none."""
    if kind == Kind.FORM:
        return False
    if kind == Kind.BARRIERS:
        return line.label.endswith("|*") and not line.is_sum
    return line.label.startswith("kind=") if kind == Kind.GAPS else not line.is_sum and line.label != "new"


# As a file.


def _rows(row: Report) -> Iterator[list[Any]]:
    table = table_of(row)
    days = f"{row.begins.isoformat()} / {row.ends.isoformat()}"
    yield [called(row), days]
    yield ["", *_headings(row, table)]
    section = ""
    for line in table.lines:
        if line.section != section:
            section = line.section
            yield [section]
        told = [
            (round(each.number / 60, 1) if each.measure == "minutes" else each.number)
            if each is not None and each.number is not None
            else figure_of(row, each)
            for each in line.numbers
        ]
        yield [line.name, *told]


def as_file(row: Report, form: str) -> bytes:
    """The table as it is told, for another program."""
    return (tables.as_csv if form == "csv" else tables.as_workbook)(_rows(row))
