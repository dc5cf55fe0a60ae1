"""The two addresses that take something away and bring it back."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from alongside.access.doors import StaffRequest, View, staff
from alongside.access.roles import Can
from alongside.asking.page import Words, there
from alongside.keeping.rules import NotHere
from alongside.ui.undo import say

TAKEN_AWAY = _("Taken away. It can come back for 30 days.")
TAKEN_BACK = _("Taken back. It can come back for 30 days.")
BACK = _("It is back.")
TOO_LATE = _("It cannot come back any more.")


def say_back(request: StaffRequest, kept: Any, sentence: Words = BACK) -> None:
    """Say that something came back, or that it was away too long for that: `kept` is what the act gave."""
    say(request, str(TOO_LATE if getattr(kept, "removed_at", None) else sentence))


def undo_pair(
    can: Can,
    acts: tuple[Callable[..., Any], Callable[..., Any]],
    found: Callable[..., Any],
    home: Callable[[Any], str],
    restoring: str,
    *,
    noun: str = "",
    said: tuple[Words, Words] = (TAKEN_AWAY, BACK),
    back: Callable[[Any], str] | None = None,
    refusals: Mapping[type[Exception], Callable[[StaffRequest, Any], HttpResponse]] | None = None,
) -> tuple[View, View]:
    """The views of a pair of acts that take away and bring back.

    `found(request, **ids)` is given what the address names and answers with the row, or None or a 404 of its own; the
    acts are given the same names, or the row's id under their own `noun`, and the participant of the row. `home` is
    where it leads, `back` where bringing back leads elsewhere; `restoring` is the name of the address that brings back.
    `refusals` maps what the acts may raise to what is answered then.
    """
    answers = dict(refusals or {})

    def view(perform: Callable[..., Any], sentence: Words, leads: Callable[[Any], str], undo: str) -> View:
        def done(request: StaffRequest, **ids: UUID) -> HttpResponse:
            row = there(found(request, **ids))
            named = {noun: row.pk} if noun else ids
            try:
                kept = perform(by=request.actor, **{"participant": row.participant_id} | named)
            except NotHere as gone:
                raise Http404 from gone
            except tuple(answers) as refused:
                return answers[type(refused)](request, row)
            if undo:
                say(request, str(sentence), undo_url=reverse(undo, kwargs=ids))
            else:
                say_back(request, kept, sentence)
            return redirect(leads(row))

        return staff(can)(require_POST(done))

    return view(acts[0], said[0], home, restoring), view(acts[1], said[1], back or home, "")
