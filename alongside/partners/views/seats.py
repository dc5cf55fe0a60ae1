"""Letting a point of contact come in at the partner's door: one asks, a second agrees, the link is shown once."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.access import links
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.page import there
from alongside.partners import actions, queries
from alongside.partners.forms.agencies import InviteForm
from alongside.partners.rules import defaults_of
from alongside.ui.undo import say


@staff(Can.KEEP_PARTNERS)
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: StaffRequest, colleague: UUID) -> HttpResponse:
    """Ask for a link for a contact, agree to it, and make it; it stands on the answer to that form alone."""
    row = there(queries.contact_known(colleague))
    agency = there(queries.agency_named(row.agency_id))
    if row.until is not None or agency.ended_on is not None or not defaults_of(agency.kind).may_sign_in:
        raise Http404
    seat, asked = queries.seat_of(colleague), queries.seat_asked(colleague)
    form = InviteForm(
        request.POST if request.method == "POST" and not asked else None, known=seat is not None
    )
    mine = asked is not None and asked.asked_by_id == request.actor.id
    shown: dict[str, Any] = {
        "contact": row, "agency": agency, "seat": seat, "form": form, "asked": asked, "mine": mine,
    }  # fmt: skip
    if request.method == "POST":
        answer = _answered(request, shown) if asked else _asked(request, shown)
        if answer is not None:
            return answer
    return render(request, "partners/invite.html", shown, status=422 if form.is_bound else 200)


def _asked(request: StaffRequest, shown: dict[str, Any]) -> HttpResponse | None:
    """Ask a colleague to agree."""
    form, contact = shown["form"], shown["contact"].pk
    if not form.is_valid():
        return None
    username = form.cleaned_data.get("username", "")
    try:
        actions.request_partner_access(
            by=request.actor, contact=contact, asked=form.once(), username=username
        )
    except TurnedDown as no:
        if str(no) == "name_taken":
            form.add_error("username", _("Somebody signs in with this name already. Please choose another."))
            return None
        if str(no) != "asked_already":
            raise Http404 from None
        say(request, _("This is asked already."))
    else:
        say(request, _("Asked. A colleague who works with partners agrees on this page, within a few days."))
    return redirect("partners:invite", contact)


def _answered(request: StaffRequest, shown: dict[str, Any]) -> HttpResponse:
    """A second person's yes or no; and the link, once there are two."""
    asked, said = shown["asked"], request.POST.get("answer", "")
    contact = shown["contact"].pk
    try:
        if asked.answered_at and said == "link":
            return _link(request, shown)
        if said in ("yes", "no"):
            actions.answer_partner_access_request(by=request.actor, asked=asked.pk, yes=said == "yes")
            say(
                request,
                _("Agreed. One of you makes the link.") if said == "yes" else _("Saved: there is no link."),
            )
    except TurnedDown:
        say(request, _("Its time is over, or somebody was quicker. Nothing was changed."))
    except NotAllowed:
        say(request, _("Somebody else has to agree to this."))
    return redirect("partners:invite", contact)


def _link(request: StaffRequest, shown: dict[str, Any]) -> HttpResponse:
    token = links.new_token()
    actions.invite_contact(by=request.actor, contact=shown["contact"].pk, token=token)
    shown |= {
        "address": f"{settings.WORKSPACE_ORIGIN}/come-in/{token}/",
        "username": shown["asked"].username,
        "days": links.DAYS,
    }
    return render(request, "partners/link.html", shown)
