"""What came in for a colleague: writing it down, reading it, having it, putting it away."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency import patterns
from alongside.agency import queries as agency
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.ui import dates
from alongside.ui.dates import put
from alongside.ui.undo import say
from alongside.workforce import left_actions, left_queries
from alongside.workforce.left_forms import LeftWordForm


def _colleagues(request: StaffRequest) -> list[tuple[str, str]]:
    found = {
        each.pk: each
        for role in (Role.CASE_MANAGER, Role.SUPERVISOR)
        for each in agency.staff_with_role(role)
    }
    rows = sorted(found.values(), key=lambda each: each.name)
    return [(str(each.pk), each.name) for each in rows if each.pk != request.actor.id]


@staff(Can.WORK_HERE)
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: StaffRequest) -> HttpResponse:
    """Write down what came in for a colleague, without seeing more of whom it is about."""
    form = filled(request, LeftWordForm, "workforce.left", staff=_colleagues(request))
    page = Page(
        title=_("For a colleague"),
        section=_("For a colleague"),
        lede=_(
            "A call or text for somebody who is not here. They read it from their next start on; whoever covers,"
            " else the backup, else who is on call reads it now."
        ),
        back="/",
        refusals={
            TurnedDown: ("staff", _("This account is not in use any more. Please choose somebody else."))
        },
    )

    def keep(told: dict[str, Any]) -> str:
        who = UUID(told["staff"])
        left_actions.leave_word(
            by=request.actor,
            word=form.once(),
            staff=who,
            alias=told["alias"],
            words=told["words"],
            way=told["way"],
        )
        say(request, _kept(who, dict(_colleagues(request))[told["staff"]]))
        return page.back

    return ask(request, form, page, keep)


def _kept(staff: UUID, name: str) -> str:
    """Where it stands now: the same words whoever it is about."""
    now = clock.now()
    due = patterns.next_start(staff, now)
    if due is not None and due <= now:
        return put(_("It stands on %(name)s's Today."), name=name)
    if due is None:
        return put(_("It stands on the Today of whoever covers for %(name)s."), name=name)
    return put(
        _("It stands on the Today of whoever covers, and on %(name)s's from %(when)s on."),
        name=name,
        when=dates.at_hour(dates.day(due), dates.hour(due)),
    )


@staff(Can.WORK_HERE)
@require_safe
def left(request: StaffRequest, word: UUID) -> HttpResponse:
    """What came in, for the one it is for, or for whoever is asked instead at this moment."""
    row = there(left_queries.left_word(word))
    return render(request, "workforce/left.html", {"row": row, "is_mine": row.staff_id == request.actor.id})


@staff(Can.WORK_HERE)
@require_POST
def take(request: StaffRequest, word: UUID) -> HttpResponse:
    """Say that one has it."""
    row = there(left_queries.left_word(word))
    left_actions.take_word(by=request.actor, word=word)
    say(request, put(_("You have it. %(name)s sees that."), name=row.staff.name))
    return redirect("workforce:left", word)


@staff(Can.WORK_HERE)
@require_POST
def put_away(request: StaffRequest, word: UUID) -> HttpResponse:
    """It is read; it goes."""
    there(left_queries.left_word(word))
    left_actions.put_away_word(by=request.actor, word=word)
    say(request, _("It is put away."))
    return redirect(reverse("desk:today"))
