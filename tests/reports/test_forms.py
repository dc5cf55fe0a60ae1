"""A funder's form: every cell equals plain SQL over what was written, it adds up, and small numbers stay hidden."""

import json
import random
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from alongside import clock
from alongside.funders.catalog import forms
from alongside.reports.models import Report
from tests import cast
from tests.connection import make as connection_make
from tests.funders.make import TVAP, VOCA, answered, counts_as
from tests.funding.streams_make import enrolled, stream
from tests.participants.twice import planted
from tests.reports.make import cells, made

SPANS: list[tuple[dict[str, str], date, date]] = [
    ({"period": "quarter", "day": "2026-11-15"}, date(2026, 10, 1), date(2026, 12, 31)),
    ({"period": "quarter", "day": "2026-08-15"}, date(2026, 7, 1), date(2026, 9, 30)),
    ({"period": "fiscal", "day": "2026-11-15"}, date(2026, 7, 1), date(2027, 6, 30)),
]
EDGES = [
    datetime(*day, tzinfo=cast.ZONE) + timedelta(minutes=minutes)
    for day in ((2026, 7, 1), (2026, 10, 1), (2026, 11, 1), (2027, 1, 1))
    for minutes in (-1, 1)
]
MAP = {"shelter": "D1", "transportation": "B9", "financial": "C7", "emotional_support": "B9"}
GIVEN = """
with given as (
    select n.person, m.item, (n.at at time zone %(zone)s)::date as day
        from json_to_recordset(%(notes)s::json) as n(person uuid, at timestamptz, services text[]),
        unnest(n.services) k(kind) join json_each_text(%(map)s::json) m(kind, item) on m.kind = k.kind),
served as (
    select person, not bool_or(day >= %(fiscal)s and day < %(begins)s) as is_new from given
        group by person having bool_or(day between %(begins)s and %(ends)s)),
said as (select * from json_to_recordset(%(said)s::json) as a(person uuid, item text, value text))
"""
ASKED = """
select 's|' || item, count(*), count(distinct person) from given where day between %(begins)s and %(ends)s group by 1
union all
select 'g|services_' || left(item, 1), count(*), count(distinct person) from given
    where day between %(begins)s and %(ends)s group by 1
union all
select 's|*', count(*), count(distinct person) from given where day between %(begins)s and %(ends)s having count(*) > 0
union all
select case when is_new then 'p|new' else 'p|continuing' end, null, count(*) from served group by is_new
union all
select 'p|*', null, count(*) from served having count(*) > 0
union all
select 'a|' || i.item || '|' || coalesce(a.value, 'blank'), null, count(*)
    from served s join json_to_recordset(%(items)s::json) as i(item text, only_new boolean)
        on s.is_new or not i.only_new
    left join said a on a.person = s.person and a.item = i.item group by 1
"""


class House:
    """What was written down, as whoever made it up knows it."""

    def __init__(self, seed: int) -> None:
        draw = random.Random(seed)
        self.notes: list[dict[str, Any]] = []
        self.said: list[dict[str, Any]] = []
        self.kinds = connection_make.services()
        counts_as(VOCA, **{**dict.fromkeys(self.kinds, ""), **MAP})
        into = stream(form=VOCA)
        with clock.stopped_at(datetime(2026, 1, 5, 18, tzinfo=UTC)):
            people = [connection_make.person(f"Fern {number}") for number in range(6)]
            tied = planted(uuid.uuid4(), people[0], tied=True)
        for person in people:
            enrolled(person, into)
            self._answers(draw, person, person)
        self._answers(draw, tied, people[0])
        for record, person in [*((one, one) for one in people), (tied, people[0])]:
            for _note in range(draw.randrange(3, 7)):
                self._note(draw, record, person)

    def _answers(self, draw: random.Random, record: uuid.UUID, person: uuid.UUID) -> None:
        told: dict[str, list[str]] = {}
        for key, item in forms()[VOCA].asked().items():
            most = 1 if item.kind == "one" else 3
            values = draw.sample(sorted(item.values), draw.randrange(most + 1))
            told[key] = values or draw.choice([[], ["declined"], ["unknown"]])
            if any(each["person"] == str(person) and each["item"] == key for each in self.said):
                continue  # the record that is kept has an answer to it
            self.said += [{"person": str(person), "item": key, "value": each} for each in told[key]]
        answered(record, VOCA, **told)

    def _note(self, draw: random.Random, record: uuid.UUID, person: uuid.UUID) -> None:
        at = draw.choice([*EDGES, datetime(2026, 5, 3, tzinfo=UTC) + timedelta(hours=draw.randrange(5600))])
        at = min(at, cast.BEGINS - timedelta(hours=1))
        given = draw.sample(sorted(self.kinds), draw.randrange(4))
        connection_make.note(
            record, kind="met", minutes=20, at=at, services=[self.kinds[each] for each in given]
        )
        self.notes.append({"person": str(person), "at": at.isoformat(), "services": given})

    def truth(self, begins: date, ends: date) -> dict[tuple[str, str], int]:
        """Every number, by plain SQL over what was written."""
        items = [
            {"item": key, "only_new": each.counted == "new"} for key, each in forms()[VOCA].asked().items()
        ]
        told = {
            "zone": str(cast.ZONE), "notes": json.dumps(self.notes), "map": json.dumps(MAP),
            "said": json.dumps(self.said), "items": json.dumps(items), "begins": begins, "ends": ends,
            "fiscal": date(2026, 7, 1),
        }  # fmt: skip
        with connection.cursor() as cursor:
            cursor.execute(GIVEN + ASKED, told)
            rows = cursor.fetchall()
        found = {("people", label): people for label, _times, people in rows if label != "s|*"}
        return found | {("times", label): times for label, times, _people in rows if times is not None}


@pytest.mark.parametrize("seed", [1, 2])
def test_every_cell_of_a_quarter_equals_plain_sql_and_it_adds_up(seed: int) -> None:
    house = House(seed)
    for asked, begins, ends in SPANS:
        report = made(cast.SUPERVISOR, f"form:{VOCA}", "team", fiscal_month="7", **asked)
        found = cells(cast.SUPERVISOR, report)
        told = {(measure, label): number for (measure, label, _column), number in found.items()}
        assert told == house.truth(begins, ends), asked
        new, everybody = told.get(("people", "p|new"), 0), told.get(("people", "p|*"), 0)
        assert everybody == new + told.get(("people", "p|continuing"), 0)
        for item in ("race", "gender", "age"):
            block = [number for (_m, label), number in told.items() if label.startswith(f"a|{item}|")]
            assert sum(block) == new, (asked, item)  # type: ignore[arg-type]
    assert len(told) > 20


def test_two_records_of_one_person_count_once_and_forgetting_an_answer_changes_no_report() -> None:
    house = House(3)
    report = made(cast.SUPERVISOR, f"form:{VOCA}", "team", fiscal_month="7", **SPANS[0][0])
    before = cells(cast.SUPERVISOR, report)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_owner")
        cursor.execute("alter table core.funders_reportanswer no force row level security")
        cursor.execute("delete from core.funders_reportanswer")
        cursor.execute("alter table core.funders_reportanswer force row level security")
        cursor.execute("set local role alongside_desk")
    assert cells(cast.SUPERVISOR, report) == before
    anew = made(cast.SUPERVISOR, f"form:{VOCA}", "team", fiscal_month="7", **SPANS[0][0])
    told = cells(cast.SUPERVISOR, anew)
    new = told.get(("people", "p|new", 0), 0)
    assert told.get(("people", "a|gender|blank", 0), 0) == new
    assert house.notes


def test_a_director_reads_it_with_small_numbers_hidden_and_every_row_of_the_form() -> None:
    House(1)
    report = made(cast.DIRECTOR, f"form:{VOCA}", fiscal_month="7", **SPANS[2][0])
    told = cells(cast.DIRECTOR, report)
    assert "small" in told.values()
    assert ("people", "s|*", 0) not in told and ("people", "p|*", 0) in told
    people = [number for (measure, _label, _column), number in told.items() if measure == "people"]
    assert all(number == 0 or number >= 5 for number in people if isinstance(number, int))
    page = cast.signed_in(cast.DIRECTOR).get(f"/reports/{report}/").content.decode()
    for words in (
        "OMB 1121-0243", "B9 Transportation assistance", "Human Trafficking: Labor", "fewer than 5",
        "Not Reported: Prefers not to say", "Not Tracked: Not collected", "New in this fiscal year",
    ):  # fmt: skip
        assert words in page, words
    file = cast.signed_in(cast.DIRECTOR).post(
        f"/reports/{report}/file/", {"purpose": "funder", "form": "csv"}
    )
    assert "D1 Emergency shelter" in file.content.decode() and "Fern" not in file.content.decode()
    assert cast.signed_in(cast.SUPERVISOR).get(f"/reports/{report}/").status_code == 404


def test_a_changed_crosswalk_changes_no_report_that_was_made() -> None:
    House(2)
    report = made(cast.SUPERVISOR, f"form:{VOCA}", "team", fiscal_month="7", **SPANS[2][0])
    before = cells(cast.SUPERVISOR, report)
    counts_as(VOCA, shelter="D2", transportation="")
    assert cells(cast.SUPERVISOR, report) == before
    after = cells(
        cast.SUPERVISOR, made(cast.SUPERVISOR, f"form:{VOCA}", "team", fiscal_month="7", **SPANS[2][0])
    )
    assert ("people", "s|D1", 0) not in after and after["people", "s|D2", 0] == before["people", "s|D1", 0]
    with cast.acting(cast.SUPERVISOR):
        row = Report.objects.get(pk=report)
        assert {each["item"] for each in (row.made_of or {})["kinds"]} == {"D1", "B9", "C7"}


def test_no_door_counts_and_nobody_else_makes_it() -> None:
    for member in (cast.DIRECTOR, cast.SUPERVISOR, cast.CM1):
        with cast.acting(member), connection.cursor() as cursor:
            cursor.execute(
                "select has_function_privilege('alongside_desk', oid, 'execute') from pg_proc"
                " where proname = 'counted_form'"
            )
            assert cursor.fetchall() == [(False,)]
    client = cast.signed_in(cast.ADMIN)
    sent = {
        "kind": f"form:{VOCA}",
        "audience": "agency",
        "purpose": "funder",
        "period": "quarter",
        "fiscal_month": "7",
    }
    assert client.post("/reports/", sent).status_code == 422
    assert cast.signed_in(cast.DIRECTOR).post("/reports/", sent | {"kind": "form:nothing"}).status_code == 422


def test_otip_is_made_in_the_same_way() -> None:
    person = connection_make.person("Fern")
    enrolled(person, stream(form=TVAP))
    answered(person, TVAP, lgbtq=["declined"], disability=["hearing", "vision"])
    kinds = connection_make.services()
    counts_as(TVAP, shelter="housing")
    at = datetime(2026, 11, 3, 18, tzinfo=UTC)
    connection_make.note(person, kind="met", minutes=20, at=at, services=[kinds["shelter"]])
    told = cells(
        cast.SUPERVISOR, made(cast.SUPERVISOR, f"form:{TVAP}", "team", fiscal_month="10", **SPANS[0][0])
    )
    assert told["people", "s|housing", 0] == told["people", "a|disability|vision", 0] == 1
    assert told["people", "a|lgbtq|declined", 0] == told["people", "a|closing_cp_or_t|blank", 0] == 1


def test_what_a_table_of_services_hides_no_form_gives_away_and_the_other_way_round() -> None:
    """One small kind of service and one that stands beside it, told under both names: each hides both."""
    kinds = connection_make.services()
    counts_as(
        VOCA, **{**dict.fromkeys(kinds, ""), "shelter": "D1", "financial": "C7", "transportation": "B9"}
    )
    at = datetime(2026, 11, 3, 18, tzinfo=UTC)
    for number in range(8):
        person = connection_make.person(f"Fern {number}")
        given = [
            kinds["shelter"],
            *([kinds["financial"]] if number < 7 else []),
            *([kinds["transportation"]] if number < 2 else []),
        ]
        connection_make.note(person, kind="met", minutes=20, at=at, services=given)
    asked = {"fiscal_month": "7", **SPANS[0][0]}
    first = cells(cast.DIRECTOR, made(cast.DIRECTOR, "services", **asked))
    form = cells(cast.DIRECTOR, made(cast.DIRECTOR, f"form:{VOCA}", **asked))
    for key, item in (("shelter", "D1"), ("financial", "C7"), ("transportation", "B9")):
        for measure in ("times", "people"):
            one, other = first[measure, str(kinds[key]), 0], form[measure, f"s|{item}", 0]
            assert isinstance(other, int) <= isinstance(one, int), (measure, key, one, other)
    again = cells(cast.DIRECTOR, made(cast.DIRECTOR, "services", **asked))
    assert again == first
