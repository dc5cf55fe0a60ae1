"""The program's page for each role, the navigation around it, and the test clock."""

from datetime import datetime

import pytest
from django.test import override_settings
from django.urls import reverse

from alongside import clock
from alongside.access.roles import Can
from alongside.agency.actions import set_test_clock
from alongside.clock import ClockIsReal
from alongside.clock.models import ClockSetting
from tests import cast
from tests.workforce.make import on_call

PROGRAM, CLOCK = "/program/", "/clock/"
IN_PROGRAM = (cast.SUPERVISOR, cast.DIRECTOR, cast.CUSTODIAN, cast.ADMIN)
LATER = datetime(2027, 3, 9, 14, 30, tzinfo=cast.ZONE)


@pytest.mark.parametrize("member", cast.CAST)
def test_the_program_is_for_four_roles(member: cast.Member) -> None:
    answer = cast.signed_in(member).get(PROGRAM)
    assert answer.status_code == (200 if member in IN_PROGRAM else 403)
    page = answer.content.decode()
    for name, ability in (("agency:staff", Can.MANAGE_STAFF), ("agency:words", Can.SET_UP_AGENCY)):
        shown = answer.status_code == 200 and member.actor.may(ability)
        assert (f'href="{reverse(name)}"' in page) == shown


def test_nobody_is_asked_to_sign_in() -> None:
    assert cast.nobody().get(PROGRAM).status_code == 302
    assert cast.nobody().get(CLOCK).status_code == 302


def test_the_navigation_marks_one_place_alone() -> None:
    client = cast.signed_in(cast.ADMIN)
    page = client.get("/program/staff/").content.decode()
    assert page.split('class="top-nav"')[1].split("</nav>")[0].count('aria-current="page"') == 1
    assert f'href="{PROGRAM}" aria-current="page"' in page
    page = client.get("/on-call/").content.decode()
    assert page.split('class="top-nav"')[1].split("</nav>")[0].count('aria-current="page"') == 0


@pytest.mark.parametrize("member", [cast.CM1, cast.ADVISER])
def test_the_clock_is_set_by_anybody_in_a_demo_and_the_walls_follow(member: cast.Member) -> None:
    on_call()
    client = cast.signed_in(member)
    assert "On-call advocate" in client.get(CLOCK).content.decode()
    page = client.post(CLOCK, {"moment": "2027-03-09T14:30", "goes": "stands"}, follow=True).content.decode()
    assert "Mar 9, 2027, 2:30 PM" in page
    assert "nobody is set" in page
    assert clock.now() == LATER
    client.post(CLOCK, {"real": "1"})
    assert not clock.is_set()


def test_the_database_takes_the_new_time_at_once() -> None:
    from django.db import connection

    with cast.acting(cast.CM1) as by, connection.cursor() as cursor:
        set_test_clock(by=by, moment=LATER, running=False)
        cursor.execute("select access.now(), access.actor()")
        assert cursor.fetchone() == (LATER, by.id)


def test_nonsense_is_said_kindly() -> None:
    answer = cast.signed_in(cast.CM1).post(CLOCK, {"moment": "soon", "goes": "stands"})
    assert answer.status_code == 422
    assert "soon" in answer.content.decode()
    assert clock.now() == cast.BEGINS


def test_in_production_there_is_no_clock_to_set() -> None:
    client = cast.signed_in(cast.ADMIN)
    with override_settings(MODE="production"):
        assert client.get(CLOCK).status_code == 404
        assert client.post(CLOCK, {"moment": "2027-03-09T14:30", "goes": "stands"}).status_code == 404
        with pytest.raises(ClockIsReal):
            ClockSetting.set_to(LATER, running=True)
        with pytest.raises(ClockIsReal):
            clock.follow(None, LATER)
        with cast.acting(cast.ADMIN) as by, pytest.raises(ClockIsReal):
            set_test_clock(by=by, moment=LATER, running=False)
        assert CLOCK not in client.get(PROGRAM).content.decode()
