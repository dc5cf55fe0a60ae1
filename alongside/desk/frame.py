"""What stands around every page: names, navigation, who is on call, the demo's banner."""

from datetime import datetime
from functools import lru_cache, partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models.expressions import Combinable
from django.http import HttpRequest
from django.urls import NoReverseMatch, get_urlconf, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.roles import Can, Role
from alongside.agency import queries as agency
from alongside.agency.modules import is_off
from alongside.caseload.choices import Capacity
from alongside.desk import head, tour
from alongside.participants import alike
from alongside.practice.queries import pause_questions
from alongside.ui.about import about
from alongside.ui.frame import framed
from alongside.workforce import queries as workforce
from alongside.workforce.line import on_call_line

TELL_THEMSELVES = ("desk:participant",)
# Whom people may choose to read how it feels to work with us, whoever else they are asked through.
READ_CHECKS = {Role.SUPERVISOR, Role.ADVISER}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    return {"frame": SimpleLazyObject(lambda: _frame(request))}


def _address(name: str) -> str:
    return "" if is_off(name) else _path(name, get_urlconf() or settings.ROOT_URLCONF)


@lru_cache(maxsize=100)
def _path(name: str, _addresses: str) -> str:
    """Where a page is; looked up once, as every page names some twenty of them."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def _frame(request: HttpRequest) -> dict[str, Any]:
    """One query brings the agency and who is on call."""
    actor: Actor | None = getattr(request, "actor", None)
    inside = actor is not None and bool(getattr(request, "has_second_factor", False))
    whom = _person_of(request, actor) if actor is not None and inside else None
    if whom is not None:
        ours = agency.agency(_beside_person, about=whom)
    elif actor is not None and tour.may_be_offered(request):
        ours = agency.agency(_beside_today, me=actor.id)
    else:
        ours = agency.agency(workforce.beside if inside else None)
    shown: dict[str, Any] = {
        "umbrella": ours.umbrella_name,
        "brand": ours.short_name,
        "hotline": ours.hotline,
        "hotline_hours": ours.hotline_hours,
    }
    if actor is not None and inside:
        shown |= _staff_frame(request, actor) | head.around(request, actor)
        shown["also"] = partial(_also, request, actor, ours)
        shown["on_call"] = on_call_line(ours)
        shown["tour"] = not vars(ours).get("tour_left", True)
    return framed(shown)


def _navigation(request: HttpRequest, actor: Actor) -> list[dict[str, Any]]:
    places = [
        (_("Today"), "desk:today", True),
        (_("People"), "desk:people", actor.may(Can.SEE_PEOPLE)),
        (_("Partners"), "partners:directory", actor.may(Can.SEE_PARTNERS)),
        (_("Practice"), "practice:practice", True),
        (_("Program"), "program:program", actor.may(Can.SEE_PROGRAM)),
    ]
    shown = [(label, _address(name)) for label, name, may in places if may]
    return [
        {"label": label, "url": url, "current": _is_here(request.path, url)} for label, url in shown if url
    ]


def _is_here(path: str, url: str) -> bool:
    """Whether a page belongs to a place of the navigation; every path begins with Today's."""
    return path == url if url == "/" else path.startswith(url)


def _finds_by_key(request: HttpRequest) -> bool:
    """Whether the key / leads to finding somebody; a key of one letter can be turned off."""
    return request.COOKIES.get(settings.FIND_KEY_COOKIE_NAME) != "off"


def _menu(actor: Actor, *, finds_by_key: bool, is_new: bool) -> list[dict[str, Any]]:
    # Where the navigation has no Program, the month's page is found here.
    counts = actor.may(Can.SEE_ACTIVITY) and not actor.may(Can.SEE_PROGRAM)
    entries = [
        (_("Services and minutes"), "connection:activity", counts),
        (_("Basic needs"), "stock:stock", actor.may(Can.TAKE_STOCK)),
        (_("What we ask donors for"), "provisions:wanted", actor.may(Can.SEE_ASKS)),
        (_("Something feels off"), "circle:off", actor.may(Can.REFLECT)),
        (_("How it feels to work with us"), "care:checks", bool(actor.roles & READ_CHECKS)),
        (_("My capacity"), "caseload:capacity", actor.may(Can.SAY_CAPACITY)),
        (_("Look around"), "desk:tour", is_new),
        (_("My hours"), "streams:hours", actor.may(Can.LOG_HOURS)),
        (_("Second factor and passkeys"), "mfa_index", True),
        (_("Where I am signed in"), "access:signed_in", True),
        (_("Change my password"), "account_change_password", True),
        (_("Test clock"), "program:clock", clock.may_be_set()),
        (_("Sign out"), "account_logout", True),
    ]
    shown = [
        {"label": label, "url": _address(name), "post": name == "account_logout", "find_key": ""}
        for label, name, may in entries
        if may and _address(name)
    ]
    for entry in shown:
        if entry["url"] == _address("caseload:capacity"):
            entry["answers"] = Capacity.choices  # two presses from any page
    if actor.may(Can.SEE_PEOPLE):
        label = _("Turn off the / key") if finds_by_key else _("Turn on the / key")
        turns = {"post": True, "find_key": "off" if finds_by_key else "on"}
        shown.insert(-1, {"label": label, "url": reverse("access:language"), **turns})
    return shown


def _in_it_now(request: HttpRequest, actor: Actor) -> str:
    """The cards; on a participant's page they open with that person's own words."""
    return _about(request, actor, "practice:cards")


def _about(request: HttpRequest, actor: Actor, name: str) -> str:
    """An address; on a page about a person it leads to them."""
    url, whom = _address(name), _person_of(request, actor)
    return f"{url}?with={whom}" if url and whom else url


def _beside_person(now: datetime, about: UUID) -> dict[str, Combinable]:
    return workforce.beside(now) | alike.ties_beside(about)


def _beside_today(now: datetime, me: UUID) -> dict[str, Combinable]:
    return workforce.beside(now) | agency.tour_beside(me)


def _person_of(request: HttpRequest, actor: Actor) -> UUID | None:
    """Whom a page of somebody's record is about."""
    return about(request) if actor.may(Can.OPEN_RECORD) else None


def _also(request: HttpRequest, actor: Actor, ours: object) -> list[tuple[str, str]]:
    """The same page of the other records of the person this page is about: whose, and where. Nothing moved there."""
    match, whom = request.resolver_match, _person_of(request, actor)
    if whom is None or match is None or match.view_name in TELL_THEMSELVES:
        return []
    alone = set(match.kwargs) == {"participant"}
    name = match.view_name if alone else "desk:participant"
    more = "" if alone else "?alone=1"
    others = alike.also_of(actor, whom, ours)
    return [(each.alias, reverse(name, kwargs={"participant": each.pk}) + more) for each in others]


def _staff_frame(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    return {
        "nav": _navigation(request, actor),
        "search_url": _address("desk:search") if actor.may(Can.SEE_PEOPLE) else "",
        "find_key": _finds_by_key(request),
        "note_url": _about(request, actor, "connection:note") if actor.may(Can.LOG_CONTACT) else "",
        "call_url": _address("frontdoor:call") if actor.may(Can.LOG_CALL) else "",
        "visit_url": _address("frontdoor:visit") if actor.may(Can.LOG_VISIT) else "",
        "on_call_url": _address("workforce:on_call"),
        "in_it_now_url": _in_it_now(request, actor),
        "what_next_url": _about(request, actor, "practice:what_next"),
        "pause": pause_questions,  # read only by a page that asks it
        "me": actor.name,
        "owner": str(actor.id),
        "menu": _menu(actor, finds_by_key=_finds_by_key(request), is_new=tour.in_first_days(request)),
        "lock_url": reverse("access:lock"),
        "draft_url": _address("drafts:keep"),
        "guard_url": _address("practice:guard_words"),
        "idle_seconds": settings.IDLE_SECONDS,
    }
