"""Who reaches whom after any sequence of assigning, ties, wishes, nights on call, leaving and coming back: the walls
and a plain model of them agree after every step, about who may open what."""

import uuid
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.workforce.actions import put_on_call
from alongside.workforce.choices import Place
from tests import cast
from tests.attacks.raw import connected
from tests.attacks.reach import STEP, Model, Walls, by_keeper, tried
from tests.people import lantern


def _tied(person: uuid.UUID, member: cast.Member, part: str, hours: int = 2) -> None:
    begins = clock.now()
    by_keeper(
        "select core.tie(%s, %s, %s, %s, %s)",
        person,
        member.id,
        part,
        begins,
        begins + timedelta(hours=hours),
    )


def _reaches(member: cast.Member, person: uuid.UUID) -> bool:
    with cast.acting(member), connection.cursor() as cursor:
        cursor.execute("select %s = any(core.my_people() || core.read_tonight())", [person])
        return bool(cursor.fetchone()[0])


def _on_call(member: cast.Member, hours: int = 1) -> None:
    cast.also_on_call(member)
    with cast.acting(cast.ADMIN) as by:
        ends = clock.now() + timedelta(hours=hours)
        put_on_call(
            by=by, shift=uuid.uuid4(), staff=member.id, place=Place.FIRST, begins=clock.now(), ends=ends
        )


def _unled(person: uuid.UUID) -> uuid.UUID:
    """Nobody's supervisor reaches them by their case manager or backup."""
    for member in (cast.CM1, cast.CM2):
        by_keeper("update core.agency_staff set supervisor_id = null where id = %s", member.id)
    return person


@pytest.mark.parametrize("member", [cast.ON_CALL, cast.CM3, cast.SUPERVISOR, cast.DROP_IN, cast.DIRECTOR])
def test_a_record_opened_for_a_reason_is_open_only_while_one_is_on_call(member: cast.Member) -> None:
    person = _unled(lantern())
    _tied(person, member, "break_glass")
    assert not _reaches(member, person)
    _on_call(member)
    assert _reaches(member, person)
    assert not _reaches(cast.SUPERVISOR, person) or member is cast.SUPERVISOR
    ClockSetting.set_to(clock.now() + timedelta(minutes=59), running=False)
    assert _reaches(member, person)
    ClockSetting.set_to(clock.now() + timedelta(minutes=1), running=False)
    assert not _reaches(member, person)


@pytest.mark.parametrize("part", ["cover", "handover"])
def test_cover_opens_from_its_first_second_until_its_last(part: str) -> None:
    person = lantern()
    begins = clock.now() + timedelta(hours=1)
    by_keeper(
        "select core.tie(%s, %s, %s, %s, %s)", person, cast.CM3.id, part, begins, begins + timedelta(hours=2)
    )
    page = f"/people/{person}/"
    client = cast.signed_in(cast.CM3)
    assert client.get(page).status_code == 404
    ClockSetting.set_to(begins, running=False)
    assert client.get(page).status_code == 200
    ClockSetting.set_to(begins + timedelta(hours=2), running=False)
    assert client.get(page).status_code == 404


@pytest.mark.parametrize("part", ["cover", "handover", "break_glass"])
def test_what_they_wish_wins_over_every_dated_tie(part: str) -> None:
    person = lantern()
    _on_call(cast.CM3)
    _tied(person, cast.CM3, part)
    assert _reaches(cast.CM3, person)
    ask = uuid.uuid4()
    sent = {"kind": "not_them", "concerns": str(cast.CM3.id), "words": "not him", "once": str(ask)}
    assert cast.signed_in(cast.CM1).post(f"/people/{person}/another/", sent).status_code == 302
    assert not _reaches(cast.CM3, person)
    assert not tried(lambda: _tied(person, cast.CM3, part))
    chosen = {"staff": str(cast.CM3.id), "part": "backup", "why": "known to them"}
    supervisor = cast.signed_in(cast.SUPERVISOR)
    refused = supervisor.post(f"/people/{person}/team/", chosen)
    assert refused.status_code == 422 and "not chosen for them just now" in refused.content.decode()
    page = supervisor.get(f"/asked/{ask}/").content.decode()
    assert "They would rather not have Case manager 3" in page and "not him" in page
    assert supervisor.post(f"/asked/{ask}/", {"do": "lift"}).status_code == 302
    assert supervisor.post(f"/people/{person}/team/", chosen).status_code == 302
    _tied(person, cast.CM3, part)
    assert _reaches(cast.CM3, person)


def test_whom_they_would_rather_not_have_is_asked_again_with_every_word() -> None:
    person = lantern()
    sent = {"kind": "not_them", "words": "not him", "once": str(uuid.uuid4())}
    answer = cast.signed_in(cast.CM1).post(f"/people/{person}/another/", sent)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Please choose whom they would rather not have." in page and "not him" in page


def test_no_door_makes_or_ends_a_tie() -> None:
    person = lantern()
    for role in ("desk", "worker"):
        with connected(role) as raw:
            for said in (
                f"select core.tie('{person}', '{cast.CM3.id}', 'cover', now(), now() + interval '1 day')",
                f"select core.end_ties('{person}', '{cast.CM2.id}', 'cover')",
                f"select core.cut_ties(array['{person}']::uuid[])",
                f"select core.asked_for_another('{person}', '{cast.CM1.id}')",
                f"select core.records_of('{person}')",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    raw.execute(said)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(STEP, min_size=4, max_size=16))
def test_reach_is_what_a_plain_model_says_after_every_step(steps: list[tuple[Any, ...]]) -> None:
    with transaction.atomic():
        ClockSetting.set_to(cast.BEGINS, running=False)
        walls = Walls(Model())
        walls.agree("begin")
        for step in steps:
            walls.step(*step)
            walls.agree(step)
        transaction.set_rollback(True)
