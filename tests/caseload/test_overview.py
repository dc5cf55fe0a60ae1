"""Whoever directs reads sums of teams of five, who waits as a number, and nobody's name; of fewer nothing."""

import html
import uuid
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection

from alongside import clock
from alongside.access.roles import Role
from alongside.agency.actions import change_staff
from alongside.caseload import overview
from alongside.caseload.actions import add_other_people, put_on_waiting_list, say_capacity
from alongside.caseload.choices import Capacity
from alongside.workforce.actions import put_on_call
from tests import cast
from tests.caseload.test_choosing import waits
from tests.caseload.test_load import MONTHS, walks_with

PAGE = "/program/overview/"


def team_of_five() -> None:
    """The drop-in worker and the advocate on call are case managers too, set up before anybody is here."""
    for member in (cast.ON_CALL, cast.DROP_IN):
        with cast.acting(cast.ADMIN, fresh=True) as by:
            change_staff(
                by=by, staff=member.id, name=member.name, supervisor=cast.SUPERVISOR.id, site=None, languages=[],
                credentials="", hours="", trafficking_training_on=None, roles=[*member.roles, Role.CASE_MANAGER],
            )  # fmt: skip


def page_of(member: cast.Member = cast.DIRECTOR) -> str:
    return (
        html.unescape(cast.signed_in(member).get(PAGE).content.decode())
        .partition("<main")[2]
        .partition("</main>")[0]
    )


def test_who_waits_is_counted_without_a_name() -> None:
    waits("Linden")
    person = waits("Fern")
    assert "Nobody waits for a case manager." in page_of()
    with cast.acting(cast.SUPERVISOR) as by:
        told = {"reason": "no room", "interim": "hotline", "who_and_when": "Abeba"}
        put_on_waiting_list(by=by, participant=person, row=uuid.uuid4(), **told)
    page = page_of()
    assert "1 on the list" in page and "Support meanwhile is named for 1 of 1." in page
    assert "Without a case manager and not on the list: 1." in page
    assert "Fern" not in page and "Abeba" not in page and "no room" not in page


def test_of_a_team_of_fewer_than_five_nothing_is_told() -> None:
    walks_with(cast.CM1, level="intense")
    with cast.acting(cast.CM1) as by:
        say_capacity(by=by, answer=Capacity.OVER)
    page = page_of()
    assert "Team of" not in page and "of 90" not in page and "over capacity" not in page
    with cast.acting(cast.DIRECTOR), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.team_loads(access.now(), access.now())")
        assert cursor.fetchone()[0] == 0
        cursor.execute("select count(*) from core.my_load(access.now())")
        assert cursor.fetchone()[0] == 0


@pytest.mark.parametrize("other", [cast.SUPERVISOR, cast.CM1, cast.ADMIN], ids=lambda each: each.name)
def test_nobody_but_a_director_reads_it(other: cast.Member) -> None:
    assert cast.signed_in(other).get(PAGE).status_code == 403
    with cast.acting(other), connection.cursor() as cursor:
        for function in (
            "team_loads(access.now(), access.now())",
            "team_years(access.now(), access.now(), 'UTC')",
        ):
            cursor.execute(f"select count(*) from core.{function}")
            assert cursor.fetchone()[0] == 0
        cursor.execute("select count(*) from core.waiting_counts()")
        assert cursor.fetchone()[0] == 0


def test_a_team_of_five_is_a_sum_in_hours_and_years_that_compare() -> None:
    team_of_five()
    with clock.stopped_at(MONTHS):
        walks_with(cast.CM1, level="intense", far=True)
        walks_with(cast.CM2, level="close")
    with cast.acting(cast.SUPERVISOR) as by:
        others = {"called": "a program", "number": 25, "weight": Decimal(1)}
        add_other_people(by=by, row=uuid.uuid4(), staff=cast.CM3.id, **others)
    cast.also_on_call(cast.CM1)
    with clock.stopped_at(cast.BEGINS - timedelta(days=3)), cast.acting(cast.SUPERVISOR) as by:
        for days in (1, 2):
            begins = cast.BEGINS - timedelta(days=days)
            told = {"begins": begins, "ends": begins + timedelta(hours=12)}
            put_on_call(by=by, shift=uuid.uuid4(), staff=cast.CM1.id, place="first", **told)
    with cast.acting(cast.DIRECTOR):
        team = overview.teams()[0]
    assert (team.workers, team.people, team.load.weight, team.load.room) == (5, 27, Decimal(36), Decimal(150))
    this, before = team.years[0], team.years[1]
    assert (this.year, this.nights, this.changes) == (2027, Decimal("0.4"), Decimal(0)) and this.load is None
    assert (before.year, before.load) == (2026, Decimal("0.6"))  # 11 in November alone, for five
    page = page_of()
    assert "36 of 150" in page and "5 case managers, 27 people" in page and "Case manager 1" not in page
