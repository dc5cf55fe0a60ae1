"""The organisation reviews of the demo: one of last year, finished, and this year's, begun."""

import uuid
from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.care.models import ReviewQuestion
from alongside.care.reviewing import agree_on_action, answer_question, begin_review, end_action, finish_review
from alongside.project.demo.cast import DIRECTOR, SUPERVISOR
from alongside.project.demo.people import at

LAST = (
    ("language", "partly", "By day. At night only the hotline's own two languages."),
    ("answerable", "not_yet", "We ask, and have not told anybody what came of it."),
    ("staff_care", "partly", "Debriefs happen. Nights fall on the same three."),
)
NOW = (
    ("language", "so", "An interpreter by phone at every hour since June. People choose who."),
    ("staff_care", "not_yet", "Nights are shared more evenly. Two colleagues had no day off in six months."),
)
ABOUT = "Two evenings with the survivor advisers; staff wrote beforehand, with or without a name."


def load() -> None:
    """Two years beside each other, and one thing still to be done."""
    last = _begun(at(date(2026, 2, 9), 10), ABOUT, LAST)
    told = {
        "words": "Find interpreters by phone for nights",
        "owner": SUPERVISOR.id,
        "due_on": date(2026, 6, 30),
    }
    done = _at(
        at(date(2026, 2, 16), 11), agree_on_action, review=last, of="language", action=uuid.uuid4(), **told
    ).pk
    ended = {"ended_as": "done", "outcome": "A service in forty languages, tried out on two nights."}
    _at(at(date(2026, 6, 22), 9), end_action, action=done, **ended)
    _at(at(date(2026, 3, 2), 9), finish_review, review=last, finish=True)
    now = _begun(at(date(2027, 2, 15), 10), "", NOW)
    told = {
        "words": "Plan a day off for each of us by summer",
        "owner": SUPERVISOR.id,
        "due_on": date(2027, 4, 1),
    }
    _at(at(date(2027, 2, 15), 11), agree_on_action, review=now, of="staff_care", action=uuid.uuid4(), **told)


def _begun(when: datetime, about: str, answers: tuple[tuple[str, str, str], ...]) -> uuid.UUID:
    review = uuid.uuid4()
    _at(when, begin_review, review=review, year=when.year, roles=["supervisor", "adviser"], about=about)
    for key, state, words in answers:
        _at(when, answer_question, review=review, of=key, state=state, words=words)
    return review


def _at(when: datetime, act: Any, *, of: str = "", **given: Any) -> Any:
    with transaction.atomic(), clock.stopped_at(when), as_actor(DIRECTOR.actor):
        if of:
            given["question"] = ReviewQuestion.objects.get(key=of).pk
        result = act(by=DIRECTOR.actor, **given)
        trail.flush()
    return result
