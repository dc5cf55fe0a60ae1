"""What there is to help with, and help that was asked for some of those we walk with."""

import uuid
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.funding.actions import open_fund
from alongside.funding.rules import FundTold
from alongside.project.demo.cast import CM1, CM2, DIRECTOR, SUPERVISOR, Member, known_id
from alongside.project.demo.people import at
from alongside.provisions import assistance_actions as actions
from alongside.provisions.assistance_rules import Asked, Limits, Origin
from alongside.provisions.models import AssistanceKind, AssistanceRequest


def _do(by: Member, day: int, act: Any, /, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(at(date(2027, 2, day), 11)), as_actor(by.actor):
        result = act(by=by.actor, **given)
        trail.flush()
    return result


def _ask(by: Member, day: int, alias: str, key: str, amount: int, fund: uuid.UUID, **told: Any) -> Any:
    with transaction.atomic(), as_actor(by.actor):
        kind = AssistanceKind.objects.get(key=key).pk
    asked = Asked(kind, Decimal(amount), fund=fund, **told)
    given = {"participant": known_id(alias), "asking": uuid.uuid4(), "origin": Origin()}
    return _do(by, day, actions.ask_for_help, **given, told=asked)


def _decide(by: Member, day: int, row: AssistanceRequest, **told: Any) -> None:
    _do(by, day, actions.decide_help, line=row.decision, seen=1, **told)


def load() -> None:
    """Two funds; one asking of each state."""
    gift = FundTold("Community gift", "a gift", "Rides, food, papers: whatever helps this week.")
    fund = _do(DIRECTOR, 2, open_fund, fund=uuid.uuid4(), told=gift, opening=Decimal(2000)).pk
    told = FundTold("Emergency fund", "our own money", begins_on=date(2027, 1, 1), ends_on=date(2027, 12, 31))
    _do(DIRECTOR, 2, open_fund, fund=uuid.uuid4(), told=told, opening=Decimal(600))
    _do(DIRECTOR, 2, actions.save_limits, told=Limits(Decimal(150), Decimal(1200)))
    ride = _ask(CM1, 16, "Lantern", "transport", 40, fund, purpose="bus pass for March")
    _decide(SUPERVISOR, 16, ride, agrees=True)
    given = {"participant": ride.participant_id, "asking": ride.pk}
    _do(CM1, 17, actions.hand_over_help, **given, seen=2)
    food = _ask(CM2, 19, "Sparrow", "food", 60, fund, purpose="groceries until the card comes")
    _decide(SUPERVISOR, 19, food, agrees=True, answer="The card of the store on Fifth is quickest.")
    phone = _ask(CM2, 19, "Sparrow", "phone", 90, fund, purpose="a phone of her own")
    _decide(SUPERVISOR, 20, phone, agrees=False, answer="The church gives phones; I have their number.")
    words = "Nothing else pays for it, and without it a date is lost."
    _ask(CM2, 20, "Sparrow", "documents", 35, fund, purpose="birth certificate", words=words)
    _ask(CM1, 21, "Lantern", "fees", 180, fund, purpose="the dentist's first visit", words=words)
