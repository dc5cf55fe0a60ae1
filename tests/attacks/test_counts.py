"""Somebody who reads counts takes one report from another, to see one person's one day."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from alongside import clock
from alongside.referrals import actions as referrals
from alongside.reports.models import Report
from tests import cast
from tests.connection import make
from tests.people import lantern
from tests.reports.make import made


def answer(asked: dict[str, Any], kind: str) -> dict[Any, Any]:
    """The numbers that a director is told of some days."""
    report = made(cast.DIRECTOR, kind, **asked)
    with cast.acting(cast.DIRECTOR):
        row = Report.objects.get(pk=report)
        return {(measure, label): number for measure, label, _at, number, how in row.cells or () if not how}


def days(first: datetime, last: datetime) -> dict[str, Any]:
    return {"period": "days", "day": first.date().isoformat(), "last": last.date().isoformat()}


def test_overlapping_spans_of_work_give_no_single_day_away() -> None:
    people, dental = [make.person(f"Fern {number}") for number in range(6)], make.services()["dental"]
    midnight = datetime(2027, 1, 1, tzinfo=cast.ZONE)
    for about, day in zip(people, (2, 3, 4, 5, 6, 28), strict=True):
        make.note(about, minutes=10, at=midnight - timedelta(days=day), services=[dental])
    last = midnight - timedelta(days=1)
    shorter = answer(days(midnight - timedelta(days=27), last), "activity")
    longer = answer(days(midnight - timedelta(days=31), last), "activity")
    assert shorter["people", "*"] == 5
    assert [key for key, count in shorter.items() if count and longer.get(key, count) - count > 0] == []


def test_a_running_month_watched_day_by_day_gives_nobody_away() -> None:
    about, dental = make.person(), make.services()["dental"]
    told = []
    for _day in range(7):
        make.note(about, minutes=10, services=[dental])
        told += [count for count in answer({}, "services").values() if count]
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
    begins = first.replace(day=1)
    shorter = answer(days(begins - timedelta(days=31), begins - timedelta(days=1)), "barriers")
    longer = answer(days(begins - timedelta(days=61), begins - timedelta(days=1)), "barriers")
    assert [count for count in (*shorter.values(), *longer.values()) if count] == []
