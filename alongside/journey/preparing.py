"""Before we meet somebody: what helps to prepare, by what they speak and by what the worker asks for just now.

What is typed here is looked for and forgotten: a language or a community is kept nowhere as something about them.
"""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.journey.forms import PrepareForm
from alongside.participants.opened import opened
from alongside.partners import queries as partners


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
def preparing(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The card before a first meeting: their own words first, then the agency's notes. Do not assume - ask."""
    person = opened(request.actor, participant, "open_preparing")
    form = PrepareForm(request.POST if request.method == "POST" else None)
    asked = form.cleaned_data["asked"].strip() if form.is_bound and form.is_valid() else ""
    told = person.told
    spoken = told.languages.strip() if told else ""
    shown = {
        "person": person,
        "told": told,
        "form": form,
        "spoken": spoken,
        "asked": asked,
        "notes": partners.notes_for([each for each in (spoken, asked) if each]),
    }
    return render(request, "journey/preparing.html", shown)
