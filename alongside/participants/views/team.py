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
from alongside.keeping.rules import reference
from alongside.participants import actions, queries, rules
from alongside.participants.beside_colleague import Beside, beside_colleagues
from alongside.participants.choices import Part, State
from alongside.participants.continuity import facts
from alongside.participants.forms import StateForm
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.participants.words import GO_ON, NOT_TRAINED
from alongside.ui.pause import pause_after, pause_before
from alongside.ui.undo import say

WHY_NOT: dict[type[Exception], Promise] = {
    rules.HasCaseManager: gettext_lazy("They have a case manager already. Going to another is a transfer."),
    rules.IsCaseManager: gettext_lazy("This colleague is their case manager. A backup is somebody else."),
    rules.NotACaseManager: gettext_lazy(
        "This colleague does not work as a case manager. Please choose another."
    ),
    rules.NotTrained: NOT_TRAINED,
    rules.NotForThem: gettext_lazy("This colleague is not chosen for them just now. Please choose another."),
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
    why, asks_why, status = "", False, 200
    if request.method == "POST":
        if to_another := _is_transfer(request, person):
            return redirect(to_another)
        why, asks_why = _chosen(request, person)
        if not why:
            say(request, _("Who is their case manager and backup is saved."))
            return redirect("participants:team", participant)
        status = 422
    return render(
        request, "participants/team.html", _team(request, person, why) | {"asks_why": asks_why}, status=status
    )


def _team(request: StaffRequest, person: Participant, why: str) -> dict[str, object]:
    leads = request.actor.may(Can.ASSIGN)
    mine = person.case_manager_id == request.actor.id
    colleagues = staff_with_role(Role.CASE_MANAGER) if leads or mine else []
    now = queries.team(person.pk)
    leads_on = leads and now.case_manager is None
    beside = beside_colleagues(request.actor, person.pk, [each.pk for each in colleagues]) if leads_on else {}
    told = [each for each in beside.values() if each.lines]
    return {
        "person": person,
        "transfer": where("transfers:transfer", person.pk),
        "starts": where("transfers:propose", person.pk) if now.case_manager and (leads or mine) else "",
        "facts": facts(person) if leads or mine else [],
        "waits": where("caseload:wait", person.pk) if leads_on else "",
        "nobody_has_room": bool(told) and all(each.past for each in told),
        "beside": beside,
        "ends": leads and queries.ends_without_transfer(person.pk),
        "team": now,
        "anyway": queries.chosen_anyway(person.pk, now),
        "said_why": request.POST.get("why", ""),
        "colleagues": colleagues,
        "leads": leads,
        "may_choose_backup": leads or mine,
        "why": why,
        "restricts": where("break_glass:restrict", person.pk) if leads else "",
        "chosen": request.POST.get("staff", ""),
        "chosen_part": request.POST.get("part", ""),
    }


def _is_transfer(request: StaffRequest, person: Participant) -> str:
    """Where it goes on when another case manager is chosen for somebody who has one."""
    to = reference(request.POST.get("staff"))
    if to is None or not person.case_manager_id or request.POST.get("part") != Part.CASE_MANAGER:
        return ""
    starts = where("transfers:propose", person.pk) if request.actor.may(Can.ASSIGN) else ""
    return starts and f"{starts}?to={to}"


def _chosen(request: StaffRequest, person: Participant) -> tuple[str, bool]:
    """Assign whom was chosen; else the kind sentence that says why not, and whether words lead past it."""
    try:
        staff_id, part = UUID(request.POST.get("staff", "")), Part(request.POST.get("part", ""))
    except ValueError:
        return _("Please choose a colleague first."), False
    said, past = request.POST.get("why", ""), []
    if part == Part.CASE_MANAGER and request.actor.may(Can.ASSIGN):
        past = beside_colleagues(request.actor, person.pk, [staff_id]).get(staff_id, Beside()).past
    if past and not said.strip():
        return " ".join((*past, str(GO_ON))), True
    try:
        given: dict[str, Any] = {"participant": person.pk, "staff": staff_id, "part": part, "why": said}
        actions.assign(by=request.actor, **given, past_their_room=bool(past))
    except tuple(WHY_NOT) as why:
        return str(WHY_NOT[type(why)]), isinstance(why, rules.NotTrained)
    return "", False


@staff(Can.ASSIGN)
@require_POST
def end_part(request: StaffRequest, participant: UUID) -> HttpResponse:
    """End somebody's part with a participant."""
    opened(request.actor, participant)
    try:
        part = Part(request.POST.get("part", ""))
    except ValueError:
        return redirect("participants:team", participant)
    try:
        actions.release_part(by=request.actor, participant=participant, part=part)
    except rules.HasCaseManager:
        return redirect(
            where("transfers:propose", participant) or reverse("participants:team", args=[participant])
        )
    say(request, _("This part has ended today. The history stays."))
    return redirect("participants:team", participant)
