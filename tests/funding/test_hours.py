"""Hours beside the work with people: one's own, honest about what no stream covers, and no rank of anybody."""

import re
import uuid
from datetime import date, timedelta

import pytest

from alongside import clock
from alongside.agency.actions import add_program
from alongside.connection.actions import log_contact
from alongside.funding import time_actions, time_queries
from alongside.funding.claim_models import WorkTime
from alongside.funding.time_rules import read_hours
from alongside.keeping.rules import NotHere
from tests import cast
from tests.funding.streams_make import enrolled, stream
from tests.people import lantern

JANUARY = date(2027, 1, 1)


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("6", 360), ("1.5", 90), ("1,5", 90), ("1:30", 90), (" 2 h", 120), ("0.25", 15)]
    + [(wrong, None) for wrong in ("", "six", "1:75", "-1", "1e3", "٦", "1:5", ".", "1.2.3")],
)
def test_hours_are_read_as_people_type_them(typed: str, minutes: int | None) -> None:
    assert read_hours(typed) == minutes


def log(client, kind: str, hours: str, **more: str):  # type: ignore[no-untyped-def]
    return client.post("/me/hours/", {"kind": kind, "hours": hours, "day": "01/05/2027", "stream": ""} | more)


def test_six_hours_of_downtime_are_said_to_be_covered_by_nothing() -> None:
    into = stream("State fund", "repaid")
    client = cast.signed_in(cast.CM3)
    assert log(client, "downtime", "6").status_code == 302
    assert log(client, "training", "4", stream=str(into.pk)).status_code == 302
    assert log(client, "on_call", "16", stream=str(into.pk)).status_code == 302
    shown = client.get("/me/hours/").content.decode()
    assert "6 h not covered by any stream" in shown
    assert ">20 h<" in shown and "State fund" in shown
    for wrong, said in (
        (("downtime", "25"), "at most 24"),
        (("", "2"), "Choose what it was"),
        (("x", "2"), "not offered"),
    ):
        answer = log(client, *wrong)
        assert answer.status_code == 422 and said in answer.content.decode()
    for other in (cast.CM1, cast.SUPERVISOR):
        assert "6 h" not in cast.signed_in(other).get("/me/hours/").content.decode()
    report = cast.signed_in(cast.DIRECTOR).get("/program/time/").content.decode()
    assert "6 h not covered by any stream" in report and "Case manager 3" not in report


def test_hours_of_another_are_nobodys_to_take_and_their_supervisor_reads_them() -> None:
    client = cast.signed_in(cast.CM1)
    assert log(client, "outreach", "2").status_code == 302
    with cast.acting(cast.CM1) as by:
        row = WorkTime.objects.get()
        assert time_actions.log_hours(by=by, row=row.pk, day=JANUARY, kind="other", minutes=5) == row
    for member in (cast.CM2, cast.DIRECTOR, cast.SUPERVISOR):
        assert cast.signed_in(member).post(f"/me/hours/{row.pk}/remove/").status_code == 404
        with cast.acting(member) as by:
            assert WorkTime.objects.exists() is (member is cast.SUPERVISOR)
            with pytest.raises(NotHere):
                time_actions.take_hours_away(by=by, row=row.pk)
    page = cast.signed_in(cast.SUPERVISOR).get("/program/team-hours/").content.decode()
    assert re.search(r"Case manager 1.*2 h not covered", page, re.DOTALL)
    assert cast.signed_in(cast.DIRECTOR).get("/program/team-hours/").status_code == 403
    assert client.post(f"/me/hours/{row.pk}/remove/").status_code == 302
    assert "2 h not covered" not in client.get("/me/hours/").content.decode()
    assert client.post(f"/me/hours/{row.pk}/bring-back/").status_code == 302
    assert "2 h not covered" in client.get("/me/hours/").content.decode()


def test_one_worker_in_two_programs_has_a_month_that_divides() -> None:
    with cast.acting(cast.ADMIN) as by:
        north = add_program(by=by, name="North").pk
        south = add_program(by=by, name="South").pk
    first = stream("County", program=north, place=1)
    second = stream("State", "repaid", program=south, place=2)
    person, other, third = lantern(), lantern("Maple"), lantern("Linden")
    enrolled(person, first)
    enrolled(person, second)  # the first in the order has her hours
    enrolled(other, second)
    with cast.acting(cast.CM1) as by:
        at = clock.now() - timedelta(hours=2)
        for whom, minutes in ((person, 90), (other, 45), (third, 30)):
            given = {"participant": whom, "note": uuid.uuid4(), "happened": "secret"}
            log_contact(by=by, **given, kind="met", minutes=minutes, at=at)
        parts = time_queries.my_month(by, JANUARY)
    assert [(each.program, each.total) for each in parts] == [("North", 90), ("South", 45), ("", 30)]
    shown = cast.signed_in(cast.CM1).get("/me/hours/").content.decode()
    assert "North" in shown and "1.5 h" in shown and "0.5 h of work with people not covered" in shown
    report = cast.signed_in(cast.DIRECTOR).get("/program/time/").content.decode()
    assert "North" in report and "Lant" not in report
    assert re.search(
        r"January 2027</th><td data-title=\"County\">1</td><td data-title=\"State\">2</td>", report
    )
