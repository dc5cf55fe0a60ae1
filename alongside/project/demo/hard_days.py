"""Maple's deposition is on Wednesday, and whoever is on call may read a few lines; Juniper waits for a date."""

from datetime import date
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.participants import briefs
from alongside.participants.agreeing import agree_period
from alongside.project.demo.cast import CM1, known_id
from alongside.project.demo.people import at
from alongside.questions.actions import keep_asked

MAPLE = known_id("Maple")
LINES = (
    ("know", "The lawyer asks her questions on Wednesday. Nights are long before it."),
    ("helps", "Read the plan on paper with her, one line at a time."),
    ("never", "Do not ask what she will say there."),
    ("call", "Case manager 1 in the morning, nobody at night."),
)
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
        given: dict[str, Any] = {"by": CM1.actor, "participant": MAPLE, "approved": True}
        for kind, words in LINES:
            briefs.write_line(**given, line=known_id(words), kind=kind, words=words)
        told: dict[str, Any] = {
            "holder": "the victim-witness coordinator",
            "stands": "waiting",
            "asked_on": SAID,
        }
        told |= {"themselves": "555-0133, weekdays until 4", "next_on": date(2027, 2, 26)}
        asked: dict[str, Any] = {
            "question": known_id("Juniper's court date"),
            "words": "When is the court date?",
        }
        keep_asked(by=CM1.actor, participant=known_id("Juniper"), **asked, **told)
        trail.flush()
