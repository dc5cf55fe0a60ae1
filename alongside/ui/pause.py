"""A pause before something weighty, and one after something heavy. It is offered and left no trace of.

Whether somebody paused, and what they did then, is written nowhere: not in a table, not in the trail, not in the
session. A room calls `pause_before` in one line; what is asked comes with the frame, in the agency's words.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

GO_ON = "go_on"


def pause_before(request: HttpRequest, back: str = "/") -> HttpResponse | None:
    """A few questions before an act, or None where the one who asks for it goes on.

    What was sent waits in the page as it is, so that going on is one click. `back` is where the other way leads.
    """
    if GO_ON in request.POST:
        return None
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        if name != "csrfmiddlewaretoken"
        for value in values
    ]
    return render(request, "ui/pause.html", {"sent": sent, "back": back})


def pause_after(request: HttpRequest, pause: str, onwards: str, *, heavy: bool = False) -> str:
    """Where to go after something was kept: by way of the pause, where it is `heavy` or its writer said so.

    `pause` is its address, or nothing while there is none. The tick itself is kept nowhere.
    """
    offered = pause and (heavy or request.POST.get("heavy"))
    return f"{pause}?{urlencode({'next': onwards})}" if offered else onwards
