"""What a card leads to for somebody it was opened with. Each is done by acts of the rooms below."""

from contextlib import suppress
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.goals.choices import GoalState
from alongside.goals.queries import standing_goals
from alongside.keeping.rules import NotHere
from alongside.participants.opened import opened
from alongside.practice import actions, forms
from alongside.practice.views.asked import about_of
from alongside.ui.undo import say

SMALLER, SWAP, ASIDE, PAUSE = "smaller", "swap", "aside", "pause"


def beside(request: StaffRequest, participant: UUID) -> dict[str, Any]:
    """What the cards can do with somebody's plan: their goals of now, and the forms, ready to be sent."""
    if not request.actor.may(Can.WRITE_GOALS):
        return {}
    goals = [read.goal for read in standing_goals(participant)]
    with suppress(ValueError):
        asked = UUID(request.GET.get("goal", ""))
        goals.sort(key=lambda goal: goal.pk != asked)
        goals = [goal for goal in goals if goal.pk == asked] or goals
    standing = [(goal.pk, goal.words) for goal in goals]
    return {
        "goals": goals,
        "hold": forms.HoldForm(
            standing=standing,
            auto_id="hold_%s",
            initial={"goals": [str(goals[0].pk)] if len(goals) == 1 else []},
        ),
        "check_ins": forms.CheckInForm(auto_id="check_in_%s", initial=forms.check_ins_proposed()),
    }


def _card(participant: UUID, card: str) -> str:
    return reverse("practice:card", args=[card]) + about_of(participant)


def _opened(participant: UUID, goal: str) -> str:
    """The sheet with that goal open, to write in its place."""
    return f"{reverse('goals:sheet', args=[participant])}?edit={goal}#g-{goal}"


def _way_back(participant: UUID, were: list[tuple[UUID, str]]) -> str:
    """Where Undo leads: the goals, and where each of them was."""
    asked = urlencode({"were": [f"{goal}:{state}" for goal, state in were]}, doseq=True)
    return f"{reverse('practice:turn_back', args=[participant])}?{asked}" if were else ""


@staff(Can.WRITE_GOALS)
@require_POST
def plan(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The plan did not hold: smaller, another one, aside, or a pause for all of it."""
    opened(request.actor, participant)
    what, _colon, named = request.POST.get("do", "").partition(":")
    these = None
    if what != PAUSE:
        try:
            these = {UUID(named)}
        except ValueError:
            return redirect(_card(participant, "plan"))
    if what == SMALLER:
        say(request, _("One smaller step is enough. It can be one that you do together."))
        return redirect(_opened(participant, named))
    state = {SWAP: GoalState.CHANGED, ASIDE: GoalState.SET_ASIDE, PAUSE: GoalState.HOLDING}.get(what)
    if state is None:
        return redirect(_card(participant, "plan"))
    were = actions.turn_goals(by=request.actor, participant=participant, state=state, these=these)
    said = {
        SWAP: _("Marked as changed. Write what fits now in its place; what it said stays in the history."),
        ASIDE: _("Set aside. It can come back at any time."),
        PAUSE: _("Everything holds now. Nothing on the plan waits for anybody."),
    }[what]
    say(request, said, undo_url=_way_back(participant, were))
    return redirect(_opened(participant, named) if what == SWAP else _card(participant, "plan"))


@staff(Can.WRITE_GOALS)
@require_POST
def turn_back(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Put goals back to where they were before a card was used."""
    opened(request.actor, participant)
    were = []
    for each in request.GET.getlist("were"):
        goal, _colon, state = each.partition(":")
        with suppress(ValueError):
            were.append((UUID(goal), GoalState(state)))
    with suppress(NotHere):
        actions.turn_goals_back(by=request.actor, participant=participant, were=were)
        say(request, _("It is back."))
    return redirect("goals:sheet", participant)


@staff(Can.WRITE_GOALS)
@require_POST
def hold(request: StaffRequest, participant: UUID) -> HttpResponse:
    """There is no clear next step: hold what was ticked, and look again on a day, or let it rest."""
    opened(request.actor, participant)
    standing = [(read.goal.pk, read.goal.words) for read in standing_goals(participant)]
    form = forms.HoldForm(request.POST, standing=standing)
    if not form.is_valid():
        for errors in form.errors.values():
            say(request, str(errors[0]))
        return redirect(_card(participant, "no-next-step"))
    these, day = form.held(), form.cleaned_data["on_day"]
    were = (
        actions.turn_goals(by=request.actor, participant=participant, state=GoalState.HOLDING, these=these)
        if these
        else []
    )
    if day:
        actions.choose_revisit_day(by=request.actor, participant=participant, on_day=day)
        say(request, _("It rests. It comes to your Today on the day you chose."))
    else:
        actions.let_rest(by=request.actor, participant=participant)
        say(request, _("It rests, and that is allowed."))
    if were:
        said = ngettext("One goal holds now.", "%(count)s goals hold now.", len(were)) % {"count": len(were)}
        say(request, said, undo_url=_way_back(participant, were))
    return redirect(reverse("practice:what_next") + about_of(participant))


@staff(Can.LOG_CONTACT)
@require_POST
def looked(request: StaffRequest, participant: UUID) -> HttpResponse:
    """One has looked again; the day goes."""
    opened(request.actor, participant)
    actions.let_rest(by=request.actor, participant=participant)
    say(request, _("The day to look again is done."))
    return redirect("desk:participant", participant)


@staff(Can.SCHEDULE)
@require_POST
def check_ins(request: StaffRequest, participant: UUID) -> HttpResponse:
    """After court: two short check-ins, as they agreed to them."""
    opened(request.actor, participant)
    form = forms.CheckInForm(request.POST)
    if not form.is_valid() or not form.planned():
        say(request, _("Please choose a time for one of them, or leave this for now."))
        return redirect(_card(participant, "after-court"))
    actions.plan_check_ins(
        by=request.actor, participant=participant, these=form.planned(), purpose=_("a short check-in")
    )
    for meeting, _at in form.planned():
        say(
            request,
            _("The meeting is planned."),
            undo_url=reverse("meetings:cancel_meeting", args=[meeting]),
        )
    return redirect("desk:participant", participant)
