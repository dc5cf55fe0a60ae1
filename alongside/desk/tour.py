"""The tour of the first days: at most five cards about what one's roles use most, left for good by one press.

Today leads to it in the demo and in the first days of an account. It is a page like any other: nothing lies over what
somebody is doing. ADR 0074.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, zip_longest
from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.models import Account
from alongside.access.roles import Can, Role
from alongside.agency.actions import leave_tour
from alongside.agency.modules import where
from alongside.ui.undo import say

MOST = 5
FIRST_DAYS = timedelta(days=14)


@dataclass(frozen=True)
class Stop:
    """One card: what a page is for, and where it is."""

    title: str | Promise
    words: str | Promise
    page: str

    @property
    def address(self) -> str:
        """Where it leads; nothing where that part is left off."""
        return where(self.page)


STOPS = {
    "today": Stop(
        gettext_lazy("Today"),
        gettext_lazy(
            "What needs you, each row with its day and the one thing to do. What can wait is folded."
        ),
        "desk:today",
    ),
    "call": Stop(
        gettext_lazy("Log a call"),
        gettext_lazy("A call is kept in under a minute. A name is not needed, and nothing else is either."),
        "frontdoor:call",
    ),
    "visit": Stop(
        gettext_lazy("Log a visit"),
        gettext_lazy("Somebody comes in: a few words are enough. Any name they like can be kept, or none."),
        "frontdoor:visit",
    ),
    "people": Stop(
        gettext_lazy("A person’s page"),
        gettext_lazy(
            "Connection and Plan stand side by side. How to reach the person safely stays in sight, whichever of their "
            "pages you are on."
        ),
        "desk:people",
    ),
    "known": Stop(
        gettext_lazy("Somebody we know calls"),
        gettext_lazy(
            "Find them under People by any part of their name. Their brief says how to answer tonight."
        ),
        "desk:people",
    ),
    "note": Stop(
        gettext_lazy("Quick note"),
        gettext_lazy(
            "It opens from every page. On a person’s page it is about that person. What you type is kept, even if you "
            "are called away."
        ),
        "connection:note",
    ),
    "cards": Stop(
        gettext_lazy("In it now"),
        gettext_lazy(
            "Short cards for a hard moment: what to do, what to say. Nobody learns that you read one."
        ),
        "practice:cards",
    ),
    "with_others": Stop(
        gettext_lazy("Partners"),
        gettext_lazy(
            "Whom to turn to. Nothing about a person goes out without their permission; a word stops it."
        ),
        "partners:directory",
    ),
    "care": Stop(
        gettext_lazy("Support for staff"),
        gettext_lazy("What there is for you here. Only the colleague you choose reads what you ask."),
        "care:care",
    ),
    "on_call": Stop(
        gettext_lazy("On call"),
        gettext_lazy("Who answers now, who is second, and how to reach them."),
        "workforce:on_call",
    ),
    "hand_over": Stop(
        gettext_lazy("Hand-over"),
        gettext_lazy("What the next shift needs, without names. It goes by itself after seven days."),
        "workforce:hand_overs",
    ),
    "board": Stop(
        gettext_lazy("Load board"),
        gettext_lazy("What each colleague of your team carries, in reasons and hours. Nobody is ranked."),
        "caseload:board",
    ),
    "second": Stop(
        gettext_lazy("Second approvals"),
        gettext_lazy("A role that opens records is given by two: one asks, another agrees."),
        "agency:agreements",
    ),
    "supervision": Stop(
        gettext_lazy("Supervision"),
        gettext_lazy("What you two bring to it. That you met is kept; what was said is not."),
        "practice:supervision",
    ),
    "training": Stop(
        gettext_lazy("Training"),
        gettext_lazy("Plan a session, and see which topics are good to refresh."),
        "practice:training",
    ),
    "hints": Stop(
        gettext_lazy("Wording suggestions"),
        gettext_lazy("Which words get a quiet hint while somebody writes, and what to write instead."),
        "practice:guard",
    ),
    "practice": Stop(
        gettext_lazy("Practice"),
        gettext_lazy("The cards in your agency’s own words, and how they helped, as plain counts."),
        "practice:practice",
    ),
    "overview": Stop(
        gettext_lazy("Overview"),
        gettext_lazy("Capacity by team, who waits and what a year was. It names nobody."),
        "caseload:overview",
    ),
    "figures": Stop(
        gettext_lazy("Services and minutes"),
        gettext_lazy("What was given in a month, for your reports. It names nobody."),
        "connection:activity",
    ),
    "staff": Stop(
        gettext_lazy("Staff"),
        gettext_lazy("A colleague comes in by a link that you make and hand over. It is good once."),
        "agency:staff",
    ),
    "words": Stop(
        gettext_lazy("Words"),
        gettext_lazy("What people read here, in your own words and in each of your languages."),
        "agency:words",
    ),
    "features": Stop(
        gettext_lazy("Features"),
        gettext_lazy("Turn off what you do not use. Nothing in it is lost."),
        "agency:modules",
    ),
    "moves": Stop(
        gettext_lazy("Move records"),
        gettext_lazy("People come in from a spreadsheet, once a second person has agreed. It can be undone."),
        "custody:moves",
    ),
    "wording": Stop(
        gettext_lazy("Wording to review"),
        gettext_lazy("The words a participant reads. You say that you looked at them, or propose others."),
        "program:wording",
    ),
    "feels": Stop(
        gettext_lazy("How it feels to work with us"),
        gettext_lazy("What participants chose to tell you. You read a name only where they wished it."),
        "care:checks",
    ),
}
OF_ROLE = {
    Role.ON_CALL: ("call", "known", "on_call", "hand_over", "cards"),
    Role.DROP_IN: ("visit", "people", "on_call", "cards", "care"),
    Role.CASE_MANAGER: ("today", "people", "note", "cards", "with_others"),
    Role.SUPERVISOR: ("today", "people", "board", "supervision", "on_call"),
    Role.PRACTICE_LEAD: ("practice", "hints", "training", "cards", "care"),
    Role.DIRECTOR: ("overview", "figures", "second", "with_others", "care"),
    Role.CUSTODIAN: ("moves", "on_call", "cards", "care"),
    Role.ADMINISTRATOR: ("staff", "words", "features", "second", "on_call"),
    Role.ADVISER: ("wording", "feels", "hints"),
}


def stops(roles: frozenset[Role]) -> list[Stop]:
    """The cards of one's roles; with several roles each gives its first, then each its second."""
    lists = [names for role, names in OF_ROLE.items() if role in roles]
    names = dict.fromkeys(name for name in chain(*zip_longest(*lists)) if name)
    return [STOPS[name] for name in names if STOPS[name].address][:MOST]


def is_new(added: datetime, now: datetime) -> bool:
    """Whether an account is in its first days."""
    return now - added < FIRST_DAYS


def in_first_days(request: HttpRequest) -> bool:
    """Whether the menu leads to it: in the demo, and in the first days of an account."""
    return settings.MODE == "demo" or is_new(cast(Account, request.user).added_at, clock.wall())


def may_be_offered(request: HttpRequest) -> bool:
    """Whether Today leads to it as well, unless it was left."""
    match = request.resolver_match
    return match is not None and match.view_name == "desk:today" and in_first_days(request)


@staff(Can.WORK_HERE)
@require_safe
def tour(request: StaffRequest) -> HttpResponse:
    """The cards of one's roles."""
    return render(request, "desk/tour.html", {"cards": stops(request.actor.roles)})


@staff(Can.WORK_HERE)
@require_POST
def leave(request: StaffRequest) -> HttpResponse:
    """Today leads there no more."""
    leave_tour(by=request.actor)
    say(request, _("Done. These cards do not come back."))
    return redirect("desk:today")
