"""Letting a point of contact come in at the partner's door, by a link that is shown once."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access import links
from alongside.access.acts import TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.partners import actions, queries
from alongside.partners.forms.agencies import InviteForm
from alongside.partners.rules import defaults_of
from alongside.partners.views.asking import there


@staff(Can.KEEP_PARTNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: StaffRequest, colleague: UUID) -> HttpResponse:
    """Make the link for a contact; it stands on the answer to this form alone."""
    row = there(queries.contact_known(request.actor, colleague))
    agency = there(queries.agency_named(request.actor, row.agency_id))
    if row.until is not None or agency.ended_on is not None or not defaults_of(agency.kind).may_sign_in:
        raise Http404
    seat = queries.seat_of(request.actor, colleague)
    form = InviteForm(request.POST if request.method == "POST" else None, known=seat is not None)
    shown: dict[str, Any] = {"contact": row, "agency": agency, "seat": seat, "form": form}
    if request.method == "POST" and form.is_valid():
        token = links.new_token()
        username = seat.username if seat else form.cleaned_data["username"]
        try:
            actions.invite_contact(by=request.actor, contact=colleague, username=username, token=token)
        except TurnedDown as no:
            if str(no) != "name_taken":
                raise Http404 from None
            form.add_error("username", _("Somebody signs in with this name already. Please choose another."))
        else:
            shown |= {
                "address": f"{settings.WORKSPACE_ORIGIN}/come-in/{token}/",
                "username": username,
                "days": links.DAYS,
            }
            return render(request, "partners/link.html", shown)
    return render(request, "partners/invite.html", shown, status=422 if form.is_bound else 200)
