"""The first set-up, in the browser: opened by the code that the command prints, and gone when it is done."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from alongside.access import first_code, links
from alongside.access.actor import Actor
from alongside.access.acts import NotAllowed
from alongside.access.doors import public
from alongside.access.roles import Role
from alongside.agency import actions, queries
from alongside.agency.forms import FirstCodeForm, FirstForm
from alongside.agency.modules import modules

OPENED = "first_code"


def _only_before_anybody() -> None:
    if queries.anybody_has_an_account():
        raise Http404


@public(
    because="nobody has an account before the first set-up; a one-time code opens it, and then it is gone"
)
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the one-time code that stands where the command was started."""
    _only_before_anybody()
    form = FirstCodeForm(request.POST or None)
    good = first_code.mark()
    if request.method == "POST" and form.is_valid():
        if first_code.is_right(form.cleaned_data["code"]):
            request.session.cycle_key()
            request.session[OPENED] = first_code.mark()
            return redirect("agency:first")
        good = first_code.mark()
        form.add_error("code", _("This is not the code. It stands where Alongside was started."))
    shown = {"form": form, "good": bool(good)}
    return render(request, "agency/first_code.html", shown, status=422 if form.is_bound else 200)


@public(because="nobody has an account before the first set-up; only a session that told the code comes in")
def first(request: HttpRequest) -> HttpResponse:
    """One page: the agency, what it uses, and its first administrator."""
    _only_before_anybody()
    opened = request.session.get(OPENED, "")
    if not opened or opened != first_code.mark():
        return redirect("agency:first_code")
    form = FirstForm(request.POST or None, modules=list(modules().values()))
    if request.method == "POST" and form.is_valid():
        told: dict[str, Any] = form.cleaned_data
        roles = [Role.ADMINISTRATOR, *(Role(role) for role in told["roles"])]
        by = Actor(uuid.uuid4(), told["name"], frozenset(roles))
        try:
            actions.add_first_administrator(
                by=by,
                username=told["username"],
                password=told["password"],
                roles=roles,
                umbrella_name=told["umbrella_name"],
                short_name=told["short_name"] or told["umbrella_name"][:40],
                hotline=told["hotline"],
                hotline_hours=told["hotline_hours"],
                time_zone=told["time_zone"],
                programs=told["programs"],
                features_off=form.left_off(),
            )
        except NotAllowed:  # somebody else was quicker by a moment
            raise Http404 from None
        first_code.spend()
        request.session.pop(OPENED, None)
        answer = links.sign_in(request, by.id)
        return answer if answer.status_code >= 400 else redirect("mfa_activate_totp")
    return render(request, "agency/first.html", {"form": form}, status=422 if form.is_bound else 200)
