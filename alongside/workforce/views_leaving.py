"""A colleague leaves, or their account has to close today; and how it goes on with their people."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency import queries as agency
from alongside.agency.modules import where
from alongside.ui.undo import say
from alongside.workforce import actions, queries


@staff(Can.MANAGE_STAFF)
@require_http_methods(["GET", "POST"])
def leaving(request: StaffRequest, staff: UUID) -> HttpResponse:
    """What closing an account means, in numbers; and the one button that closes it now."""
    found = next((each for each in agency.staff_list() if each.pk == staff), None)
    if found is None or staff == request.actor.id:
        raise Http404
    if request.method == "POST":
        try:
            actions.close_desk(by=request.actor, staff=staff)
        except TurnedDown:
            raise Http404 from None
        say(request, _("The account is closed. Whoever they walked with stands on the supervisor's Today."))
        return redirect("agency:staff")
    shown = {
        "staff": found,
        "parts": queries.parts_of(staff),
        "transfers": queries.transfers_of(staff),
        "plan": where("transfers:of_worker", staff) if request.actor.may(Can.ASSIGN) else "",
        "team": agency.team_of(staff),
    }
    return render(request, "workforce/leaving.html", shown)


@staff(Can.MANAGE_STAFF)
@require_POST
def come_back(request: StaffRequest, staff: UUID) -> HttpResponse:
    """A colleague comes back: no role, no password; both are given anew."""
    if staff not in {each.pk for each in agency.staff_away()}:
        raise Http404
    actions.open_desk(by=request.actor, staff=staff)
    say(request, _("Open again. Choose their roles, and make their link."))
    return redirect("agency:change_staff", staff)


@staff(Can.ASSIGN)
@require_POST
def settle(request: StaffRequest, stand_in: UUID) -> HttpResponse:
    """Whoever stood in stays with this person."""
    if stand_in not in {row.pk for row in queries.standing_in().now()}:
        raise Http404
    actions.settle_stand_in(by=request.actor, stand_in=stand_in)
    say(request, _("Saved: it stays so."))
    return redirect("/")
