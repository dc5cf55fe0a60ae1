"""Reports count what was written, hide what is small, and are read by whoever may read such counts."""

import html
import io
import uuid
from datetime import datetime, timedelta

import openpyxl
import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import clock
from alongside.partners.actions import count_gap
from alongside.partners.searching import Sought
from alongside.trail.models import TrailEntry
from tests import cast
from tests.connection import make as connection_make
from tests.funding.make import gift
from tests.provisions import money
from tests.reports.make import cells, made

ALL = "*"


def page(member: cast.Member, address: str) -> str:
    answer = cast.signed_in(member).get(address)
    assert answer.status_code == 200
    return html.unescape(answer.content.decode()).partition("<main")[2].partition("</main>")[0]


def gaps(times: int, **sought: object) -> None:
    with cast.acting(cast.CM1) as by:
        for _each in range(times):
            count_gap(by=by, sought=Sought(**sought))  # type: ignore[arg-type]


def test_six_gaps_are_told_and_three_are_fewer_than_five_whatever_boxes_were_ticked() -> None:
    gaps(3, kind="housing", serves=("men", "families"))
    gaps(3, kind="housing", serves=("men", "families"), tonight=True)
    gaps(3, kind="dental", serves=("women",), cost="free")
    report = made(cast.DIRECTOR, "gaps")
    told = cells(cast.DIRECTOR, report)
    assert told["times", "kind=housing", 0] == 6 and told["times", "kind=dental", 0] == "small"
    assert told["times", "group=housing|families+men", 0] == 6
    assert told["times", "serves=men", 0] == 6 and told["times", "serves=women", 0] == "small"
    assert told["times", ALL, 0] == "held" and told["times", "tonight=yes", 0] == "small"
    shown = page(cast.DIRECTOR, f"/reports/{report}/")
    assert (
        "fewer than 5" in shown
        and "Long-term housing / Adults with children + Men" in shown
        and ">6<" in shown
    )


def test_help_with_money_is_counted_by_kind_once_it_was_handed_over_and_hidden_where_it_is_small() -> None:
    about, other = connection_make.person("Lantern"), connection_make.person("Birch", member=cast.CM2)
    fund = gift(500).pk
    rows = [
        money.asked(about, fund),
        money.asked(about, fund),
        money.asked(about, fund, kind=money.kind_of("food")),
    ]
    rows.append(money.asked(other, fund, member=cast.CM2))
    waits, *_others = rows
    for row in rows[1:]:
        money.decided(row, cast.DIRECTOR)
        money.handed(row, cast.CM2 if row.participant_id == other else cast.CM1)
    travel, food = str(money.kind_of()), str(money.kind_of("food"))
    agency = made(cast.DIRECTOR, "assistance")
    assert set(cells(cast.DIRECTOR, agency).values()) == {"small"}
    shown = page(cast.DIRECTOR, f"/reports/{agency}/")
    assert "Transport" in shown and "Food" in shown and "Lantern" not in shown
    told = cells(cast.SUPERVISOR, made(cast.SUPERVISOR, "assistance", "team"))
    assert (told["times", travel, 0], told["times", food, 0], told["people", ALL, 0]) == (2, 1, 2)
    with cast.acting(cast.CM1) as by:
        money.actions.take_help_back(by=by, participant=about, asking=rows[2].pk, seen=3)
    assert money.line_of(waits).state == "asked"
    told = cells(cast.SUPERVISOR, made(cast.SUPERVISOR, "assistance", "team"))
    assert ("times", food, 0) not in told and told["times", travel, 0] == 2


def test_a_supervisor_reads_true_counts_of_her_team_and_the_director_hidden_ones() -> None:
    kinds = connection_make.services()
    about = connection_make.person("Lantern")
    for service in list(kinds.values())[:14]:
        connection_make.note(about, services=[service], minutes=30)
    team = made(cast.SUPERVISOR, "services", "team")
    told = cells(cast.SUPERVISOR, team)
    assert [told["times", str(kind), 0] for kind in list(kinds.values())[:14]] == [1] * 14
    assert told["times", ALL, 0] == 14 and told["people", ALL, 0] == 1 and told["minutes", ALL, 0] == 14 * 30
    agency = made(cast.DIRECTOR, "services")
    assert set(cells(cast.DIRECTOR, agency).values()) <= {"small", "held", 0}
    assert cast.signed_in(cast.DIRECTOR).get(f"/reports/{team}/").status_code == 404
    assert cast.signed_in(cast.SUPERVISOR).get(f"/reports/{agency}/").status_code == 404
    assert cast.signed_in(cast.SUPERVISOR).get(f"/reports/{team}/file/").status_code == 404
    assert cast.signed_in(cast.ADMIN).get(f"/reports/{agency}/").status_code == 404
    assert "Lantern" not in page(cast.SUPERVISOR, f"/reports/{team}/")


def test_no_sql_at_the_desk_finds_a_true_count() -> None:
    connection_make.note(connection_make.person(), minutes=30)
    with cast.acting(cast.DIRECTOR):
        for function in (
            "counted_activity(false, array[now() - interval '900 days'], array[now()])",
            "counted_notes(false, array[now() - interval '900 days'], array[now()])",
            "counted_gaps(array['2000-01-01'::date], array['2100-01-01'::date])",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"select * from core.{function}")
    forged = (
        "insert into core.reports_report (id, kind, audience, purpose, period, begins, ends, by_month, fiscal_month,"
        " at, by_id, cells, refused, made_at) values (gen_random_uuid(), 'services', 'team', 'board', 'month',"
        " '2027-01-01', '2027-01-31', false, 1, now(), access.actor(), '[]', false, now())"
    )
    with (
        cast.acting(cast.SUPERVISOR),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError),
        transaction.atomic(),
    ):
        cursor.execute(forged)


def test_attempts_and_work_without_contact_are_counted_and_a_record_that_was_joined_counts_once() -> None:
    for number in range(6):
        about = connection_make.person(f"Fern {number}")
        connection_make.note(about, kind="no_answer", minutes=10)
        connection_make.note(about, kind="without", minutes=20)
    report = made(cast.DIRECTOR, "activity")
    told = cells(cast.DIRECTOR, report)
    assert (
        told["times", "attempt", 0] == 6 and told["times", "without", 0] == 6 and told["people", ALL, 0] == 6
    )
    assert told["minutes", "attempt", 0] == 60 and told["times", ALL, 0] == 12


def test_one_day_more_than_what_was_told_before_tells_nobody() -> None:
    people = [connection_make.person(f"Fern {number}") for number in range(7)]
    zone = cast.ZONE
    for about in people[:6]:
        connection_make.note(about, minutes=10, at=datetime(2027, 1, 2, 12, tzinfo=zone))
    connection_make.note(people[6], minutes=10, at=datetime(2027, 1, 4, 12, tzinfo=zone))
    shorter = made(cast.DIRECTOR, "activity", period="days", day="2027-01-01", last="2027-01-03")
    longer = made(cast.DIRECTOR, "activity", period="days", day="2027-01-01", last="2027-01-04")
    one, other = cells(cast.DIRECTOR, shorter), cells(cast.DIRECTOR, longer)
    assert one["people", ALL, 0] == 6 and one["minutes", ALL, 0] == 60
    for key, number in other.items():
        assert not (
            isinstance(number, int) and isinstance(one.get(key), int) and 0 < number - one[key] < 5
        ), key  # type: ignore[operator]


def test_a_note_written_late_is_not_told_by_the_same_days_once_more() -> None:
    people = [connection_make.person(f"Fern {number}") for number in range(7)]
    for about in people[:6]:
        connection_make.note(about, minutes=10)
    first = cells(cast.DIRECTOR, made(cast.DIRECTOR, "activity"))
    connection_make.note(people[6], minutes=10)
    again = cells(cast.DIRECTOR, made(cast.DIRECTOR, "activity"))
    assert first["people", ALL, 0] == 6 and again["people", ALL, 0] == "held"


def test_looking_writes_nothing_and_a_file_says_what_for() -> None:
    for number in range(6):
        connection_make.note(connection_make.person(f"=Fern {number}"), minutes=10)
    report = made(cast.DIRECTOR, "activity")
    address = f"/reports/{report}/file/"
    client = cast.signed_in(cast.DIRECTOR)
    assert client.get(address).status_code == 200
    assert client.post(address, {"form": "csv"}).status_code == 422
    answer = client.post(address, {"form": "csv", "purpose": "board"})
    assert answer["Content-Disposition"] == 'attachment; filename="table.csv"'
    assert "Fern" not in answer.content.decode() and "6" in answer.content.decode()
    book = client.post(address, {"form": "xlsx", "purpose": "funder"})
    sheet = openpyxl.load_workbook(io.BytesIO(book.content)).active
    assert sheet is not None and sheet.max_row > 2
    with cast.acting(cast.DIRECTOR):
        kept = TrailEntry.objects.filter(act="take_report", ref=report)
        assert sorted(kept.values_list("kind", flat=True)) == ["board", "funder"]


def test_an_agency_hides_more_where_it_says_so_and_never_less() -> None:
    client = cast.signed_in(cast.ADMIN)
    assert client.post("/program/reports/", {"least": "4", "fiscal_month": "7"}).status_code == 422
    assert client.post("/program/reports/", {"least": "11", "fiscal_month": "7"}).status_code == 302
    gaps(6, kind="housing")
    told = cells(cast.DIRECTOR, made(cast.DIRECTOR, "gaps"))
    assert told["times", "kind=housing", 0] == "small"


def test_what_no_report_can_be_made_of_is_said() -> None:
    client = cast.signed_in(cast.DIRECTOR)
    days = {"audience": "agency", "purpose": "board", "period": "days", "fiscal_month": "1"}
    for told, said in (
        ({"kind": "gaps", "day": "2027-01-02", "last": "2027-01-05"}, "whole months"),
        ({"kind": "people", "day": "2026-12-01", "last": "2027-01-31"}, "one fiscal year"),
        ({"kind": "services", "day": "2027-01-05", "last": "2027-01-02"}, "comes after the first"),
        ({"kind": "services", "day": "2027-01-05"}, "the first and the last day"),
    ):
        answer = client.post("/reports/", days | told)
        assert answer.status_code == 422 and said in answer.content.decode(), told
    asked = {**days, "kind": "services", "period": "month", "audience": "agency"}
    assert cast.signed_in(cast.SUPERVISOR).post("/reports/", asked).status_code == 422
    assert cast.signed_in(cast.CM1).get("/reports/").status_code == 403


def test_time_is_told_by_phase_under_the_agencys_names() -> None:
    from tests.caseload.test_load import walks_with

    with clock.stopped_at(cast.BEGINS - timedelta(days=40)):
        people = [walks_with(cast.CM1, level="intense") for _each in range(5)]
    for about in people:
        connection_make.note(about, minutes=30)
    told = cells(cast.DIRECTOR, made(cast.DIRECTOR, "time"))
    assert told["minutes", "intense", 0] == 150 and told["months", "intense", 0] == 5


def test_a_report_sent_twice_is_one() -> None:
    once = str(uuid.uuid4())
    client = cast.signed_in(cast.DIRECTOR)
    told = {
        "kind": "activity",
        "audience": "agency",
        "purpose": "board",
        "period": "month",
        "fiscal_month": "1",
    }
    where = {client.post("/reports/", {**told, "once": once})["Location"] for _twice in range(2)}
    assert len(where) == 1


def test_a_report_that_waits_says_so_and_leads_back_to_itself() -> None:
    client = cast.signed_in(cast.DIRECTOR)
    told = {"kind": "gaps", "audience": "agency", "purpose": "board", "period": "month", "fiscal_month": "1"}
    address = client.post("/reports/", told)["Location"]
    answer = client.get(address)
    assert answer.status_code == 200
    shown = html.unescape(answer.content.decode())
    assert "Being counted" in shown and f'href="{address}"' in shown
