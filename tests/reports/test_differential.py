"""Every cell of every report equals what plain SQL finds in what a small made-up agency wrote down, unsealed."""

import json
import random
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from alongside import clock
from alongside.caseload.actions import set_intensity
from tests import cast
from tests.connection import make as connection_make
from tests.participants.twice import planted
from tests.reports.make import cells, made

EFFORT = {"no_answer": "attempt", "call_for": "without", "without": "without", "other": "other"}
LEVELS = ("light", "steady", "close", "intense")
# Where a day, a month, a fiscal year ends, and where the clocks change: each a minute before and after.
EDGES = [
    datetime(*day, tzinfo=cast.ZONE) + timedelta(minutes=minutes)
    for day in (
        (2026, 7, 1),
        (2026, 11, 1),
        (2026, 11, 2),
        (2026, 12, 1),
        (2026, 3, 8),
        (2026, 3, 9),
        (2027, 1, 1),
    )
    for minutes in (-1, 1)
]
SPANS: list[tuple[dict[str, str], date, date]] = [
    ({"period": "month", "day": "2026-11-15"}, date(2026, 11, 1), date(2026, 11, 30)),
    ({"period": "quarter", "day": "2026-11-15"}, date(2026, 10, 1), date(2026, 12, 31)),
    ({"period": "fiscal", "day": "2026-11-15"}, date(2026, 7, 1), date(2027, 6, 30)),
    ({"period": "days", "day": "2026-11-01", "last": "2026-11-01"}, date(2026, 11, 1), date(2026, 11, 1)),
]
TRUTH = """
with notes as (
    select n.*, (n.at at time zone %(zone)s)::date as day, date_trunc('month', n.at at time zone %(zone)s) as month,
        coalesce((select i.level from json_to_recordset(%(levels)s::json) as i(record uuid, at timestamptz, level text)
            where i.record = n.record and i.at <= n.at order by i.at desc limit 1), 'none') as level
    from json_to_recordset(%(notes)s::json) as n(record uuid, person uuid, at timestamptz, effort text, minutes int,
        services text[], each int)),
inside as (select * from notes where day between %(begins)s and %(ends)s)
"""
ASKED = {
    "services": "select s.kind, count(*), sum(each), count(distinct person), 0 from inside, unnest(services) s(kind)"
    " group by rollup (s.kind)",
    "activity": "select effort, count(*), sum(minutes), count(distinct person), 0 from inside group by rollup (effort)",
    "time": "select level, count(*), sum(minutes), count(distinct person), count(distinct (person, month)) from inside"
    " group by rollup (level)",
    "people": "select case when e.day >= %(fiscal)s then 'continuing' when e.day is not null then 'again'"
    " else 'first' end as state, 0, 0, count(*), 0 from (select distinct person from inside) p left join lateral"
    " (select max(day) as day from notes n where n.person = p.person and n.day < %(begins)s) e on true"
    " group by rollup (1)",
}


class Agency:
    """What was written down, as whoever made it up knows it."""

    def __init__(self, seed: int) -> None:
        draw = random.Random(seed)
        self.notes: list[dict[str, Any]] = []
        self.levels: list[dict[str, Any]] = []
        self.services = connection_make.services()
        with clock.stopped_at(datetime(2026, 1, 5, 18, tzinfo=UTC)):
            people = [(one, one) for one in (connection_make.person(f"Fern {number}") for number in range(6))]
            people += [(planted(uuid.uuid4(), people[0][0], tied=True), people[0][0])]
        for record, person in people:
            for _change in range(draw.randrange(3)):
                self._level(draw, record)
            for _note in range(draw.randrange(4, 9)):
                self._note(draw, record, person)

    def _level(self, draw: random.Random, record: uuid.UUID) -> None:
        at, level = (
            datetime(2026, 2, 1, tzinfo=UTC) + timedelta(days=draw.randrange(300)),
            draw.choice(LEVELS),
        )
        with clock.stopped_at(at), cast.acting(cast.CM1) as by:
            row = set_intensity(by=by, participant=record, row=uuid.uuid4(), level=level)
        self.levels.append({"record": str(record), "at": row.at.isoformat(), "level": level})

    def _note(self, draw: random.Random, record: uuid.UUID, person: uuid.UUID) -> None:
        kind = draw.choice(["met", "call", "message", *EFFORT])
        at = draw.choice([*EDGES, datetime(2026, 2, 3, tzinfo=UTC) + timedelta(hours=draw.randrange(8000))])
        at = min(at, cast.BEGINS - timedelta(hours=1))
        given = draw.sample(sorted(self.services), draw.randrange(3))
        minutes = draw.choice([5, 20, 45])
        kinds = [self.services[each] for each in given]
        connection_make.note(record, kind=kind, minutes=minutes, at=at, services=kinds)
        self.notes.append(
            {
                "record": str(record), "person": str(person), "at": at.isoformat(), "minutes": minutes,
                "each": minutes if len(kinds) == 1 else None,
                "effort": EFFORT.get(kind, "contact"), "services": [str(each) for each in kinds],
            }
        )  # fmt: skip

    def truth(self, kind: str, begins: date, ends: date) -> dict[tuple[str, str], int]:
        """Every number, by plain SQL over what was written."""
        told = {
            "zone": str(cast.ZONE), "notes": json.dumps(self.notes), "levels": json.dumps(self.levels),
            "begins": begins, "ends": ends, "fiscal": date(2026, 7, 1),
        }  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(TRUTH + ASKED[kind], told)
            rows = cursor.fetchall()
        names = ("times", "minutes", "people", "months")
        return {
            (name, label or "*"): int(number or 0)
            for label, *numbers in rows
            for name, number in zip(names, numbers, strict=True)
        }


@pytest.mark.parametrize("seed", [1, 2])
def test_every_cell_equals_plain_sql_over_what_was_written(seed: int) -> None:
    agency = Agency(seed)
    looked_at = 0
    for kind in ASKED:
        for asked, begins, ends in SPANS:
            report = made(cast.SUPERVISOR, kind, "team", fiscal_month="7", **asked)
            told = cells(cast.SUPERVISOR, report)
            truth = agency.truth(kind, begins, ends)
            for (measure, label, _column), number in told.items():
                if label != "new":
                    assert number == truth.get((measure, label), 0), (kind, asked, measure, label)
                    looked_at += 1
            labels = {label for _measure, label, _column in told}
            assert {label for (_measure, label), number in truth.items() if number} <= labels
    assert looked_at > 100
    months = cells(
        cast.SUPERVISOR,
        made(
            cast.SUPERVISOR,
            "activity",
            "team",
            period="fiscal",
            day="2026-11-15",
            by_month="on",
            fiscal_month="7",
        ),
    )
    for number in range(6):
        begins = date(2026, 7 + number, 1)
        ends = (begins + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        truth = agency.truth("activity", begins, ends)
        assert months.get(("times", "*", number), 0) == truth["times", "*"]
