"""Where Lantern's and Maple's strands are: each goes its own way."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.legal.actions import plan_event, save_strand
from alongside.legal.rules import Plan
from alongside.project.demo.cast import CM1, CM2, known_id
from alongside.project.demo.people import at


def _do(when: datetime, act: Any, /, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
        result = act(by=CM1.actor, **given)
        trail.flush()
    return result


def load() -> None:
    """A strand or two each."""
    lantern, maple = known_id("Lantern"), known_id("Maple")
    told = {
        "kind": "immigration",
        "words": "whether I am allowed to stay",
        "holder": "her lawyer at the clinic",
    }
    _do(at(date(2027, 2, 8), 12), save_strand, participant=lantern, strand=uuid.uuid4(), **told)
    told = {"kind": "criminal", "words": "the case against the household", "state": "waiting"}
    waits: dict[str, Any] = {"waits_on": "the prosecutor's office", "comes_up_on": date(2027, 4, 5)}
    case = uuid.uuid4()
    _do(at(date(2027, 2, 9), 12), save_strand, participant=lantern, strand=case, **told, **waits)
    plan = Plan(
        asked_for="to see somebody I know when I look up",
        before="Breakfast together, and we walk in together.",
        meet_at="The bakery across the street",
        side_door="On the left, ask for the victim-witness office",
        stop_signal="She puts down her pen",
        ride_home="I drive her to the corner she chooses",
        after="Tea. Nobody asks. A text the next morning.",
    )
    meeting: dict[str, Any] = {
        "at": at(date(2027, 4, 26), 9),
        "purpose": "Deposition",
        "place": "The courthouse",
        "backup": CM2.actor.id,
        "interpreter": "a woman, by phone, not from here",
    }
    event = {"strand": case, "event": known_id("Lantern's deposition"), "kind": "deposition"}
    _do(at(date(2027, 2, 9), 12), plan_event, participant=lantern, plan=plan, meeting=meeting, **event)
    told = {"kind": "civil", "words": "the visits with my brother", "holder": "Children's services"}
    when: dict[str, Any] = {"comes_up_on": date(2027, 3, 16)}
    _do(at(date(2027, 2, 10), 16), save_strand, participant=maple, strand=uuid.uuid4(), **told, **when)
