"""Pages of the day after: telling the person, looking at what was opened, and restricting a record."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.acts import NotAllowed
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.break_glass import actions, queries
from alongside.break_glass.choices import Outcome
from alongside.break_glass.forms import RestrictForm, ReviewForm
from alongside.participants import queries as people
from alongside.participants import safely
from alongside.participants.opened import opened
from alongside.ui.undo import say

BOTH = ["GET", "HEAD", "POST"]


def _home(participant: UUID) -> str:
    return reverse("break_glass:at_night", args=[participant])


@staff(Can.CHANGE_RECORD)
@require_safe
def at_night(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What was opened on call and why, with words to tell them by; and when they called and were known."""
    person = opened(request.actor, participant, "open_at_night")
    ways = people.contact_points(participant)
    shown = {
        "person": person,
        "openings": queries.openings(participant),
        "came": queries.came(participant),
        "reach": safely.in_a_line(ways[0]) if ways else "",
        "leads": request.actor.may(Can.ASSIGN),
        "me": request.actor.id,
    }
    return render(request, "break_glass/at_night.html", shown)


@staff(Can.CHANGE_RECORD)
@require_POST
def told(request: StaffRequest, participant: UUID, record_opening: UUID) -> HttpResponse:
    """They were told by whoever walks with them."""
    opened(request.actor, participant)
    there(queries.opening_named(participant, record_opening))
    actions.say_told(by=request.actor, participant=participant, opening=record_opening)
    say(request, _("Noted that they know. It has left Today."))
    return redirect(_home(participant))


@staff(Can.CHANGE_RECORD)
@require_POST
def knows(request: StaffRequest, participant: UUID, came: UUID) -> HttpResponse:
    """Whoever walks with them knows that they called."""
    opened(request.actor, participant)
    there(queries.came_named(participant, came))
    actions.note_came(by=request.actor, participant=participant, attempt=came)
    say(request, _("Noted. It has left Today."))
    return redirect(_home(participant))


@staff(Can.ASSIGN)
@require_http_methods(BOTH)
def review(request: StaffRequest, participant: UUID, record_opening: UUID) -> HttpResponse:
    """A supervisor says what they found when they looked at it."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_at_night")
    found = there(queries.opening_named(participant, record_opening))
    if found.by_id == request.actor.id:
        raise Http404
    start = {"outcome": found.outcome, "follows": found.follows}
    form = filled(request, ReviewForm, f"break_glass.review:{record_opening}", initial=start)
    page = Page(
        title=_("Opened on call"),
        section=_("Opened on call"),
        about=person,
        back=_home(participant),
        kept=_("Saved: you looked at it. It has left Today."),
        template="break_glass/review.html",
        more={"opening": found},
    )

    def keep(said: dict[str, Any]) -> str:
        found = {"outcome": Outcome(said["outcome"]), "follows": said["follows"]}
        actions.review_record_opening(
            by=request.actor, participant=participant, opening=record_opening, **found
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.ASSIGN)
@require_http_methods(BOTH)
def tries(request: StaffRequest, attempt: UUID) -> HttpResponse:
    """To a worker's supervisor: what they tried in a night that opened nothing, or that led to a closed record."""
    found = there(queries.try_for_me(attempt))
    night = queries.of_that_night(found)
    if request.method == "POST":
        actions.look_at_tries(by=request.actor, tries=[each.pk for each in night])
        say(request, _("Noted that you looked at it. It has left Today."))
        return redirect("desk:today")
    return render(request, "break_glass/tries.html", {"attempt": found, "night": night})


@staff(Can.ASSIGN)
@require_POST
def settle_says_known(request: StaffRequest, says_known: UUID) -> HttpResponse:
    """A supervisor looked whom a call may be of."""
    actions.settle_says_known(by=request.actor, said=says_known)
    say(request, _("Settled. It has left Today."))
    return redirect("desk:today")


@staff(Can.ASSIGN)
@require_http_methods(BOTH)
def restrict(request: StaffRequest, participant: UUID) -> HttpResponse:
    """To whom a record is open, of those who would reach it."""
    person = opened(request.actor, participant, "" if request.method == "POST" else "open_restriction")
    stands = queries.restriction_of(participant)
    team = people.team(participant)
    usual = [each.staff_id for each in (team.case_manager, team.backup) if each]
    named = queries.named_in(stands) if stands else usual
    others = [(str(each.pk), each.name) for each in queries.may_be_named(request.actor.id)]
    start = {"staff": [str(each) for each in named], "words": stands.words if stands else ""}
    form = filled(request, RestrictForm, f"break_glass.restrict:{participant}", initial=start, staff=others)
    page = Page(
        title=_("Restrict this record"),
        section=_("Restrict this record"),
        about=person,
        back=reverse("participants:team", args=[participant]),
        lede=_(
            "The record is open to those you name, and to you. To everybody else it is as if it was not there; nothing"
            " in it is hidden by itself. What they approved for the one on call is still read."
        ),
        kept=_("Saved: the record is open to those you named."),
        save=_("Restrict to these"),
        template="break_glass/restrict.html",
        more={"stands": stands, "person": person},
        refusals={NotAllowed: (None, _("A supervisor who reaches them restricts a record."))},
    )

    def keep(said: dict[str, Any]) -> str:
        staff = [UUID(each) for each in said["staff"]]
        given = {"participant": participant, "restriction": form.once(), "words": said["words"]}
        actions.restrict_record(by=request.actor, staff=staff, **given)
        return page.back

    return ask(request, form, page, keep)


@staff(Can.ASSIGN)
@require_POST
def lift(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Open again to everybody who reaches it."""
    opened(request.actor, participant)
    actions.lift_restriction(by=request.actor, participant=participant)
    say(request, _("The record is open again to everybody who reaches it."))
    return redirect("break_glass:restrict", participant)
