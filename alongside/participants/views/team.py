"""Pages about where we are together and who walks with somebody."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from alongside.access.acts import NotAllowed, TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency.modules import where
from alongside.agency.queries import staff_with_role
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask
from alongside.participants import actions, queries, rules
from alongside.participants.choices import Part, State
from alongside.participants.forms import StateForm
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.participants.words import NOT_TRAINED
from alongside.ui.pause import pause_after, pause_before
from alongside.ui.undo import say

WHY_NOT: dict[type[Exception], Promise] = {
    rules.HasCaseManager: gettext_lazy(
        "They have a case manager already. Going from one to another is a transfer: it begins with a"
        " conversation with them and has a goodbye in it, so another name is not simply chosen here."
    ),
    rules.IsCaseManager: gettext_lazy("This colleague is their case manager. A backup is somebody else."),
    rules.NotACaseManager: gettext_lazy(
        "This colleague does not work as a case manager. Please choose another."
    ),
    rules.NotTrained: NOT_TRAINED,
    TurnedDown: gettext_lazy("Somebody was chosen this very moment. Please look again and choose once more."),
    NotAllowed: gettext_lazy("Choosing a case manager is the supervisor's to do."),
}


@staff(Can.CHANGE_RECORD)
def state(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Where we are together: any state can follow any other, and every change stays."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_states")
    start = {"state": person.state}
    form = filled(request, StateForm, f"participants.state:{participant}", initial=start)
    page = Page(
        title=_("Status"),
        section=_("Status"),
        about=person,
        back=reverse("desk:participant", args=[participant]),
        lede=_("People come, pause, leave and come back. Any of these can follow any other."),
        kept=_("The team is saved. Every change before it stays in the history."),
        save=_("Save"),
        leave=_("Back"),
        template="participants/state.html",
        refusals={rules.StillOpen: _still_open},
        more=lambda: {"part": "state", "changes": queries.state_changes(participant)},
    )

    def keep(told: dict[str, Any]) -> HttpResponse | str:
        closes = told["state"] == State.CLOSED and person.state != State.CLOSED
        if closes and (names := queries.still_open(participant)):
            raise rules.StillOpen(names)
        if closes and (pause := pause_before(request, request.path)) is not None:
            return pause
        given = {"state": State(told["state"]), "words": told["words"], "change_id": form.once()}
        actions.change_state(by=request.actor, participant=participant, **given)
        return pause_after(request, where("practice:pause"), request.path, heavy=closes)

    return ask(request, form, page, keep)


def _still_open(refused: rules.StillOpen) -> tuple[str, str]:
    how = _(
        "Still open: %(names)s. If they choose to end our work all the same, close below, with the door open."
    )
    return "state", how % {"names": ", ".join(refused.names)}


@staff(Can.OPEN_RECORD)
def team(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Who walks with them: the case manager and the backup, and choosing either."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_team")
    why, status = "", 200
    if request.method == "POST":
        why = _chosen(request, person)
        if not why:
            say(request, _("Who is their case manager and backup is saved."))
            return redirect("participants:team", participant)
        status = 422
    return render(request, "participants/team.html", _team(request, person, why), status=status)


def _team(request: StaffRequest, person: Participant, why: str) -> dict[str, object]:
    leads = request.actor.may(Can.ASSIGN)
    mine = person.case_manager_id == request.actor.id
    colleagues = staff_with_role(Role.CASE_MANAGER) if leads or mine else []
    now = queries.team(person.pk)
    return {
        "person": person,
        "team": now,
        "anyway": queries.chosen_anyway(person.pk, now),
        "said_why": request.POST.get("why", ""),
        "asks_why": why == str(WHY_NOT[rules.NotTrained]),
        "colleagues": colleagues,
        "leads": leads,
        "may_choose_backup": leads or mine,
        "why": why,
        "chosen": request.POST.get("staff", ""),
        "chosen_part": request.POST.get("part", ""),
    }


def _chosen(request: StaffRequest, person: Participant) -> str:
    """Assign whom was chosen; the kind sentence that says why not, if it cannot be done."""
    try:
        staff_id, part = UUID(request.POST.get("staff", "")), Part(request.POST.get("part", ""))
    except ValueError:
        return _("Please choose a colleague first.")
    try:
        said = request.POST.get("why", "")
        actions.assign(by=request.actor, participant=person.pk, staff=staff_id, part=part, why=said)
    except tuple(WHY_NOT) as why:
        return str(WHY_NOT[type(why)])
    return ""


@staff(Can.ASSIGN)
@require_POST
def end_part(request: StaffRequest, participant: UUID) -> HttpResponse:
    """End somebody's part with a participant."""
    opened(request.actor, participant)
    try:
        part = Part(request.POST.get("part", ""))
    except ValueError:
        return redirect("participants:team", participant)
    actions.release_part(by=request.actor, participant=participant, part=part)
    say(request, _("This part has ended today. The history stays."))
    return redirect("participants:team", participant)
