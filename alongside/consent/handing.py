"""What goes into a participant's own hands: looked at first, and kept as given when somebody gives it.

Looking writes nothing but the trail. A page for paper is given by its button, which sends this same address; a file
comes as the answer to a button, never to opening an address.
"""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from alongside import trail
from alongside.access.doors import StaffRequest
from alongside.consent import gate
from alongside.consent.choices import OwnThing
from alongside.ui.undo import say


def give(request: StaffRequest, participant: UUID, what: OwnThing, verb: str, of: UUID | None = None) -> None:
    """Keep that this was put into their own hands; `verb` is how the trail calls it, `of` which one it is."""
    trail.taken(verb, participant, trail.Purpose.OWN_COPY, of)
    gate.own_copy(request.actor, participant, what)


def own_page(
    request: StaffRequest, participant: UUID, what: OwnThing, verb: str, template: str, shown: dict[str, Any]
) -> HttpResponse:
    """A page for their own hands: opened, it is looked at; sent, it is given."""
    if request.method == "POST":
        give(request, participant, what, verb)
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            return HttpResponse(status=204)
        say(request, _("Saved as given to them. Print it with your browser."))
        return redirect(request.get_full_path())
    trail.looked("look_at_paper", participant)
    told = {"spoken": getattr(request, "spoken", ""), "has_theirs": getattr(request, "has_theirs", True)}
    return render(request, template, {**told, **shown, "is_given_here": True})
