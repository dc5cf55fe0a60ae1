"""A card for each role of the demo: one click signs in as an account of its cast.

It is in the address table only where the process runs the demo, listens on this machine alone and serves the folder
that `load_demo` marked (`settings.DEMO_CARDS`); each request is looked at anew; and which accounts it opens, a function
of the database says that `load_demo` alone puts up (`project/demo_walls.py`).
"""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from alongside import trail
from alongside.access import actor as actors
from alongside.access import by_card
from alongside.access.actor import Actor
from alongside.access.doors import public
from alongside.access.keeper import told
from alongside.access.models import Account
from alongside.project.demo.cast import CAST, PARTNER_ACCOUNT
from alongside.project.hosts import from_this_machine

NAME = "demo_card"
# In the order in which a day is shown, each with what to look at first.
SAYS = {
    "cm1": _("Lantern's page, her plan and her goals"),
    "oncall": _("A call at two in the morning"),
    "dropin": _("A visit, and what helps somebody here"),
    "supervisor": _("A team, and what waits for a second person"),
    "cm2": _("Half a week, and backing somebody up"),
    "cm3": _("New here: the first people"),
    "director": _("Counts, agreements and what does not fit"),
    "practice": _("Cards, questions to colleagues, training"),
    "adviser": _("Words to look at before people read them"),
    "custodian": _("Bringing records over, and taking them along"),
    "admin": _("The agency's set-up"),
}
SHARED = _("At a partner agency: what was shared with it")


def shown(request: HttpRequest) -> dict[str, Any] | None:
    """What the sign-in page of this door shows."""
    if not _is_open(request):
        return None
    ids = [PARTNER_ACCOUNT] if settings.DOOR == "workspace" else [member.id for member in CAST]
    there = {each.username: each for each in Account.objects.filter(pk__in=ids, is_active=True)}
    names = [*(name for name in SAYS if name in there), *sorted(there.keys() - SAYS.keys())]
    if not names:
        return None
    partner = settings.WORKSPACE_ORIGIN if settings.DOOR == "desk" else ""
    people = [{"account": there[name], "says": SAYS.get(name, SHARED)} for name in names]
    return {"address": reverse(NAME), "people": people, "partner": partner}


def _is_open(request: HttpRequest) -> bool:
    """Whether cards open anything: asked of this process, this request and the database."""
    ask = "select to_regprocedure('access.demo_account(text)') is not null"
    return settings.DEMO_CARDS and from_this_machine(request) and bool(told(ask))


@public(because="in the demo, on this machine alone, a card opens an account of its cast")
@require_POST
def come_in(request: HttpRequest) -> HttpResponse:
    """Sign in as whoever's card it is."""
    account: UUID | None = None
    if _is_open(request):
        account = told("select access.demo_account(%s)", request.POST.get("who", ""))
    if account is None:
        raise Http404
    who = Account.objects.get(pk=account)
    login(request, who, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session[by_card.KEY] = True
    actors.enter(Actor(who.pk, who.name, frozenset(), door=settings.DOOR), by_card=True)
    trail.note(trail.Entry("sign_in", who.pk))
    return redirect("/")


ADDRESS = path("demo/come-in/", come_in, name=NAME)
