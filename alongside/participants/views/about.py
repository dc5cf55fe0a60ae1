"""Pages about a participant: who they are to us, their alias, somebody new."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency.modules import is_off
from alongside.agency.queries import staff_names
from alongside.asking.filling import filled
from alongside.drafts.actions import drop_draft
from alongside.keeping.rules import ChangedMeanwhile
from alongside.participants import actions
from alongside.participants.forms import AboutForm, AliasForm, NewForm, Under18Form
from alongside.participants.opened import opened
from alongside.participants.queries import Details, Participant
from alongside.participants.views.known import known_by_alias
from alongside.ui.undo import say


@staff(Can.CHANGE_RECORD)
def about(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What they told us about themselves, all of it optional."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_about")
    stands = person.told
    version = stands.version if stands else 0
    told = {name: getattr(stands, name) for name in actions.DETAIL_FIELDS} if stands else {}
    key = f"participants.about:{participant}"
    form = filled(request, AboutForm, key, initial={**told, "version": version})
    status, meanwhile = 200, None
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.write_details(
                    by=request.actor,
                    participant=participant,
                    seen=form.seen_version(),
                    **form.told(),
                )
            except ChangedMeanwhile:
                status, meanwhile = 409, _meanwhile(stands, form)
            else:
                drop_draft(by=request.actor, form=key, once=form.once())
                say(request, _("Kept, in their words."))
                return redirect("desk:participant", participant)
    shown = {
        "person": person,
        "form": form,
        "meanwhile": meanwhile,
        "drop_in": not is_off("frontdoor:read_here"),
        "under_18": Under18Form(initial={"under_18": person.under_18}, auto_id="tick_%s"),
    }
    return render(request, "participants/about.html", shown, status=status)


def _meanwhile(stands: Details | None, form: AboutForm) -> dict[str, object] | None:
    """What somebody else wrote while this was being written, field by field where it differs."""
    if stands is None:
        return None
    form.follow(stands.version)
    mine = form.told()
    return {
        "by": staff_names([stands.changed_by_id]).get(stands.changed_by_id, ""),
        "at": stands.changed_at,
        "words": [
            (form.fields[name].label, getattr(stands, name))
            for name in mine
            if mine[name] != getattr(stands, name)
        ],
    }


@staff(Can.CHANGE_RECORD)
def alias(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Another alias, as they wish."""
    person: Participant = opened(request.actor, participant)
    form = filled(request, AliasForm, f"participants.alias:{participant}", initial={"alias": person.alias})
    if request.method == "POST" and form.is_valid():
        actions.rename(by=request.actor, participant=participant, alias=form.cleaned_data["alias"])
        drop_draft(by=request.actor, form=f"participants.alias:{participant}", once=form.once())
        say(request, _("The new alias is kept. They are found by it from now on."))
        return redirect("desk:participant", participant)
    status = 422 if request.method == "POST" else 200
    return render(request, "participants/alias.html", {"person": person, "form": form}, status=status)


@staff(Can.CHANGE_RECORD)
@require_POST
def under_18(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A worker's tick; opens added safeguards and closes nothing."""
    opened(request.actor, participant)
    form = Under18Form(request.POST)
    if form.is_valid():
        ticked = form.cleaned_data["under_18"]
        actions.tick_under_18(by=request.actor, participant=participant, under_18=ticked)
        say(request, _("Kept."))
    return redirect("participants:about", participant)


@staff(Can.START_CASE)
def new(request: StaffRequest) -> HttpResponse:
    """Somebody new: an alias, and one need to begin with. Nothing else is asked."""
    key = "participants.new:new"
    form = filled(request, NewForm, key)
    told: dict[str, Any] = form.cleaned_data if request.method == "POST" and form.is_valid() else {}
    known = known_by_alias(request, told["alias"], form.once()) if told else []
    if told and not known:
        try:
            actions.begin_with(
                by=request.actor,
                participant=form.once(),
                alias=told["alias"].strip(),
                need=told["need"],
                start=bool(told["start"]),
            )
        except TurnedDown:
            form.add_error("need", _("One sentence in their own words opens the door."))
        else:
            drop_draft(by=request.actor, form=key, once=form.once())
            say(request, _("Kept. Nothing more is needed now."))
            walks = Role.CASE_MANAGER in request.actor.roles
            return redirect("desk:participant" if walks else "participants:team", form.once())
    status = 422 if request.method == "POST" else 200
    shown = {"form": form, "known": known, "anyway": told.get("alias", "")}
    return render(request, "participants/new.html", shown, status=status)
