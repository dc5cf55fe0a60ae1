"""The head of every page about a person: who it is, how to reach them safely, and the parts of their record.

Whom a page is about, its address says or its view (`ui/about.py`); the frame asks here, so no page draws a head of
its own. What it shows is written down as looked at, where the page wrote down nothing by itself.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.agency.modules import is_off
from alongside.connection import queries as connection
from alongside.consent import queries as consent
from alongside.participants import critical, queries, safely
from alongside.participants.choices import Stance, State, Topic, Under18
from alongside.participants.queries import Participant
from alongside.ui import dates
from alongside.ui.about import about
from alongside.ui.dates import put
from alongside.workforce import queries as workforce
from alongside.workforce.cover_queries import cover_beside
from alongside.workforce.cover_words import until

HOME = "desk:participant"
PERIODS = ("participants:periods", "participants:new_period", "participants:change_period")
# A tab: its name, its page, and how the names of all other pages begin that belong to it.
TABS = (
    (later("Together"), HOME, ()),
    (later("Goals"), "goals:sheet", ("goals:", "practice:plan", "provisions:", "stock:")),
    (later("Circle"), "circle:circle", ("circle:",)),
    (later("Referrals & access"), "referrals:referrals", ("referrals:", "desk:another_way")),
    (
        later("Legal & clocks"),
        "legal:strands",
        ("legal:", "benefits:", "streams:", "funders:", "questions:", *PERIODS, "participants:brief"),
    ),
    (later("Safety plan"), "safety:plan", ("safety:",)),
    (later("Permissions & sharing"), "consent:sharing", ("consent:",)),
    (
        later("About"),
        "participants:about",
        ("participants:", "journey:", "frontdoor:", "consent:now", "connection:since"),
    ),
    (later("Record"), "desk:record", ("desk:record", "desk:taken_away")),
)
# The second rows of tabs that have several pages, each in the same shape.
OF_ABOUT = (
    (later("In their words"), "participants:about", ("participants:alias", "connection:since")),
    (later("Reaching them safely"), "participants:reaching", ("participants:add_reach", "consent:now")),
    (later("Welcome and intake"), "journey:welcome", ("journey:",)),
    (later("Before a first meeting"), "journey:preparing", ()),
    (later("Status"), "participants:state", ("journey:closing",)),
    (later("Case manager and backup"), "participants:team", ()),
    (later("What they choose"), "participants:choices", ("participants:choices", "participants:another")),
)
OF_LEGAL = (
    (later("Strands"), "legal:strands", ("legal:",)),
    (later("Clocks"), "benefits:clocks", ("benefits:",)),
    (later("Funding"), "streams:enrolments", ("streams:", "funders:")),
    (later("Critical periods"), "participants:periods", PERIODS),
    (later("On-call brief"), "participants:brief", ("participants:brief",)),
    (later("Their questions"), "questions:questions", ("questions:",)),
)
# What may be read on call, for a stated reason.
TONIGHT = (HOME, "desk:timeline", "goals:sheet", "circle:circle")
SECOND = {"participants:about": OF_ABOUT, "legal:strands": OF_LEGAL}
Tab = tuple[str, str, str]


@dataclass(frozen=True)
class Head:
    """What the head says of somebody."""

    name: str
    url: str
    is_home: bool
    young: bool
    rule: str
    more: list[str]
    checked: str
    reach: tuple[str, str]  # where to go on from the rule, and what that is called
    critical: tuple[str, str]  # what is live, and its page; empty where nothing is
    wishes: str
    who: str
    state: tuple[str, str]
    team: str
    facts: list[dict[str, str]]
    here: str
    tabs: list[Tab]
    part_of: str
    part: str
    parts: list[Tab]


def beside() -> dict[str, Combinable]:
    """What the head shows of other rooms, in the query that brings the person."""
    beside = queries.way_beside() | consent.covers_beside() | workforce.left_beside() | cover_beside()
    beside |= critical.beside()
    return beside | connection.trust_beside() | connection.first_beside()


def is_read(request: HttpRequest, person: Participant) -> None:
    """Say that a page has read the person it is about, with what the head shows `beside` them."""
    request.read_person = person  # type: ignore[attr-defined]


def around(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """What the frame knows of the person a page is about; each is found out by a page that shows it."""
    return {
        "head": SimpleLazyObject(lambda: _shown(request, actor)),
        "of": SimpleLazyObject(lambda: _of(request, actor)),
        "called": lambda participant: _called(request, actor, participant),
        "reads": SimpleLazyObject(lambda: _reads(request, actor)),
    }


def _reads(request: HttpRequest, actor: Actor) -> list[str]:
    """The addresses that open to somebody who only reads this person; none where they do more."""
    person = _person(request, actor)
    if person is None or not queries.reads_only(person):
        return []
    return [reverse(name, args=[person.pk]) for name in TONIGHT]


def _person(request: HttpRequest, actor: Actor) -> Participant | None:
    """The person a page is about, if their record is open; read once."""
    whom = about(request)
    if whom is None or not actor.may(Can.READ_RECORD):
        return None
    if getattr(request, "read_person", None) is None or request.read_person.pk != whom:  # type: ignore[attr-defined]
        found = queries.record(actor, whom, beside, tonight=True)
        if found is None:
            return None
        is_read(request, found)
    person: Participant = request.read_person  # type: ignore[attr-defined]
    return person


def _of(request: HttpRequest, actor: Actor) -> SafeString:
    person = _person(request, actor)
    return format_html(' <span class="of">· <bdi>{}</bdi></span>', person.alias) if person else SafeString("")


def _called(request: HttpRequest, actor: Actor, participant: UUID) -> str:
    if participant == about(request) and (person := _person(request, actor)):
        return str(person.alias)
    return next((str(each.alias) for each in queries.among(actor, [participant])), "")


def _shown(request: HttpRequest, actor: Actor) -> SafeString:
    person = _person(request, actor)
    if person is None:
        return SafeString("")
    if not any(each.chain == person.pk for each in trail.gathered()):
        trail.looked("open_head", person.pk)
    match = request.resolver_match
    name = match.view_name if match and about(request) == match.kwargs.get("participant") else ""
    shown = render_to_string("desk/parts/head.html", {"head": head(actor, person, name)}, using="jinja2")
    return SafeString(shown)


def head(actor: Actor, person: Participant, view: str) -> Head:
    """What the head says of this person on the page of this name."""
    way = queries.way_of(person)
    told = person.told
    here = _belongs(view, TABS) or HOME
    second = SECOND.get(here, ())
    tabs, parts = _places(person, TABS), _places(person, second)
    if queries.reads_only(person):
        tabs, parts = [each for each in tabs if each[0] in TONIGHT], []
    to = "participants:reaching" if way else "participants:add_reach"
    confirmed = way.confirmed_at if way else None
    return Head(
        name=person.alias,
        url=reverse(HOME, args=[person.pk]),
        is_home=view == HOME,
        young=person.under_18 == Under18.YES,
        rule=safely.in_a_line(way),
        more=safely.more_of(way),
        checked=safely.checked(confirmed, clock.today(), _local(confirmed)) if way else "",
        reach=(reverse(to, args=[person.pk]), _("Call or write") if way else _("Ask and write it down")),
        critical=_critical(person),
        wishes=told.interpreter.strip() if told else "",
        who=_who(person),
        state=(str(State(person.state).label), reverse("participants:state", args=[person.pk])),
        team=_team(actor, person),
        facts=_facts(person),
        here=here,
        tabs=tabs,
        part_of=next((label for name, _url, label in tabs if name == here), ""),
        part=_belongs(view, second),
        parts=parts if len(parts) > 1 else [],
    )


def _critical(person: Participant) -> tuple[str, str]:
    live = critical.live_of(person)
    if live is None:
        return "", ""
    said = put(_("Critical period through %(day)s"), day=dates.day(live.ends_on))
    return said, reverse("participants:periods", args=[person.pk])


def _belongs(view: str, tabs: tuple[Any, ...]) -> str:
    """The tab a page belongs to: the one it is, or whose beginning fits it most closely."""
    fitting = [
        (len(begins), name)
        for _label, name, more in tabs
        for begins in (name, *more)
        if view.startswith(begins)
    ]
    return max(fitting)[1] if fitting else ""


def _places(person: Participant, tabs: tuple[Any, ...]) -> list[Tab]:
    """The tabs of a row; one with a row of its own leads to the first of it that the agency uses."""
    found = []
    for label, name, _more in tabs:
        pages = [each[1] for each in SECOND.get(name, ()) if tabs is TABS] or [name]
        if to := next((page for page in pages if not is_off(page)), ""):
            found.append((name, reverse(to, args=[person.pk]), str(label)))
    return found


def _facts(person: Participant) -> list[dict[str, str]]:
    """What is folded: what helps and what does not, and the words agreed for calling and writing."""
    told = person.told
    words = reverse("consent:sharing", args=[person.pk]) + "#words"
    facts = [
        {"label": said.label, "ours": said.words} | ({"to": words} if said.is_of_others else {})
        for said in consent.covers_of(person)
    ]
    facts += [
        {"label": _("What helps"), "words": told.helps if told else ""},
        {"label": _("What does not"), "words": told.does_not_help if told else ""},
        {"label": _("If I go quiet"), "words": told.if_quiet if told else ""},
    ]
    trust = zip((_("Builds trust"), _("Strains trust")), connection.trust_of(person), strict=True)
    facts += [{"label": label, "words": words} for label, words in trust if words]
    gentle = [
        f"{Topic(topic).label}: {Stance(stance).label}" for topic, stance in queries.gentle_beside(person)
    ]
    return facts + ([{"label": _("Gentle topics"), "ours": " · ".join(gentle)}] if gentle else [])


def _who(person: Participant) -> str:
    told = person.told
    since = timezone.localtime(connection.known_since(person)).date()
    who = [
        told.pronouns if told else "",
        told.languages if told else "",
        _("interpreter: %(wish)s") % {"wish": told.interpreter} if told and told.interpreter else "",
        safely.how_long(since, clock.today()),
    ]
    return " · ".join(part.strip() for part in who if part.strip())


def _team(actor: Actor, person: Participant) -> str:
    beside_them = vars(person)
    backup = _name(actor, beside_them["backup_id"], beside_them["backup"])
    if beside_them["backup_id"] is None and beside_them["backup_left"]:
        backup = _("%(name)s, left") % {"name": beside_them["backup_left"]}
    case_manager = person.case_manager.name if person.case_manager else None
    team = [
        _("Case manager: %(name)s") % {"name": _name(actor, person.case_manager_id, case_manager)},
        _("backup: %(name)s") % {"name": backup},
    ]
    if covers := beside_them["cover_now"]:
        ends = until(datetime.fromisoformat(covers["until"]))
        team.append(put(_("cover: %(name)s, %(until)s"), name=covers["name"], until=ends))
    return " · ".join(team)


def _name(actor: Actor, staff_id: UUID | None, name: str | None) -> str:
    if staff_id is None or name is None:
        return _("nobody yet")
    return _("you") if staff_id == actor.id else name


def _local(moment: datetime | None) -> date | None:
    return timezone.localtime(moment).date() if moment else None
