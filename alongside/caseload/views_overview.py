"""The page of whoever directs: capacity by team, who waits, funds, gaps, agreements that end, what a year was."""

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.access.room import rooms
from alongside.caseload import overview, telling
from alongside.partners.queries import agreements_that_end
from alongside.provisions.assistance_queries import Fund, funds

SOON = timedelta(days=90)


def _funds() -> list[Fund]:
    return [each for each in funds().values() if each.is_open]


@staff(Can.SEE_OVERVIEW)
@require_safe
def shown(request: StaffRequest) -> HttpResponse:
    """Numbers and days, nobody's name; of a team of fewer than five nothing is told."""
    trail.looked("see_overview", request.actor.id)
    teams = [
        {
            "team": each,
            "weight": telling.of_room(each.load),
            "hours": telling.in_hours(each.load),
            "years": [
                {
                    "year": year.year,
                    "load": telling.figure(year.load) if year.load is not None else "",
                    "days_off": telling.figure(year.days_off),
                    "nights": telling.figure(year.nights),
                    "changes": telling.figure(year.changes),
                }
                for year in each.years
            ],
        }
        for each in overview.teams()
    ]
    today = clock.today()
    ends = agreements_that_end(today, today + SOON)
    return render(
        request,
        "caseload/overview.html",
        {
            "teams": teams,
            "waiting": overview.waiting_counts(),
            "ends": ends,
            "funds": _funds(),
            "overseen": [
                each for room in rooms() if room.on_overview for each in room.on_overview(request.actor)
            ],
        },
    )
