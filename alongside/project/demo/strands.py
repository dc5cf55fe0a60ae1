"""Where Lantern's and Maple's strands are: each goes its own way."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.legal.actions import save_strand
from alongside.project.demo.cast import CM1, known_id
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
    _do(at(date(2027, 2, 9), 12), save_strand, participant=lantern, strand=uuid.uuid4(), **told, **waits)
    told = {"kind": "civil", "words": "the visits with my brother", "holder": "Children's services"}
    when: dict[str, Any] = {"comes_up_on": date(2027, 3, 16)}
    _do(at(date(2027, 2, 10), 16), save_strand, participant=maple, strand=uuid.uuid4(), **told, **when)
