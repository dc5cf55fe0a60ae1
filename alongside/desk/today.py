"""Today: what each role may be needed for, in plain reasons. Several roles add up; nothing is counted."""

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from alongside import clock, trail
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can, Role
from alongside.agency.modules import is_off
from alongside.agency.views_admission import agreement_rows
from alongside.circle import queries as circle
from alongside.connection import queries as connection
from alongside.connection.queries import Hello
from alongside.consent import queries as consent
from alongside.desk import today_rows as rows
from alongside.desk.people import group_of
from alongside.frontdoor import queries as frontdoor
from alongside.frontdoor.choices import Door
from alongside.goals import queries as goals
from alongside.meetings import queries as meetings
from alongside.meetings.models import Meeting
from alongside.participants import queries, safely
from alongside.participants.choices import Part, State
from alongside.participants.of_today import of_today
from alongside.participants.queries import Participant
from alongside.partners import queries as partners
from alongside.practice import queries as practice
from alongside.referrals import queries as referrals
from alongside.workforce import queries as workforce
from alongside.workforce.line import gaps_soon, now_of

if TYPE_CHECKING:
    from alongside.consent.models import SharedReply

WAITING_SHOWN = 10
DOORS = {Door.CALL: Can.LOG_CALL, Door.VISIT: Can.LOG_VISIT}


@staff(Can.WORK_HERE)
@require_safe
def today(request: StaffRequest) -> HttpResponse:
    """The first page of everybody."""
    actor = request.actor
    shown: dict[str, Any] = {"day": format_date(clock.today(), pgettext("weekday and date", "l, j F"))}
    # Read before any word is opened, so that its keys come with those of the people.
    shown["unclear"] = circle.unclear(WAITING_SHOWN) if Role.SUPERVISOR in actor.roles else []
    if actor.may(Can.OPEN_RECORD):
        shown |= _people_today(actor)
        shown["sharing"] = consent.releases_for_today()
        shown["ways"] = referrals.today(actor)
    if actor.may(Can.APPROVE_EXCEPTION):
        shown["to_decide"] = consent.exceptions_to_decide(actor)
    doors = [door for door, can in DOORS.items() if actor.may(can)]
    if doors:
        at_the_doors = frontdoor.today_at_the_doors(actor, *doors)
        shown |= {"calls": at_the_doors.get(Door.CALL), "visits": at_the_doors.get(Door.VISIT)}
    if actor.may(Can.SET_ON_CALL):
        shifts = workforce.shifts_in_sight()
        shown["on_call"], shown["gaps"] = now_of(shifts), gaps_soon(shifts)
    elif actor.may(Can.LOG_CALL):
        shown["on_call"] = workforce.on_call_now()
    if Role.SUPERVISOR in actor.roles:
        shown["standing_in"] = rows.standing_in()
        told = {row["url"] for row in shown["standing_in"]}
        shown["waiting"] = [row for row in shown.get("waiting", ()) if row["url"] not in told]
    if actor.may(Can.CONSULT):
        shown["debriefs"] = practice.debriefs(actor)
    shown["for_me"] = _for_me(actor) if actor.may(Can.REFLECT) else None
    shown["comes_back"] = circle.comes_back(actor) if actor.may(Can.REFLECT) else []
    shown["me"] = actor.id
    if Role.DIRECTOR in actor.roles:
        shown["agreements"] = partners.agreements_to_review(clock.today())
    if actor.may(Can.AGREE):
        shown["asked"] = agreement_rows(request)
    shown["others"] = _other_desks(actor)
    trail.looked("open_today", actor.id)
    return render(request, "desk/today.html", shown)


def _beside(me: UUID, today: date) -> dict[str, Combinable]:
    """What the rooms of the plan and of the connection tell of each person, in the one query over people."""
    return {
        **connection.hello_beside(),
        **consent.answered_beside(),
        **practice.look_beside(me),
        **goals.look_again_beside(today),
    }


def _beside_and_circle(me: UUID, today: date) -> dict[str, Combinable]:
    return {**_beside(me, today), **circle.check_in_beside(today)}


def _people_today(actor: Actor) -> dict[str, Any]:
    """People who may need me, each with its reason, and those nobody walks with yet."""
    everybody = of_today(
        actor,
        _beside_and_circle if actor.may(Can.HOLD_CIRCLE) else _beside,
        assigns=WAITING_SHOWN + 1 if actor.may(Can.ASSIGN) else 0,
    )
    asking = [person for person in everybody if vars(person).get("asks")]
    found = [person for person in everybody if vars(person)["my_part"] or person.primary_id is None]
    meets = meetings.today(actor)
    first: dict[UUID, Meeting] = {}
    for meeting in meets.today:
        if meeting.participant.state != State.PAUSED:  # a pause stops every reminder
            first.setdefault(meeting.participant_id, meeting)
    hellos = {person.pk: hello for person in found if (hello := _hello(person))}
    told = [
        person
        for person in found
        if person.primary_id is None
        or person.pk in hellos
        or practice.is_about_now(person)
        or _has_reason(person, first)
    ]
    needs = queries.needs([person.pk for person in told]) if told else {}
    reach = queries.reach_of([person.pk for person in told]) if told else {}
    waiting = sorted(
        (person for person in told if group_of(person) == "waiting"), key=lambda each: each.first_contact_at
    )
    near = sorted(
        (person for person in told if group_of(person) != "waiting"),
        key=lambda each: (
            first[each.pk].at if each.pk in first else clock.now() + workforce.IN_SIGHT,
            each.pk,
        ),
    )
    return {
        "desk_of_people": True,
        "answered": _answered(actor) if any(vars(each)["answered"] for each in everybody) else [],
        "asking": [rows.asking_row(person) for person in asking],
        "twice": rows.twice_rows(everybody),
        "waiting": [rows.waiting_row(person, needs.get(person.pk, [])) for person in waiting[:WAITING_SHOWN]],
        "more_wait": len(waiting) > WAITING_SHOWN,
        "rows": [
            rows.needed_row(
                person,
                first.get(person.pk),
                needs.get(person.pk, []),
                safely.in_a_line(reach.get(person.pk)),
                hellos.get(person.pk),
                looks=practice.is_about_now(person),
            )
            for person in near
        ],
        "meetings": meets.today,
        "not_said": meets.before,
        "has_people": any(vars(person)["my_part"] for person in found),
        "walks": Role.CASE_MANAGER in actor.roles,
        "may_begin": actor.may(Can.START_CASE),
    }


def _answered(actor: Actor) -> list["SharedReply"]:
    """What partners said on their pages and nobody read yet."""
    said = consent.new_replies(**referrals.answers_beside(), **circle.answers_beside())
    if not actor.may(Can.REFER):  # a part that is left off has no page to go to
        for each in said:
            each.referral = None  # type: ignore[attr-defined]
    return said


def _hello(person: Participant) -> Hello | None:
    """A gentle hello that was agreed for about now; none while somebody paused, at their wish."""
    in_touch = person.state in (State.CONTACT, State.WAITING, State.ACTIVE)
    if not in_touch or vars(person)["my_part"] != Part.PRIMARY:
        return None
    hello = connection.hello_of(person)
    return hello if hello.is_about_now else None


def _has_reason(person: Participant, first: dict[UUID, Meeting]) -> bool:
    if person.pk in first:
        return True
    if vars(person)["my_part"] != Part.PRIMARY:
        return False
    if vars(person)["handed_by"]:
        return True
    begins = person.state in (State.CONTACT, State.WAITING)
    if rows.looks_again(person) or rows.checks_in(person):
        return True
    return begins or (person.state == State.ACTIVE and vars(person)["welcomed_at"] is None)


def _for_me(actor: Actor) -> list[dict[str, Any]]:
    """Times of the next two weeks that are for oneself, soonest first."""
    found = []
    for each in practice.for_me(actor):
        if each.kind == "supervision":
            name = "practice:supervision" if each.is_mine else "practice:supervision_of"
            url = reverse(name, args=[] if each.is_mine else [each.ref])
            label = _("supervision with %(name)s") % {"name": each.called}
        elif each.kind == "training":
            url, label = reverse("practice:session", args=[each.ref]), each.called
        else:
            url, label = reverse("meetings:kept_times"), _("time I keep free")
        found.append({"at": each.at, "url": url, "label": label})
    return found


def _other_desks(actor: Actor) -> list[dict[str, str]]:
    """What the desk has so far for roles that open no record."""
    desks = {
        Role.DIRECTOR: _("Services and minutes of a month, in numbers too large to point at anybody."),
        Role.ADMINISTRATOR: _("The agency's name and hotline, its staff, who is on call, and its own words."),
        Role.ADVISER: _("Nothing here asks about anybody's case. What people read here waits for your eyes."),
        Role.CUSTODIAN: _(
            "People are brought over, and the whole record taken along, with a second person who agrees."
        ),
        Role.PRACTICE_LEAD: _(
            "Cards, the words that get a hint, and training are yours to word. No case opens from here."
        ),
    }
    has_program = actor.may(Can.SEE_ACTIVITY) or actor.may(Can.SET_UP_AGENCY)
    places = {
        Role.ADVISER: reverse("program:wording"),
        Role.CUSTODIAN: reverse("custody:moves"),
        Role.PRACTICE_LEAD: "" if is_off("practice:practice") else reverse("practice:practice"),
    }
    return [
        {"words": words, "url": places.get(role) or (reverse("program:program") if has_program else "")}
        for role, words in desks.items()
        if role in actor.roles
    ]
