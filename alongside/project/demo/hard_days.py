"""Maple's deposition is on Wednesday: the days before and after it, and what they would like then."""

from datetime import date

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.participants.agreeing import agree_period
from alongside.project.demo.cast import CM1, known_id
from alongside.project.demo.people import at

MAPLE = known_id("Maple")
SAID = date(2027, 2, 12)


def load() -> None:
    """What was agreed on a Friday in February."""
    when = at(SAID, 15)
    with transaction.atomic(), clock.stopped_at(when), as_actor(CM1.actor):
        agree_period(
            by=CM1.actor,
            participant=MAPLE,
            period=known_id("Maple's deposition"),
            kind="deposition",
            intensity="intense",
            begins_on=date(2027, 2, 21),
            ends_on=date(2027, 3, 10),
            words="walk in with me, and no questions on the way home",
        )
        trail.flush()
