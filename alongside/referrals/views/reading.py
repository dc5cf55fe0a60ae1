"""Referrals & access of one person, one referral, and the report of what is stuck in systems."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside import clock, trail
from alongside.access.doors import StaffRequest, staff
from alongside.access.roles import Can
from alongside.agency.modules import where
from alongside.asking.page import there
from alongside.consent.choices import Reply
from alongside.consent.views.around import other_side
from alongside.meetings.queries import meeting_named
from alongside.participants.opened import opened
from alongside.referrals import queries, rules
from alongside.referrals.bringing import waiting_to_be_read
from alongside.referrals.choices import AS_SAID, NOT_SENT, OVER, State, Way
from alongside.referrals.forms import TurnForm


@staff(Can.OPEN_RECORD)
@require_safe
def referrals(request: StaffRequest, participant: UUID) -> HttpResponse:
    """Every way to others' help, what waits, and what is stuck."""
    person = opened(request.actor, participant, "open_referrals")
    waiting = waiting_to_be_read(participant)
    found = queries.referrals(participant)
    for each in found:
        each.has_answered = each.pk in waiting  # type: ignore[attr-defined]
    shown = {
        "person": person,
        "going": [each for each in found if each.state not in OVER],
        "over": [each for each in found if each.state in OVER],
        "barriers": queries.barriers(participant),
        "not_sent": NOT_SENT,
    }
    return render(request, "referrals/referrals.html", shown)


@staff(Can.OPEN_RECORD)
@require_safe
def referral(request: StaffRequest, participant: UUID, referral: UUID) -> HttpResponse:
    """One referral: whom it goes to, whether it may, how we go along, and what came of it."""
    actor = request.actor
    person = opened(actor, participant, "open_referral")
    waiting = waiting_to_be_read(participant).get(referral, [])
    found = there(queries.referral_named(participant, referral))
    found.from_their_page = {  # type: ignore[attr-defined]
        each.pk for each in found.answers.all() if each.on_their_page
    }
    is_draft = found.state in NOT_SENT and found.disclosure_id is None
    shown: dict[str, Any] = {
        "person": person,
        "row": found,
        "answered": [(each, AS_SAID[Reply(each.kind)].label) for each in waiting],
        "is_draft": is_draft,
        "side": other_side(found.agency_id),
        "spoken": queries.spoken(person, found),
        "culture": queries.culture(person, found),
        "why_not": queries.why_not_yet(found) if is_draft else "",
        "ways": [Way(each).label for each in found.ways],
        "turn_form": TurnForm(stands=State(found.state)),
        "cost": rules.priced(found.cost),
        "bare_cost": rules.amount_in(found.cost),
        "place": getattr(found, "place", None),
        "together": meeting_named(found.pk),
    }
    return render(request, "referrals/referral.html", shown)


@staff(Can.SEE_BARRIERS)
@require_safe
def report(request: StaffRequest) -> HttpResponse:
    """What is stuck in systems, by name; how often is told by a report."""
    begins = rules.month_begins(clock.today(), rules.MONTHS_COUNTED)
    trail.looked("see_barriers", request.actor.id)
    shown = {"rows": queries.barriers_told(), "begins": begins, "reports": where("reports:reports")}
    return render(request, "referrals/report.html", shown)
