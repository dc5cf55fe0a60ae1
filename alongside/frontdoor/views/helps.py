"""Whether the drop-in may read what helps somebody: asked by whoever walks with them, and their choice."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.frontdoor import queries
from alongside.frontdoor.actions import agree_to_be_read
from alongside.frontdoor.forms import ReadHereForm
from alongside.participants.opened import opened
from alongside.ui.undo import say


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def read_here(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Ask, and show which lines it is about."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_about")
    stands = queries.agreed_to_be_read(participant)
    said = "" if stands is None else "yes" if stands.agreed else "no"
    form = ReadHereForm(request.POST or None, initial={"agreed": said})
    if request.method == "POST" and form.is_valid():
        agreed = form.cleaned_data["agreed"]
        if agreed:
            agree_to_be_read(by=request.actor, participant=participant, agreed=agreed == "yes")
        say(request, _("What the drop-in may read is saved."))
        return redirect("participants:about", participant)
    shown = {"person": person, "form": form, "stands": stands, "told": person.told}
    return render(request, "frontdoor/read_here.html", shown, status=422 if form.is_bound else 200)
