"""Capacity is said in two presses and without a reason; whoever says it and their supervisor read it, nobody else."""

import uuid
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from alongside import clock
from alongside.access.roles import Role
from alongside.agency.actions import change_staff
from alongside.caseload.actions import say_capacity
from alongside.caseload.choices import Capacity
from alongside.caseload.models import CapacitySignal
from tests import cast

PAGE = "/capacity/"
OTHERS = [cast.CM2, cast.DIRECTOR, cast.ADMIN, cast.PRACTICE, cast.CUSTODIAN, cast.ON_CALL]


def _over() -> uuid.UUID:
    with cast.acting(cast.CM1) as by:
        return say_capacity(by=by, answer=Capacity.OVER).pk


def test_it_is_said_with_one_press_on_its_page_and_no_reason_is_asked() -> None:
    client = cast.signed_in(cast.CM1)
    form = (
        client.get(PAGE).content.decode().partition("<main")[2].partition("<form")[2].partition("</form")[0]
    )
    assert (
        "answer" in form and "textarea" not in form and form.count("<input") == 1
    )  # the request's own token
    assert client.post(PAGE, {"answer": "over"}).status_code == 302
    assert "I am over capacity" in client.get(PAGE).content.decode()
    assert client.post(PAGE, {"answer": "nothing of the kind"}).status_code == 302
    with cast.acting(cast.CM1):
        assert [row.answer for row in CapacitySignal.objects.all()] == ["over"]


def test_it_is_two_presses_from_any_page_and_from_for_me() -> None:
    client = cast.signed_in(cast.CM1)
    for address in ("/", "/people/", "/practice/"):
        page = client.get(address).content.decode()
        assert '<button class="btn plain" name="answer" value="cover">' in page
    assert f'href="{PAGE}"' in client.get("/").content.decode().partition("main")[2]


def test_a_supervisor_has_one_row_on_today_until_they_have_seen_it() -> None:
    signal = _over()
    client = cast.signed_in(cast.SUPERVISOR)
    assert "Case manager 1 is over capacity" in client.get("/").content.decode()
    assert client.post(f"/capacity/{signal}/seen/").status_code == 302
    assert "is over capacity" not in client.get("/").content.decode().partition("<main")[2]
    assert "seen by Supervisor" in cast.signed_in(cast.CM1).get(PAGE).content.decode()
    with cast.acting(cast.CM1) as by:
        say_capacity(by=by, answer=Capacity.ROOM)
    assert "has room" not in client.get("/").content.decode()


@pytest.mark.parametrize("other", OTHERS, ids=lambda each: each.name)
def test_nobody_else_reads_it_on_a_page_or_in_a_raw_query(other: cast.Member) -> None:
    signal = _over()
    client = cast.signed_in(other)
    assert "is over capacity" not in client.get("/").content.decode()
    assert client.post(f"/capacity/{signal}/seen/").status_code in (403, 404)
    with cast.acting(other), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.caseload_capacitysignal")
        assert cursor.fetchone()[0] == 0
        cursor.execute("update core.caseload_capacitysignal set seen_at = now(), seen_by_id = access.actor()")
        assert cursor.rowcount == 0


def test_nobody_says_it_for_somebody_else() -> None:
    with cast.acting(cast.SUPERVISOR), pytest.raises(DatabaseError, match="row-level"), transaction.atomic():
        CapacitySignal.objects.create(by_id=cast.CM1.id, at=clock.now(), answer=Capacity.ROOM)


def test_whoever_names_another_supervisor_is_read_by_that_one_alone() -> None:
    _over()
    with cast.acting(cast.ADMIN, fresh=True) as by:
        change_staff(
            by=by, staff=cast.CM1.id, name="Case manager 1", supervisor=cast.DIRECTOR.id, site=None, languages=[],
            credentials="", hours="", trafficking_training_on=None, roles=[Role.CASE_MANAGER],
        )  # fmt: skip
    with cast.acting(cast.SUPERVISOR):
        assert not CapacitySignal.objects.exists()


def test_it_runs_out_is_asked_again_for_a_week_and_then_no_more() -> None:
    for days, told, asked in ((21, False, False), (20, False, True), (14, False, True), (13, True, False)):
        with clock.stopped_at(cast.BEGINS - timedelta(days=days)):
            _over()
        supervisor = cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
        mine = cast.signed_in(cast.CM1).get("/").content.decode()
        assert ("1 is over capacity" in supervisor, "Is it still so?" in mine) == (told, asked), days
