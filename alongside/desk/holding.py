"""What holds with somebody: goals and steps, open items, referrals, each with no next step yet and since when."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.circle import queries as circle
from alongside.goals import queries as goals
from alongside.goals.forms import LookAgainForm
from alongside.participants.opened import opened
from alongside.referrals import queries as referrals


@staff(Can.WRITE_GOALS)
@require_safe
def holding(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything that holds, for as long as it does."""
    actor = request.actor
    person = opened(actor, participant, "open_holding")
    rows = [
        (each, LookAgainForm(initial={"on": each.revisit_on}, auto_id=f"h-{each.row}-%s"))
        for each in goals.holding_list(participant)
    ]
    shown = {
        "person": person,
        "rows": rows,
        "matters": circle.holding(participant) if actor.may(Can.HOLD_CIRCLE) else [],
        "referrals": referrals.holding(participant) if actor.may(Can.REFER) else [],
    }
    return render(request, "desk/holding.html", shown)
