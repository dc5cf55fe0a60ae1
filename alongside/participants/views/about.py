"""Pages about a participant: who they are to us, their alias, somebody new."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency.modules import is_off
from alongside.agency.words import Words
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.participants import actions
from alongside.participants.choices import Under18
from alongside.participants.forms import AboutForm, AliasForm, NewForm, Under18Form
from alongside.participants.opened import opened
from alongside.participants.views.known import known_by_alias
from alongside.ui.undo import say


@staff(Can.CHANGE_RECORD)
def about(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What they told us about themselves, all of it optional."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_about")
    row = person.told
    told = {name: getattr(row, name) for name in actions.DETAIL_FIELDS} if row else {"version": 0}
    form = filled(request, AboutForm, f"participants.about:{participant}", initial=told, row=row)
    young = person.under_18 == Under18.YES
    page = Page(
        title=_("In their words"),
        section=_("About"),
        about=person,
        back=reverse("desk:participant", args=[participant]),
        lede=_("Every blank may stay blank. What is written here is shown as it was said."),
        kept=_("What they told us is saved, in their words."),
        save=_("Save"),
        leave=_("Back"),
        row=row,
        template="participants/about.html",
        more={
            "part": "about",
            "drop_in": not is_off("frontdoor:read_here"),
            "under_18": Under18Form(initial={"under_18": person.under_18}, auto_id="tick_%s"),
        }
        | (_safeguards() if young else {"minor": []}),
    )

    def keep(_told: dict[str, Any]) -> str:
        seen = form.seen_version()
        actions.write_details(by=request.actor, participant=participant, seen=seen, **form.told())
        return page.back

    return ask(request, form, page, keep)


def _safeguards() -> dict[str, Any]:
    """What is different for somebody under 18, in the agency's words; nothing where it hides them."""
    words = Words()
    lines = [line.strip() for line in words.say("journey.minor").splitlines() if line.strip()]
    told = [{"title": words.say("journey.minor.title"), "lines": lines}] if lines else []
    return {"minor": told, "minor_say": words.say("journey.minor.say").splitlines()}


@staff(Can.CHANGE_RECORD)
def alias(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Another alias, as they wish."""
    person = opened(request.actor, participant)
    form = filled(request, AliasForm, f"participants.alias:{participant}", initial={"alias": person.alias})
    page = Page(
        title=_("Another alias"),
        section=_("Alias"),
        about=person,
        back=reverse("participants:about", args=[participant]),
        kept=_("The new alias is kept. They are found by it from now on."),
        save=_("Save this alias"),
        leave=_("Back"),
    )

    def keep(told: dict[str, Any]) -> str:
        actions.rename(by=request.actor, participant=participant, alias=told["alias"])
        return reverse("desk:participant", args=[participant])

    return ask(request, form, page, keep)


@staff(Can.CHANGE_RECORD)
@require_POST
def under_18(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A worker's tick; opens added safeguards and closes nothing."""
    opened(request.actor, participant)
    form = Under18Form(request.POST)
    if form.is_valid():
        ticked = form.cleaned_data["under_18"]
        actions.set_under_18(by=request.actor, participant=participant, under_18=ticked)
        say(request, _("The tick for under 18 is saved."))
    return redirect("participants:about", participant)


@staff(Can.START_CASE)
def new(request: StaffRequest) -> HttpResponse:
    """Somebody new: an alias, and one need to begin with. Nothing else is asked."""
    form = filled(request, NewForm, "participants.new:new")
    known: dict[str, Any] = {}
    page = Page(
        section=_("Add a person"),
        title=_("Add a person"),
        back="",
        lede=_("A name to go by and one sentence of what they would like help with. Nothing else is asked."),
        kept=_("The person is added. Nothing more is needed now."),
        template="participants/new.html",
        more=known,
        refusals={TurnedDown: ("need", _("One sentence in their own words opens the door."))},
    )

    def keep(told: dict[str, Any]) -> str | None:
        alias, participant = told["alias"], form.once()
        if people := known_by_alias(request, alias, participant):
            known.update({"known": people, "anyway": alias})
            return None
        actions.add_participant(
            by=request.actor,
            participant=participant,
            alias=alias.strip(),
            need=told["need"],
            start=bool(told["start"]),
        )
        walks = Role.CASE_MANAGER in request.actor.roles
        return reverse("desk:participant" if walks else "participants:team", args=[participant])

    return ask(request, form, page, keep)
