"""Making a report: counted by the worker, small numbers hidden beside all that the same readers were told before."""

import json
from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection

from alongside import clock
from alongside.agency.queries import agency
from alongside.funders.queries import every_field
from alongside.reports import form_tables, shapes
from alongside.reports.beside import KINDS, Beside, is_of_services, links, told_beside
from alongside.reports.choices import MEASURES, Audience, Kind
from alongside.reports.models import Report, ReportSettings
from alongside.reports.rules.attack import Key
from alongside.reports.rules.hiding import HELD, QUIET, SHOWN, NotWithThese, hide
from alongside.reports.rules.linking import Linked, Told
from alongside.reports.rules.periods import Span, fiscal_year, months_of, overlapping, pieces

Numbers = dict[tuple[str, Span], dict[str, int | None]]
Cells = list[
    tuple[str, str, int, int | None, str]
]  # of what, which row, which column, the number, how it is hidden
_FORM = (
    "core.counted_form(%s, %s::timestamptz[], %s::timestamptz[], %s::timestamptz[], %s, %s::jsonb, %s::jsonb)"
)
_COLUMNS = "select what, span, times, minutes, people, months from "


def columns_of(report: Report) -> list[Span]:
    """The spans of its columns: month by month, and the whole of it last."""
    whole = (report.begins, report.ends + timedelta(days=1))
    months = months_of(whole) if report.by_month else []
    return [*months, whole] if months != [whole] else [whole]


def measures_of(kind: str, by_month: bool) -> tuple[str, ...]:
    """What is counted of each row; month by month one thing alone."""
    return MEASURES[kind][:1] if by_month else MEASURES[kind]


def make(report: Report) -> None:
    """Count, hide, and keep what may be told; where nothing may, keep that."""
    if report.kind == Kind.FORM:
        report.made_of = form_tables.made_of(every_field(report.form))
    columns, is_team = columns_of(report), report.audience == Audience.TEAM
    before = [] if is_team else _told_before(report, columns)
    others = [] if is_team else told_beside(report, columns)
    before += [told for each in others for told in _told_in(each)]
    spans = list(dict.fromkeys([*columns, *(each.span for each in before)]))
    spans += [each for each in pieces(spans) if each not in spans]
    numbers = _counted(report, spans)
    own = set(numbers)
    _count_beside(report, others, spans, numbers)
    report.least = (ReportSettings.objects.filter(pk=1).first() or ReportSettings()).least
    labels = sorted({label for label, span in own if span in columns and not label.startswith(shapes.SOUGHT)})
    measures = measures_of(report.kind, report.by_month)
    found: dict[Key, str] = {}
    if not is_team:
        known = {label for label, _span in numbers} | {each.label for each in before}
        parts = _sums_of(report, known) + _links(report, others, known)
        linked = Linked(numbers, parts, report.least, people_add=_people_add(report))
        try:
            found = hide(linked.puzzle_of(labels, columns, measures, before))
        except NotWithThese:
            report.refused = True
    report.cells = [] if report.refused else _cells(numbers, labels, columns, measures, found)
    report.made_at = clock.now()
    report.save(update_fields=["made_at", "least", "cells", "refused", "made_of"])


def _told_in(each: Beside) -> list[Told]:
    """What stands of services in a table that was told under another name."""
    row, spans = each.report, columns_of(each.report)
    return [
        Told(measure, each.named(label), spans[place], number, how, row.least or 0, guards=True)
        for measure, label, place, number, how in row.cells or ()
        if is_of_services(row.kind, label)
    ]


def _count_beside(report: Report, others: Sequence[Beside], spans: Sequence[Span], numbers: Numbers) -> None:
    """Count the rows of those tables as well, and the kinds of service that all of them are made of."""
    if not others:
        return
    kinds = Report(kind=Kind.SERVICES, audience=report.audience, fiscal_month=report.fiscal_month)
    counted = [Beside(kinds, KINDS)] if report.kind == Kind.FORM else []
    for each in [*counted, *(one for one in others if one.report.kind == Kind.FORM)]:
        for (label, span), told in _counted(each.report, spans).items():
            if is_of_services(each.report.kind, label):
                numbers[each.named(label), span] = told


def _links(report: Report, others: Sequence[Beside], known: set[str]) -> list[tuple[str, list[str]]]:
    if not others:
        return []
    kinds = KINDS if report.kind == Kind.FORM else ""
    found = links(report, "", kinds)
    if kinds:
        whole = f"{KINDS}{shapes.ALL}"
        found.append((whole, sorted(each for each in known if each.startswith(KINDS) and each != whole)))
    for each in others:
        if each.report.kind == Kind.FORM:
            found += links(each.report, each.before, kinds)
    return found


def _sums_of(report: Report, known: set[str]) -> list[tuple[str, list[str]]]:
    if report.kind == Kind.FORM:
        return form_tables.sums_of(report.made_of or {}, sorted(known))
    if report.kind == Kind.SERVICES:  # without those of forms that were told before
        known = {each for each in known if ":" not in each}
    return shapes.sums_of(report.kind, known)


def _people_add(report: Report) -> Callable[[Sequence[str]], bool]:
    if report.kind == Kind.FORM:
        return partial(form_tables.people_add, report.made_of or {})
    return lambda _parts: report.kind == Kind.PEOPLE


def _cells(
    numbers: Numbers,
    labels: Sequence[str],
    columns: Sequence[Span],
    measures: Sequence[str],
    hidden: dict[Key, str],
) -> Cells:
    found: Cells = []
    told = {
        (label, name) for (label, _span), each in numbers.items() for name in each if each[name] is not None
    }
    for label in labels:
        for place, span in enumerate(columns):
            for measure in (each for each in measures if (label, each) in told):
                how = hidden.get((measure, label, span), SHOWN)
                number = (numbers.get((label, span), {}).get(measure) or 0) if how == SHOWN else None
                found.append((measure, label, place, number, HELD if how == QUIET else how))
    return found


def _told_before(report: Report, columns: Sequence[Span]) -> list[Told]:
    """Every number of this kind that was told to the same readers of days that overlap, the oldest first."""
    told = Report.objects.filter(kind=report.kind, form=report.form, audience=report.audience, refused=False)
    rows = list(told.exclude(made_at=None).exclude(pk=report.pk).order_by("made_at", "pk"))
    # Of another fiscal year, new is another thing: only the sum is the same.
    if report.kind in (Kind.PEOPLE, Kind.FORM):
        rows = [row for row in rows if row.fiscal_month == report.fiscal_month]
    near = set(columns) | set(overlapping(columns, [span for row in rows for span in columns_of(row)]))
    return [
        Told(measure, label, span, number, how, row.least or 0)
        for row in rows
        for measure, label, place, number, how in row.cells or ()
        if (span := columns_of(row)[place]) in near
    ]


def _counted(report: Report, spans: Sequence[Span]) -> Numbers:
    """What the keeper counts, of each row in each span; and the rows that are sums, where they only add up."""
    asked, told = _asking(report, spans)
    numbers: Numbers = {}
    with connection.cursor() as cursor:
        cursor.execute(_COLUMNS + asked, told)
        for what, span, times, minutes, people, months in cursor.fetchall():
            every = {"times": times, "minutes": minutes, "people": people, "months": months}
            if report.kind == Kind.FORM and what == form_tables.ALL_SERVICES:
                every["people"] = None  # the same number as of everybody
            label = f"{shapes.SOUGHT}{what}" if report.kind == Kind.GAPS else what
            numbers[label, spans[span - 1]] = every
    if report.kind in (Kind.GAPS, Kind.PEOPLE):
        _add_up(report.kind, numbers, spans)
    return numbers


def _add_up(kind: str, numbers: Numbers, spans: Sequence[Span]) -> None:
    measure = MEASURES[kind][0]
    for whole, parts in shapes.sums_of(kind, {label for label, _span in numbers}):
        for span in spans:
            total = sum(numbers.get((part, span), {}).get(measure) or 0 for part in parts)
            if total:
                numbers.setdefault((whole, span), {measure: total})


def _made(report: Report) -> tuple[Any, Any]:
    made = report.made_of or {"kinds": [], "items": []}
    return made["kinds"], made["items"]


def _asking(report: Report, spans: Sequence[Span]) -> tuple[str, list[Any]]:
    mine = report.audience == Audience.TEAM
    zone = ZoneInfo(agency().time_zone or settings.TIME_ZONE)

    def moments(days: Sequence[date]) -> list[datetime]:
        return [datetime.combine(day, time(), tzinfo=zone) for day in days]

    first, after = [span[0] for span in spans], [span[1] for span in spans]
    at: list[Any] = [mine, moments(first), moments(after)]
    fiscal = [fiscal_year(each, report.fiscal_month)[0] for each in first]
    asked: dict[Kind, tuple[str, list[Any]]] = {
        Kind.SERVICES: ("core.counted_services(%s, %s::timestamptz[], %s::timestamptz[])", at),
        Kind.ACTIVITY: ("core.counted_activity(%s, %s::timestamptz[], %s::timestamptz[])", at),
        Kind.ASSISTANCE: ("core.counted_assistance(%s, %s::timestamptz[], %s::timestamptz[])", at),
        Kind.TIME: (
            "core.counted_time(%s, %s::timestamptz[], %s::timestamptz[], false, %s)",
            [*at, zone.key],
        ),
        Kind.LANGUAGES: (
            "core.counted_time(%s, %s::timestamptz[], %s::timestamptz[], true, %s)",
            [*at, zone.key],
        ),
        Kind.PEOPLE: (
            "core.counted_people(%s, %s::timestamptz[], %s::timestamptz[], %s::timestamptz[])",
            [*at, moments(fiscal)],
        ),
        Kind.BARRIERS: ("core.counted_barriers(%s, %s::date[], %s::date[])", [mine, first, after]),
        Kind.WAITING: (
            "core.counted_waiting(%s, %s::timestamptz[], %s::timestamptz[], %s::date[], %s::date[])",
            [*at, first, after],
        ),
        Kind.GAPS: ("core.counted_gaps(%s::date[], %s::date[])", [first, after]),
        Kind.FORM: (_FORM, [*at, moments(fiscal), report.form, *map(json.dumps, _made(report))]),
    }
    return asked[Kind(report.kind)]
