"""The whole timeline of a participant on a page of its own: by strand, by year and by month."""

from contextlib import suppress
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside import trail
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.desk import timeline
from alongside.participants import alike, queries
from alongside.participants.opened import opened
from alongside.participants.queries import Participant


def tied_and_looked(actor: Actor, person: Participant) -> list[Participant]:
    """The other records of the same person, whose moments stand among these; that they were read is kept."""
    tied = alike.named(actor, alike.tied_to(person))
    for each in tied:
        trail.looked("open_record", each.pk)
    return tied


@staff(Can.READ_RECORD)
@require_safe
def whole(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Every moment, newest first; a year or a month is one click away."""
    person = opened(request.actor, participant, "open_timeline", alike.tied_beside, tonight=True)
    also = [each.pk for each in tied_and_looked(request.actor, person)]
    strand = request.GET.get("strand", "")
    strand = strand if strand in timeline.STRANDS else ""
    stretch = _stretch(request)
    months = queries.months([participant, *also])
    years = list(dict.fromkeys(year for year, _month in months))
    shown = {
        "person": person,
        "page": timeline.page(participant, also=also, stretch=stretch, after=_after(request), strand=strand),
        "strands": timeline.strands(),
        "years": years,
        "months": [date(year, month, 1) for year, month in months if year == (stretch.year or years[0])],
    }
    return render(request, "desk/timeline.html", shown)


def asked_of(request: StaffRequest) -> str:
    """What an older address of a participant's page asked of its timeline."""
    return urlencode(
        {name: request.GET[name] for name in ("strand", "year", "before") if name in request.GET}
    )


def _stretch(request: StaffRequest) -> timeline.Stretch:
    year, _dash, month = request.GET.get("month", request.GET.get("year", "")).partition("-")
    with suppress(ValueError):
        asked = date(int(year), int(month or 1), 1)
        return timeline.Stretch(asked.year, asked.month if month else None)
    return timeline.Stretch()


def _after(request: StaffRequest) -> UUID | None:
    with suppress(ValueError):
        return UUID(request.GET.get("before", ""))
    return None
