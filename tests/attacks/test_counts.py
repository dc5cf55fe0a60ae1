"""Somebody who reads counts takes one count from another, as the desk's own role, to see one person's one day."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import clock
from alongside.referrals import actions as referrals
from tests import cast
from tests.connection import make
from tests.people import lantern


def answer(statement: str, told: list[Any]) -> dict[Any, Any]:
    """What a count says, or nothing where it says no."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, told)
            return {tuple(row[:-1]): row[-1] for row in cursor.fetchall()}
    except DatabaseError:
        return {}


def test_overlapping_spans_of_work_give_no_single_day_away() -> None:
    about, dental = make.person(), make.services()["dental"]
    midnight = datetime(2027, 1, 1, tzinfo=cast.ZONE)
    for day in (2, 3, 4, 5, 6, 28):
        make.note(about, minutes=10, at=midnight - timedelta(days=day), services=[dental])
    spans = "select part, what, entries from core.activity_counts(%s, %s)"
    with cast.acting(cast.DIRECTOR):
        longer = answer(spans, [midnight - timedelta(days=31), midnight])
        shorter = answer(spans, [midnight - timedelta(days=27), midnight])
    assert [longer[cell] - count for cell, count in shorter.items() if count] == []


def test_a_running_month_watched_day_by_day_gives_nobody_away() -> None:
    about, dental = make.person(), make.services()["dental"]
    month = "select part, what, entries from core.activity_counts(%s, %s)"
    told = []
    for _day in range(7):
        make.note(about, minutes=10, services=[dental])
        with cast.acting(cast.DIRECTOR):
            spans = [datetime(2027, 1, 1, tzinfo=cast.ZONE), datetime(2027, 2, 1, tzinfo=cast.ZONE)]
            told += [
                count for asked in ([2027, 1], spans) for count in answer(month, asked).values() if count
            ]
    assert told == []


def test_months_of_barriers_are_not_taken_from_one_another() -> None:
    person = lantern()
    first = clock.now().replace(day=15)
    with cast.acting(cast.CM1) as by:
        for back in (20, 20, 20, 20, 20, 50):
            with clock.stopped_at(first - timedelta(days=back)):
                referrals.add_barrier(
                    by=by, participant=person, barrier=uuid.uuid4(), system="court", stuck="silent"
                )
    begins = first.date().replace(day=1)
    before = (begins - timedelta(days=1)).replace(day=1)
    earlier = (before - timedelta(days=1)).replace(day=1)
    spans = "select system, stuck, times from core.barrier_counts(%s, %s)"
    with cast.acting(cast.DIRECTOR):
        longer, shorter = answer(spans, [earlier, begins]), answer(spans, [before, begins])
    assert [longer[cell] - count for cell, count in shorter.items() if count] == []
