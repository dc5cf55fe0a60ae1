"""Finding somebody by any part of their alias, within reach. What was asked is in no address."""

from django.http import HttpResponse
from django.shortcuts import render

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.desk.people import group_of, row
from alongside.participants import queries

LONGEST = 200


@staff(Can.SEE_PEOPLE)
def search(request: StaffRequest) -> HttpResponse:
    """Show who was found; opened plainly, show an empty box."""
    asked = request.POST.get("q", "").replace("\x00", "").strip()[:LONGEST]
    rows = []
    if asked:
        found = queries.found_by_alias(request.actor, asked)
        tell = [person.pk for person in found if group_of(person) == "site"]
        needs = queries.needs(request.actor, tell) if tell else {}
        rows = [row(request.actor, person, needs.get(person.pk, [])) for person in found]
        trail.looked("search", request.actor.id)
    shown = {"asked": asked, "rows": rows, "may_begin": request.actor.may(Can.START_CASE)}
    return render(request, "desk/search.html", shown)
