"""Pages of closing and coming back. Closing is no outcome: their words, what we keep, a card, an open door."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.agency.queries import agency
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.journey import forms, queries
from alongside.journey.actions import close_together, come_back
from alongside.participants.choices import State
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.participants.queries import still_open
from alongside.participants.rules import StillOpen
from alongside.ui.pause import pause_after, pause_before
from alongside.ui.undo import say


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def closing(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Close together, with the door open."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_closing")
    open_now = still_open(participant) if person.state != State.CLOSED else []
    form = filled(request, forms.ClosingForm, f"journey.closing:{participant}", still_open=open_now)
    page = Page(
        title=_("Closing, with the door open"),
        section=_("Closing"),
        about=person,
        lede=_("An end for now, in their words. Nobody grades it, and they can come back on any day."),
        back=reverse("participants:choices", args=[participant]),
        leave=_("Rather a pause"),
        save=_("Close, with the door open"),
        kept=_("Closed, with the door open. Everything stays as it was."),
        undo=reverse("journey:again", args=[participant]),
        refusals={StillOpen: (None, forms.THEY_CHOOSE)},
        template="journey/closing.html",
        more=lambda: {"person": person, "last": queries.closing_of(participant)},
    )

    def keep(told: dict[str, Any]) -> HttpResponse | str:
        closes = person.state != State.CLOSED
        if closes and (pause := pause_before(request, request.path)) is not None:
            return pause
        given = {name: told[name] for name in ("words", "keeping")} | {"chosen": told.get("chosen", False)}
        close_together(by=request.actor, participant=participant, closing=form.once(), **given)
        home = reverse("desk:participant", args=[participant])
        return pause_after(request, where("practice:pause"), home, heavy=closes)

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_POST
def again(request: StaffRequest, participant: UUID) -> HttpResponse:
    """They are back: one tap, and nothing is asked again."""
    opened(request.actor, participant)
    come_back(by=request.actor, participant=participant)
    say(request, _("We walk on together. Everything is as it was, and nothing has to be told twice."))
    return redirect("desk:participant", participant)


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def hotline_card(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A small card to take along: the umbrella's name and its number, and nothing that says more."""
    opened(request.actor, participant)
    ours = agency()
    if not ours.hotline:
        say(request, _("Add the hotline number first. A card without a number is not printed."))
        return redirect("journey:closing", participant)
    shown, thing = {"participant": participant, "agency": ours}, gate.OwnThing.CARD
    return own_page(request, participant, thing, "print_card", "journey/print_card.html", shown)
