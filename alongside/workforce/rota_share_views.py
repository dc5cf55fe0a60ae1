"""How being on call is shared over a year, and one's own shifts as a file to take along."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.ui import dates
from alongside.ui.dates import put
from alongside.workforce import rota_queries
from alongside.workforce.rota_calendar import FILE_NAME, calendar_file
from alongside.workforce.rota_rules import NIGHT

A_YEAR = timedelta(days=365)


@staff(Can.WORK_HERE)
@require_safe
def shares(request: StaffRequest) -> HttpResponse:
    """Nights, weekends and hours of the year behind: of everybody for supervisors, by name; else one's own."""
    now, me = clock.now(), request.actor
    rows = rota_queries.shares(now - A_YEAR, now, None if me.may(Can.SUPERVISE) else me.id)
    counted = _(
        "A night lasts from %(since)s to %(until)s; two hours of it, or of a Saturday or Sunday, count as one."
        " So do two hours of a day on which we are closed; which days these are, an administrator says."
    )
    shown = {
        "rows": [(who, told, round(told.hours / timedelta(hours=1))) for who, told in rows],
        "since": now - A_YEAR,
        "may_set": me.may(Can.SET_UP_AGENCY),
        "counted": put(counted, since=dates.hour(NIGHT[0]), until=dates.hour(NIGHT[1])),
    }
    return render(request, "workforce/shares.html", shown)


@staff(Can.WORK_HERE)
@require_POST
def calendar(request: StaffRequest) -> HttpResponse:
    """One's own shifts that are not over, under a neutral title."""
    shifts = rota_queries.my_shifts(request.actor.id)
    return HttpResponse(
        calendar_file(shifts, _("Appointment")),
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{FILE_NAME}"', "Cache-Control": "no-store"},
    )
