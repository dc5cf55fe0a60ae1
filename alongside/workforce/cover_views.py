"""Time off: planning it, who covers for whom, confirming it, and coming back."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from alongside import clock
from alongside.access.acts import NotAllowed, TurnedDown
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency import queries as agency
from alongside.asking.page import Page, ask
from alongside.connection.queries import hello_of
from alongside.consent import gate
from alongside.consent.handing import own_page
from alongside.goals.queries import level_of
from alongside.participants.in_their_language import in_their_language
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.ui.dates import put
from alongside.ui.undo import say
from alongside.workforce import cover_actions, cover_queries, rules
from alongside.workforce.cover_forms import CoverForm, TimeOffForm
from alongside.workforce.cover_paper import lines, there
from alongside.workforce.cover_queries import TimeOff
from alongside.workforce.cover_words import notice, span


@staff(Can.WORK_HERE)
@require_http_methods(["GET", "HEAD", "POST"])
def time_off(request: StaffRequest) -> HttpResponse:
    """Plan time off for oneself, or as a supervisor for one of one's team; and who is away, now or soon."""
    me = str(request.actor.id)
    choices = [(me, _("For me"))]
    if Role.SUPERVISOR in request.actor.roles:
        choices += [(str(each.pk), each.name) for each in agency.staff_list() if str(each.pk) != me]
    asked = request.GET.get("for", "")
    start = {"staff": asked if asked in dict(choices) else me}
    form = TimeOffForm(request.POST or None, staff=choices, initial=start)
    page = Page(
        title=_("Time off"),
        section=_("Time off"),
        lede=_("What it is for is asked nowhere. Nothing follows from it before a supervisor confirms it."),
        back="/",
        save=_("Plan it"),
        kept=_("The time off is planned. Now choose who covers."),
        template="workforce/time_off.html",
        refusals={
            rules.AwayAlready: ("first", _("There is time off for some of these days already.")),
            rules.AwayIsOver: ("first", _("These days are over. Please look at the day once more.")),
            NotAllowed: ("staff", _("Another supervisor leads this colleague. Please ask them.")),
        },
        more=lambda: {"rows": [_row(request, each) for each in cover_queries.times_off()]},
    )

    def keep(told: dict[str, Any]) -> str:
        begins, ends = form.span(told)
        who = UUID(told.get("staff") or me)
        cover_actions.plan_time_off(by=request.actor, off=form.once(), staff=who, begins=begins, ends=ends)
        return reverse("workforce:cover_plan", args=[form.once()])

    return ask(request, form, page, keep)


def _row(request: StaffRequest, off: TimeOff) -> dict[str, Any]:
    leads = Role.SUPERVISOR in request.actor.roles and cover_queries.leads(off.staff_id)
    return {"off": off, "span": span(off), "leads": leads}


def _plan(request: StaffRequest, off: UUID) -> tuple[TimeOff, bool]:
    """The time off whose plan this is, and whether whoever asks decides about it; a plain 404 for everybody else."""
    found = cover_queries.time_off_named(off)
    leads = found is not None and cover_queries.leads(found.staff_id)
    if found is None or not (leads or found.staff_id == request.actor.id):
        raise Http404
    return found, leads


@staff(Can.WORK_HERE)
@require_http_methods(["GET", "HEAD", "POST"])
def cover_plan(request: StaffRequest, off: UUID) -> HttpResponse:
    """Who covers for each of the people somebody walks with, and what may be told to them."""
    found, leads = _plan(request, off)
    people = cover_queries.walked_with(request.actor, found)
    named = cover_queries.covers(off)
    can = [(str(each.pk), each.name) for each in cover_queries.who_can_cover(found)]
    asked = [(str(each.pk), str(each.alias), _otherwise(each)) for each in people]
    start = {str(who): str(row.staff_id) for who, row in named.items()}
    form = CoverForm(request.POST or None, people=asked, staff=can, initial=start)
    page = Page(
        title=put(_("%(name)s is away %(span)s"), name=found.staff.name, span=span(found)),
        section=_("Time off"),
        back=reverse("workforce:time_off"),
        kept=_("Who covers is saved. Nobody is told by this page."),
        template="workforce/cover_plan.html",
        more=lambda: {
            "off": found,
            "leads": leads,
            "rows": [_person(each, form, found, named.get(each.pk)) for each in people],
            "shifts": cover_queries.on_call_meanwhile(found),
        },
    )

    def keep(told: dict[str, Any]) -> str | None:
        for person in people:
            stands = named.get(person.pk)
            if told[str(person.pk)] != (str(stands.staff_id) if stands else ""):
                _name(request, form, found, person, told[str(person.pk)])
        return None if form.errors else reverse("workforce:cover_plan", args=[off])

    return ask(request, form, page, keep)


def _otherwise(person: Participant) -> str:
    if person.backup:
        return str(_("Their backup, %(name)s") % {"name": person.backup})
    return str(_("Nobody yet"))


def _name(request: StaffRequest, form: CoverForm, off: TimeOff, person: Participant, chosen: str) -> None:
    """Name who covers for one person, or say at their blank that it is to be somebody else."""
    who = UUID(chosen) if chosen else None
    given = {"participant": person.pk, "cover": uuid4(), "off": off.pk}
    try:
        cover_actions.name_cover(by=request.actor, staff=who, **given)
    except rules.CannotCover:
        form.add_error(str(person.pk), _("They cannot cover for this person. Please choose somebody else."))
    except rules.AwayThemselves:
        form.add_error(str(person.pk), _("They are away then themselves. Please choose somebody else."))


def _is_within(day: date, off: TimeOff) -> bool:
    begins, ends = (timezone.localtime(each).date() for each in (off.during.lower, off.during.upper))
    return begins <= day <= ends


def _person(
    person: Participant, form: CoverForm, off: TimeOff, cover: cover_queries.Cover | None
) -> dict[str, Any]:
    """One person of the plan: how close we walk, the next hello meanwhile, who is there, and the words for them."""
    hello = hello_of(person).next_on
    meanwhile = hello is not None and _is_within(hello, off)
    there = cover.staff.name if cover else person.backup or ""
    return {
        "person": person,
        "level": level_of(person),
        "needs": cover_queries.needs_somebody(person),
        "hello": hello if meanwhile else None,
        "field": form[str(person.pk)],
        "is_gone": cover is not None and not cover.staff.id.is_active,
        "notice": notice(person, off, there),
    }


@staff(Can.SUPERVISE)
@require_POST
def confirm(request: StaffRequest, off: UUID) -> HttpResponse:
    """Confirm it. From its first moment on whoever covers is there."""
    _found, leads = _plan(request, off)
    if not leads:
        raise Http404
    try:
        gone = cover_actions.confirm_time_off(by=request.actor, off=off)
    except rules.NotCovered as alone:
        names = ", ".join(f"\u2068{each}\u2069" for each in alone.names)
        say(request, _("Not confirmed yet. Please choose somebody for %(names)s.") % {"names": names})
        return redirect("workforce:cover_plan", off)
    if gone:
        told = ngettext(
            "Not confirmed yet: for %(n)s person whoever was named cannot cover any more. Please choose"
            " somebody else.",
            "Not confirmed yet: for %(n)s people whoever was named cannot cover any more. Please choose"
            " somebody else.",
            gone,
        )
        say(request, told % {"n": gone})
    else:
        say(request, _("The time off is confirmed. The cover starts and ends by itself."))
    return redirect("workforce:cover_plan", off)


@staff(Can.WORK_HERE)
@require_POST
def end(request: StaffRequest, off: UUID) -> HttpResponse:
    """Back early, or not going."""
    _plan(request, off)
    try:
        cover_actions.end_time_off(by=request.actor, off=off)
    except TurnedDown:
        raise Http404 from None
    say(request, _("The time off has ended, and every cover with it."))
    return redirect("workforce:time_off")


@staff(Can.OPEN_RECORD)
@require_http_methods(["GET", "HEAD", "POST"])
@in_their_language
def who_to_reach(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Who to reach when their case manager is not here, for their own hands, in their language where we have it."""
    person = opened(request.actor, participant)
    shown = {"participant": participant, "lines": lines(there(person)), "day": clock.today()}
    return own_page(
        request, participant, gate.OwnThing.CARD, "print_who_to_reach", "workforce/who_to_reach.html", shown
    )
