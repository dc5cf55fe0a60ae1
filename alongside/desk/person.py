"""A participant's page: how to be with them in sight, connection and plan side by side, the years below."""

from contextlib import suppress
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models.expressions import Combinable
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside import trail
from alongside.access.actor import Actor
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.circle import queries as circle
from alongside.connection import queries as connection
from alongside.connection.choices import ShiftKind
from alongside.connection.ribbon import ribbon
from alongside.desk import head, timeline
from alongside.goals import queries as goals
from alongside.meetings import queries as meetings
from alongside.participants import alike, queries
from alongside.participants.choices import State
from alongside.participants.opened import opened
from alongside.participants.queries import Participant
from alongside.referrals import queries as referrals

IN_TOUCH = ("connection", "frontdoor")


def _along() -> dict[str, Combinable]:
    """What the page shows of other rooms, in the query that brings the person."""
    return (
        head.beside()
        | connection.strand_beside()
        | connection.met_beside()
        | goals.support_beside()
        | alike.tied_beside()
        | {"matters_hold": circle.holding_beside(), "referrals_hold": referrals.holding_beside()}
    )


@staff(Can.OPEN_RECORD)
@require_safe
def participant(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Everything of one participant together."""
    actor = request.actor
    person = opened(actor, participant, "open_record", _along)
    head.is_read(request, person)
    if vars(person)["led_to"] and "alone" not in request.GET:
        return _leads_on(request, person)
    tied = alike.named(actor, alike.tied_to(person))
    for each in tied:
        trail.looked("open_record", each.pk)
    support = goals.support_of(person)
    strand = connection.strand_of(person)
    standing = goals.standing_goals(participant)
    needs = [] if standing else queries.needs([participant]).get(participant, [])
    met, meets = meetings.last_and_next(participant)
    of = request.GET.get("strand", "")
    of = of if of in timeline.STRANDS else ""
    page = timeline.page(
        participant, also=[each.pk for each in tied], year=_year(request), after=_after(request), strand=of
    )
    shows_latest = page.is_top and of != "plan"
    shown = {
        "person": person,
        "states": _states(person),
        "goals": standing,
        "needs": needs,
        "met_at": max(filter(None, (met and met.at, vars(person)["noted_met_at"])), default=None),
        "meets": meets,
        "page": page,
        "shows_latest": shows_latest,
        "latest": [entry for entry in page.entries if entry.moment.room in IN_TOUCH][:2]
        if shows_latest
        else [],
        "strands": timeline.strands(),
        "support": support,
        "holds": _anything_holds(actor, person, standing),
        "strand": strand,
        "ribbon": ribbon(strand.seasons),
        "shifts": ShiftKind.choices,
        "once": uuid4(),
        "years": _years(person, tied),
        "tied": tied,
        "led_to": vars(person)["led_to"],
    }
    return render(request, "desk/participant.html", shown)


def _leads_on(request: StaffRequest, person: Participant) -> HttpResponse:
    """The page of a record that was brought together with another: where it goes on, and the way back."""
    tie = alike.tie_of(person.pk)
    kept = alike.named(request.actor, [tie.kept_id] if tie else [])
    shown = {"person": person, "tie": tie, "kept": kept[0] if kept else None}
    return render(request, "desk/leads_on.html", shown)


def _years(person: Participant, tied: list[Participant]) -> list[int]:
    """The years in which something happened, in all that is one story."""
    more = (year for each in tied for year in queries.years(each.pk))
    return sorted({*(int(year) for year in vars(person)["years"]), *more}, reverse=True)


def _anything_holds(actor: Actor, person: Participant, standing: list[goals.GoalRead]) -> bool:
    """Whether anything rests without a next step, of what an agency uses."""
    beside = vars(person)
    return (
        (actor.may(Can.HOLD_CIRCLE) and beside["matters_hold"])
        or (actor.may(Can.REFER) and beside["referrals_hold"])
        or any(_holds(read) for read in standing)
    )


def _holds(read: goals.GoalRead) -> bool:
    """Whether a goal or a step of it rests without a next step."""
    return read.goal.state == "holding" or any(each.step.state == "holding" for each in read.steps)


def _year(request: StaffRequest) -> int | None:
    asked = request.GET.get("year", "")
    return int(asked) if asked.isascii() and asked.isdigit() and 1900 < int(asked[:5]) < 3000 else None


def _after(request: StaffRequest) -> UUID | None:
    with suppress(ValueError):
        return UUID(request.GET.get("before", ""))
    return None


def _states(person: Participant) -> list[dict[str, Any]]:
    """Where we were together, newest first, as a short list."""
    return [
        {
            "label": State(each["state"]).label,
            "again": each["again"],
            "at": datetime.fromisoformat(each["at"]),
        }
        for each in vars(person)["states"][:4]
    ]
