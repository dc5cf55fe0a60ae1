"""Pages of the strand of connection: a shift and what follows it, seasons, presence, the agreement."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside import clock
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.asking.filling import filled
from alongside.asking.page import Page, ask, there
from alongside.asking.removing import BACK, TAKEN_BACK, undo_pair
from alongside.connection import actions, forms, queries, rules
from alongside.connection.choices import IN_TOUCH, ShiftKind
from alongside.connection.ribbon import ribbon
from alongside.connection.views.places import home_of
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.keeping.rules import KeptAlready, NothingWritten, reference
from alongside.meetings import queries as meetings
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.ui.pause import pause_before
from alongside.ui.undo import say

if TYPE_CHECKING:
    from alongside.connection.models import EngagementShift

R = TypeVar("R")
SHIFT_FIELDS = ("lens", "response", "wondered", "followed", "reach_on")


def _named(name: UUID, keep: Callable[[UUID], R]) -> R:
    """Keep something under the name its form has, or under a new one where that is taken by something else."""
    try:
        return keep(name)
    except KeptAlready:
        return keep(uuid4())


@staff(Can.LOG_CONTACT)
@require_POST
def notice(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Being in touch changed: one tap, no reason, and on to how we go on."""
    opened(request.actor, participant)
    kind = request.POST.get("kind", "")
    if kind not in ShiftKind.values:
        return redirect(home_of(participant))
    asked = reference(request.POST.get("meeting"))
    planned = meetings.meeting_named(asked) if asked else None
    of_meeting = planned if planned and planned.participant_id == participant else None
    noticed = _named(
        reference(request.POST.get("once")) or uuid4(),
        lambda name: actions.add_engagement_shift(
            by=request.actor,
            participant=participant,
            shift=name,
            kind=kind,
            meeting=of_meeting.pk if of_meeting else None,
            at=min(of_meeting.at, clock.now()) if of_meeting else None,
        ),
    )
    say(
        request,
        _("What changed is saved. No reason is needed."),
        undo_url=reverse("connection:remove_engagement_shift", args=[participant, noticed.pk]),
    )
    return redirect("connection:shift", participant=participant, noticed=noticed.pk)


@staff(Can.LOG_CONTACT)
@require_http_methods(["GET", "POST"])
def shift(request: StaffRequest, participant: UUID, noticed: UUID) -> HttpResponse:
    """After a shift: their own wish and our agreement first, then whatever one likes to keep."""
    person = opened(request.actor, participant, "open_shift")
    found = there(queries.shift_named(participant, noticed))
    if found.removed_at:
        return render(request, "connection/shift_removed.html", {"person": person, "shift": found})
    wish = person.told.if_quiet if person.told else ""
    start = _as_it_stands(found, wish)
    form = filled(request, forms.ShiftForm, f"connection.shift:{noticed}", initial=start, row=found)
    page = _page(
        person,
        _("Going on"),
        _("How you go on is saved."),
        title=found.get_kind_display(),
        leave=_("Done for now"),
        row=found,
    )
    page.template = "connection/shift.html"

    def keep(told: dict[str, Any]) -> str:
        asked = {name: told[name] for name in SHIFT_FIELDS}
        actions.follow_engagement_shift(
            by=request.actor, participant=participant, shift=noticed, seen=form.seen_version(), **asked
        )
        return page.back

    def more() -> dict[str, Any]:
        agreed = queries.agreements(participant)
        return {"person": person, "shift": found, "wish": wish, "agreed": agreed[0] if agreed else None}

    page.more = more
    return ask(request, form, page, keep)


def _page(person: Any, section: str, kept: str, **more: Any) -> Page:
    """What these pages have alike; without a title of its own a page is called as its window."""
    given = {
        "title": section,
        "back": home_of(person.pk),
        "kept": kept,
        "save": _("Save"),
        "leave": _("Close"),
    }
    return Page(**given | more, section=section, about=person)


def _as_it_stands(found: "EngagementShift", wish: str) -> dict[str, Any]:
    """What the form begins with; a day their wish names is proposed until something was kept."""
    reach = queries.reach_out_of(found.pk)
    wait = rules.days_wished(wish) if found.version == 1 else None
    proposed = timezone.localtime(found.at).date() + timedelta(days=wait) if wait else None
    start = {name: getattr(found, name) for name in ("lens", "response", "wondered", "followed")}
    return start | {"reach_on": reach.on_day if reach else proposed}


remove, restore = undo_pair(
    Can.LOG_CONTACT,
    (actions.remove_engagement_shift, actions.restore_engagement_shift),
    lambda request, participant, noticed: queries.shift_named(participant, noticed),
    lambda row: home_of(row.participant_id),
    "connection:restore_engagement_shift",
    said=(TAKEN_BACK, BACK),
    noun="shift",
    back=lambda row: reverse("connection:shift", args=[row.participant_id, row.pk]),
)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def season(request: StaffRequest, participant: UUID) -> HttpResponse:
    """The seasons of the connection, and which one it is now."""
    person = opened(request.actor, participant, "open_seasons")
    changes = queries.season_changes(participant)
    now = {"season": changes[0].season} if changes else {}
    form = filled(request, forms.SeasonForm, f"connection.season:{participant}", initial=now)
    page = _page(person, _("Seasons"), _("The season is saved."), template="connection/season.html")
    page.lede = _("A season is a span of time, not a trait. None is better than another.")
    still_to_come = _("This day is still to come. Please choose today or a day before.")
    page.refusals = {rules.StillToCome: ("at", still_to_come)}

    def keep(told: dict[str, Any]) -> str:
        day = told["at"]
        today = not day or day == clock.today()
        given: dict[str, Any] = {
            "season": told["season"],
            "set_by": told["set_by"],
            "words": told["words"],
            "at": None if today else datetime.combine(day, time(12), tzinfo=clock.zone()),
        }
        changed = _named(
            form.once(),
            lambda name: actions.set_season(by=request.actor, participant=participant, change=name, **given),
        )
        page.undo = reverse("connection:remove_season", args=[participant, changed.pk])
        return page.back

    def more() -> dict[str, Any]:
        drawn = ribbon([(each.season, timezone.localtime(each.at).date()) for each in changes[::-1]])
        return {"person": person, "changes": changes, "ribbon": drawn}

    page.more = more
    return ask(request, form, page, keep)


remove_season, restore_season = undo_pair(
    Can.CHANGE_RECORD,
    (actions.remove_season, actions.restore_season),
    lambda request, participant, change: (
        opened(request.actor, participant) and queries.season_change_named(participant, change)
    ),
    lambda row: reverse("connection:season", args=[row.participant_id]),
    "connection:restore_season",
    said=(TAKEN_BACK, BACK),
    noun="season",
)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def presence(request: StaffRequest, participant: UUID) -> HttpResponse:
    """How we stay present with somebody, through silence too."""
    person = opened(request.actor, participant, "open_presence", queries.hello_beside)
    plans = queries.presence_plans(participant)
    stands = plans[0] if plans else None
    start: dict[str, Any] = {"version": "0"}
    if stands:
        start |= {"how": stands.how, "every_days": stands.every_days or "", "next_on": stands.next_on}
    form = filled(
        request, forms.PresenceForm, f"connection.presence:{participant}", initial=start, row=stands
    )
    page = _page(
        person,
        _("Check-in plan"),
        _("The check-in plan is saved."),
        row=stands,
        template="connection/presence.html",
    )
    page.lede = _("A small hello that asks for nothing, and goes on through silence.")

    def more() -> dict[str, Any]:
        hello = queries.hello_of(person)
        unplanned = hello.next_on is None and person.state in IN_TOUCH
        left = {
            "later": queries.check_in_later(participant),
            "later_form": forms.LaterForm(auto_id="later-%s"),
        }
        return {"person": person, "before": plans[1:], "hello": hello, "unplanned": unplanned} | (
            left if unplanned else {}
        )

    page.more = more

    def keep(_told: dict[str, Any]) -> str:
        given = form.planned() | {"seen": form.seen_version()}
        _named(
            form.once(),
            lambda name: actions.plan_presence(by=request.actor, participant=participant, plan=name, **given),
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.LOG_CONTACT)
@require_POST
def hello(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A gentle hello was said; the next one follows."""
    opened(request.actor, participant)
    third = queries.is_third_hello(participant)
    if third and (pause := pause_before(request, home_of(participant))) is not None:
        return pause
    actions.record_reach_out(by=request.actor, participant=participant)
    say(request, _("The gentle hello is saved. Whether an answer comes is theirs."))
    return redirect(home_of(participant))


@staff(Can.OPEN_RECORD)
@require_safe
def agreement(request: StaffRequest, participant: UUID) -> HttpResponse:
    """What we agreed, the versions before it below."""
    person = opened(request.actor, participant, "open_agreement")
    versions = queries.agreements(participant)
    shown = {
        "person": person,
        "stands": versions[0] if versions else None,
        "before": versions[1:],
        "home": home_of(participant),
    }
    return render(request, "connection/agreement.html", shown)


@staff(Can.CHANGE_RECORD)
@require_http_methods(["GET", "POST"])
def write_agreement(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Write the agreement together, or write it anew; what was agreed before stays readable."""
    person = opened(request.actor, participant, "open_agreement")
    versions = queries.agreements(participant)
    stands = versions[0] if versions else None
    start = {"version": "0"}
    if stands:
        start |= {"our_words": stands.our_words, "their_words": stands.their_words}
    form = filled(
        request, forms.AgreementForm, f"connection.agreement:{participant}", initial=start, row=stands
    )
    page = _page(person, _("Our agreement"), _("Our agreement is saved."), row=stands)
    page.back = reverse("connection:agreement", args=[participant])
    page.lede = _("Written together. What was agreed before stays readable.")
    page.refusals = {NothingWritten: (None, _("A sentence is enough, in our words or in theirs."))}

    def keep(told: dict[str, Any]) -> str:
        given = {name: told[name] for name in ("our_words", "their_words")}
        _named(
            form.once(),
            lambda name: actions.agree_together(
                by=request.actor, participant=participant, agreement=name, seen=form.seen_version(), **given
            ),
        )
        return page.back

    return ask(request, form, page, keep)


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def print_agreement(request: StaffRequest, participant: UUID) -> HttpResponse:
    """A plain copy for their own hands, in the umbrella's name."""
    opened(request.actor, participant)
    versions = queries.agreements(participant)
    shown = {"participant": participant, "stands": versions[0] if versions else None}
    thing = gate.OwnThing.AGREEMENT
    return own_page(request, participant, thing, "print_agreement", "connection/print_agreement.html", shown)
