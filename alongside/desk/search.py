"""Finding somebody by any part of their alias, and words in notes, within reach. What was asked is in no address."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from alongside import trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.connection import queries as connection
from alongside.desk.people import group_of, row
from alongside.participants import alike, queries
from alongside.participants.finding import found_by_alias

LONGEST, MOST_HITS = 200, 8


def _asked(request: StaffRequest) -> str:
    return request.POST.get("q", "").replace("\x00", "").strip()[:LONGEST]


@staff(Can.SEE_PEOPLE)
def search(request: StaffRequest) -> HttpResponse:
    """Show who was found; opened plainly, show an empty box. While somebody types the hits come alone, in the same
    statements; from the bar a single hit opens."""
    asked = _asked(request)
    rows = []
    if asked:
        found = found_by_alias(request.actor, asked, along=alike.led_beside)
        tell = [person.pk for person in found if group_of(person) == "site"]
        needs = queries.needs(tell) if tell else {}
        rows = [row(request.actor, person, needs.get(person.pk, [])) for person in found]
        trail.looked("search", request.actor.id)
    if "typing" in request.POST:
        return render(request, "desk/parts/hits.html", {"rows": rows[:MOST_HITS]})
    if "open" in request.POST and len(rows) == 1:
        return redirect(rows[0]["url"])
    shown = {
        "asked": asked,
        "rows": rows,
        "may_begin": request.actor.may(Can.START_CASE),
        "reads_notes": request.actor.may(Can.OPEN_RECORD),
    }
    return render(request, "desk/search.html", shown)


@staff(Can.OPEN_RECORD)
def search_notes(request: StaffRequest) -> HttpResponse:
    """Words in the notes of one's own people: notes are opened for it, newest first, up to a bound."""
    asked = _asked(request)
    found = connection.found_in_notes(asked) if asked else None
    if asked:
        trail.looked("search_notes", request.actor.id)
    return render(request, "desk/search_notes.html", {"asked": asked, "found": found})
