"""What a partner answered on its own page was read: it leaves Today, and what it is about turns with it."""

from contextlib import suppress
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.circle.bringing import take_in_settled
from alongside.consent.actions import read_replies
from alongside.participants.opened import opened
from alongside.referrals.bringing import take_in_answers
from alongside.ui.undo import say


@staff(Can.KEEP_RELEASES)
@require_POST
def read(request: StaffRequest, participant: UUID, disclosure: UUID) -> HttpResponse:
    """Take in the answers that were on the page; one that came meanwhile waits to be read."""
    opened(request.actor, participant)
    shown = set()
    for each in request.POST.getlist("reply"):
        with suppress(ValueError):
            shown.add(UUID(each))
    try:
        read_replies(by=request.actor, participant=participant, disclosure=disclosure, replies=shown)
    except TurnedDown:
        raise Http404 from None
    referral = take_in_answers(request.actor, participant, shown)
    is_settled = take_in_settled(request.actor, participant, shown)
    say(request, _("Saved as read."))
    if referral:
        return redirect("referrals:referral", participant, referral)
    if is_settled:
        return redirect(reverse("circle:circle", args=[participant]) + "#commitments")
    return redirect("consent:said", participant, disclosure)
