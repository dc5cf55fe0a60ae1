"""What there is on paper, and what moved by month as a page and a file; none of it is about anybody."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.page import there
from alongside.provisions import stock_queries as queries
from alongside.ui import tables


@staff(Can.KEEP_STOCK)
@require_safe
def on_paper(request: StaffRequest, site: UUID) -> HttpResponse:
    """What there is at a place, with room to write beside it."""
    place = there(queries.place_of(request.actor, site)[0])
    trail.looked("print_stock", request.actor.id)
    shown = {"place": place, "shelves": queries.shelves(site), "clock_today": clock.today()}
    return render(request, "provisions/print_stock.html", shown)


def _a_year() -> tuple[date, date]:
    """From the first of this month a year ago until the end of this month."""
    today = clock.today()
    until = date(today.year + today.month // 12, today.month % 12 + 1, 1)
    return date(today.year - 1, today.month, 1), until


@staff(Can.COUNT_STOCK)
@require_safe
def months(request: StaffRequest) -> HttpResponse:
    """What was taken, came in and changed by counting, by month."""
    trail.looked("see_stock_months", request.actor.id)
    shown = {"months": queries.months(*_a_year()), "may_keep": request.actor.may(Can.KEEP_STOCK)}
    return render(request, "provisions/stock_months.html", shown)


@staff(Can.COUNT_STOCK)
@require_POST
def as_file(request: StaffRequest) -> HttpResponse:
    """The same as a file."""
    trail.looked("export_stock_months", request.actor.id)
    head = [_("Month"), _("Place"), _("Thing"), _("Size"), _("Taken"), _("Came in"), _("Changed by counting")]
    rows = [
        (row.month.isoformat()[:7], row.place, row.thing, row.size, row.taken, row.came, row.counted)
        for row in queries.months(*_a_year())
    ]
    answer = HttpResponse(tables.as_csv([head, *rows]), content_type=tables.CSV)
    answer["Content-Disposition"] = 'attachment; filename="months.csv"'
    return answer
