"""A participant's page: how to be with them in sight, connection and plan side by side, the years below."""

from uuid import UUID, uuid4

from django.db.models.expressions import Combinable
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.agency.words import Words
from alongside.circle import queries as circle
from alongside.connection import queries as connection
from alongside.connection.choices import ShiftKind
from alongside.connection.ribbon import ribbon
from alongside.desk import head, timeline, years
from alongside.goals import queries as goals
from alongside.goals.choices import Who
from alongside.goals.who import said_to_staff
from alongside.meetings import queries as meetings
from alongside.participants import alike, critical, queries
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.referrals import queries as referrals

A_FEW = 5  # rows of the timeline


def _along() -> dict[str, Combinable]:
    """What the page shows of other rooms, in the query that brings the person."""
    return (
        head.beside()
        | connection.strand_beside()
        | connection.met_beside()
        | goals.support_beside()
        | circle.promised_beside()
        | alike.tied_beside()
        | critical.dates_beside()
        | {"matters_hold": circle.holding_beside(), "referrals_hold": referrals.holding_beside()}
    )


@staff(Can.READ_RECORD)
@require_safe
def participant(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything of one participant together."""
    actor = request.actor
    person = opened(actor, participant, "open_record", _along, tonight=True)
    head.is_read(request, person)
    if person.led_to and "alone" not in request.GET:
        return _leads_on(request, person)
    if older := years.asked_of(request):
        return redirect(f"{reverse('desk:timeline', args=[participant])}?{older}")
    tied = years.tied_and_looked(actor, person)
    strand = connection.strand_of(person)
    standing = goals.standing_goals(participant)
    needs = [] if standing else queries.needs([participant]).get(participant, [])
    met, meets = meetings.last_and_next(participant)
    page = timeline.page(participant, also=[each.pk for each in tied])
    shown = {
        "person": person,
        "goals": standing,
        "needs": needs,
        "who": {Who.TOGETHER: Who.TOGETHER.label} | said_to_staff(actor, person),
        "still_fits": Words().say("goals.still_fits") if any(_stalls(read) for read in standing) else "",
        "met_at": max(filter(None, (met and met.at, vars(person)["noted_met_at"])), default=None),
        "meets": meets,
        "first_meeting": where("journey:preparing", participant),
        "entries": page.entries[:A_FEW],
        "more": len(page.entries) > A_FEW,
        "last_note": next(filter(_is_note, page.entries), None),
        "proposed": critical.proposed(person, critical.periods(person)),
        "promised": circle.promised_to(person) if actor.may(Can.HOLD_CIRCLE) else [],
        "support": goals.support_of(person),
        "holds": _anything_holds(actor, person, standing),
        "strand": strand,
        "trust": connection.trust_of(person),
        "ribbon": ribbon(strand.seasons),
        "shifts": ShiftKind.choices,
        "once": uuid4(),
        "tied": tied,
        "led_to": person.led_to,
    }
    return render(request, "desk/participant.html", shown)


def _is_note(entry: timeline.Entry) -> bool:
    return (entry.moment.room, entry.moment.kind) == ("connection", "note")


def _leads_on(request: StaffRequest, person: Participant) -> HttpResponse:
    """The page of a record that was brought together with another: where it goes on, and the way back."""
    tie = alike.tie_of(person.pk)
    kept = alike.named(request.actor, [tie.kept_id] if tie else [])
    shown = {"person": person, "tie": tie, "kept": kept[0] if kept else None}
    return render(request, "desk/leads_on.html", shown)


def _anything_holds(actor: Actor, person: Participant, standing: list[goals.GoalRead]) -> bool:
    """Whether anything rests without a next step, of what an agency uses."""
    beside = vars(person)
    return (
        (actor.may(Can.HOLD_CIRCLE) and beside["matters_hold"])
        or (actor.may(Can.REFER) and beside["referrals_hold"])
        or any(_holds(read) for read in standing)
    )


def _stalls(read: goals.GoalRead) -> bool:
    """Whether a step of a goal has stood for long: then whether the plan fits is asked before anything about them."""
    return any(each.unmoved for each in read.steps)


def _holds(read: goals.GoalRead) -> bool:
    """Whether a goal or a step of it rests without a next step."""
    return read.goal.state == "holding" or any(each.step.state == "holding" for each in read.steps)
