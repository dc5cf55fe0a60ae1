"""What the staff of the demo keep for themselves and each other: check-ins, supervision, training, free time."""

import uuid
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction

from alongside import clock, trail
from alongside.access.actor import as_actor
from alongside.agency.actions import set_pattern
from alongside.meetings.actions import reserve_time
from alongside.practice.actions import (
    answer_workload_check_in,
    approve_scenario,
    bring,
    check_in,
    plan_supervision,
    plan_training,
    record_training,
    sign_up,
    write_reflection,
    write_scenario,
)
from alongside.practice.feelings import Carried
from alongside.practice.models import TrainingTopic
from alongside.practice.rules import Reflected
from alongside.project.demo.cast import (
    CM1,
    CM2,
    CM3,
    DROP_IN,
    ON_CALL,
    PRACTICE,
    SUPERVISOR,
    Member,
    known_id,
)
from alongside.project.demo.people import at

SESSION = known_id("waiting well")


def _do(member: Member, on: date, hour: int, act: Any, **given: Any) -> Any:
    by = member.actor
    with transaction.atomic(), clock.stopped_at(at(on, hour)), as_actor(by):
        result = act(by=by, **given)
        trail.flush()
    return result


def load() -> None:
    """A winter of it, up to the day the demo stands at."""
    _hours()
    _own()
    _supervision()
    _training()


def _hours() -> None:
    """Case manager 2 works half time, Monday to Wednesday."""
    begins, ends = [time(9)] * 3 + [None] * 4, [time(16)] * 3 + [None] * 4
    week = {"begins": begins, "ends": ends, "weekly_hours": Decimal(20), "part_time": True}
    since, row = date(2026, 9, 1), known_id("half time")
    _do(SUPERVISOR, since, 9, set_pattern, pattern=row, staff=CM2.id, since=since, zone="", **week)


def _own() -> None:
    said = (
        (date(2026, 11, 20), ["tired", "held"], ""),
        (date(2026, 12, 18), ["stretched"], "Three nights, and the holidays ahead."),
        (date(2027, 1, 22), ["glad", "tired"], "She laughed about the bus."),
        (date(2027, 2, 19), ["restless", "alone"], "The silence is loud this week."),
    )
    for day, picked, words in said:
        _do(CM1, day, 17, check_in, check_in=uuid.uuid4(), picked=picked, words=words)
    reflected = Reflected(
        urgency="Mine, I think. Nobody asked me to fix this by Friday.",
        bring="How long do we wait, and how do I bear it?",
        footing="finding",
    )
    _do(CM1, date(2027, 2, 19), 16, write_reflection, reflection=uuid.uuid4(), words=reflected)
    answers = zip(
        (CM1, CM2, CM3, ON_CALL, DROP_IN, SUPERVISOR),
        ("heavy", "all_right", "all_right", "heavy", "all_right", "light"),
        strict=True,
    )
    for member, answer in answers:
        _do(member, date(2027, 1, 29), 16, answer_workload_check_in, answer=Carried(answer))
    kept = at(date(2027, 2, 24), 15)
    _do(CM1, date(2027, 2, 19), 17, reserve_time, kept=uuid.uuid4(), begins=kept, minutes=30)


def _supervision() -> None:
    for worker, day in ((CM1, date(2027, 2, 8)), (CM2, date(2027, 2, 10)), (CM3, date(2027, 1, 15))):
        _do(
            SUPERVISOR, day, 15, plan_supervision,
            supervision=uuid.uuid4(), worker=worker.id, at=at(day, 14), minutes=60, held=True,
        )  # fmt: skip
    next_time = at(date(2027, 2, 25), 14)
    _do(
        CM1, date(2027, 2, 19), 16, plan_supervision,
        supervision=uuid.uuid4(), worker=CM1.id, at=next_time, minutes=60, held=False,
    )  # fmt: skip
    words = "How long do we wait, and how do I bear it?"
    _do(CM1, date(2027, 2, 19), 17, bring, brought=uuid.uuid4(), worker=CM1.id, words=words)


def _training() -> None:
    with transaction.atomic(), as_actor(PRACTICE.actor):
        topics = dict(TrainingTopic.objects.exclude(key="").values_list("key", "pk"))
    learned = (
        (CM1, "trauma", date(2025, 10, 6)),
        (CM1, "safety", date(2025, 11, 3)),
        (CM2, "safety", date(2026, 9, 7)),
    )
    for member, key, day in learned:
        _do(
            SUPERVISOR, date(2026, 12, 1), 10, record_training,
            record=uuid.uuid4(), staff=member.id, topic=topics[key], on_day=day,
        )  # fmt: skip
    for member in (CM1, CM2, ON_CALL):
        _do(
            SUPERVISOR, date(2026, 12, 1), 10, record_training,
            record=uuid.uuid4(), staff=member.id, topic=topics["trafficking"], on_day=date(2025, 9, 1),
        )  # fmt: skip
    when = at(date(2027, 3, 3), 10)
    planned = {"title": "Waiting well", "facilitator": "Practice lead", "where": "Room 2", "places": 8}
    _do(
        PRACTICE, date(2027, 2, 15), 10, plan_training,
        session=SESSION, topic=topics["day_to_day"], at=when, minutes=90, **planned,
    )  # fmt: skip
    told = "Somebody has not answered for some weeks. A worker drafts a fourth message at night, and stops."
    written = _do(PRACTICE, date(2027, 2, 15), 11, write_scenario, session=SESSION, words=told, version=None)
    _do(SUPERVISOR, date(2027, 2, 16), 9, approve_scenario, scenario=written.pk, version=1)
    _do(CM1, date(2027, 2, 17), 9, sign_up, session=SESSION)
    unread = uuid.uuid4()
    _do(
        PRACTICE, date(2027, 2, 18), 10, plan_training,
        session=unread, topic=topics["trafficking"], at=when + timedelta(days=14), places=12,
    )  # fmt: skip
    draft = "A teenager asks a worker not to tell. The worker promises too much, too fast."
    _do(PRACTICE, date(2027, 2, 18), 11, write_scenario, session=unread, words=draft, version=None)
