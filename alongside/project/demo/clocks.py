"""A clock of Maple's that runs, what is approved for her from month to month, and somebody of her family."""

import uuid
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.benefits import actions
from alongside.benefits.rules import Started
from alongside.project.demo.cast import CM1, known_id
from alongside.project.demo.people import at


def _do(when: datetime, act: Any, /, **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
        result = act(by=CM1.actor, **given)
        trail.flush()
    return result


def load() -> None:
    """One of each."""
    act = partial(_do, at(date(2027, 2, 10), 16), participant=known_id("Maple"))
    act(actions.save_family_member, member=uuid.uuid4(), called="my little brother", relation="sibling")
    told = Started("cash_medical", "US", date(2027, 1, 15))
    act(actions.start_clock, running=uuid.uuid4(), told=told)
    through = date(2027, 3, 31)
    act(actions.start_approval, approval=uuid.uuid4(), what="Rent, per-person contract", through=through)
