"""A safety plan opens to whom its person said: by no other role, address, statement, export, search, dump or trail."""

import uuid
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import get_resolver

from alongside.access.checks import views
from alongside.clock.models import ClockSetting
from alongside.custody.walls_tables import TAKEN_TABLES
from alongside.participants.actions import assign, release_part
from alongside.participants.choices import Part
from alongside.safety import actions, rules
from alongside.safety.actions import Written
from alongside.safety.models import PlanVersion, SafetyPlan
from alongside.vault.models import Key
from alongside.vault.ring import NoKey
from alongside.workforce.actions import put_on_call
from tests import cast
from tests.attacks.catalogue import tables
from tests.house.places import Places
from tests.participants.twice import planted
from tests.people import lantern
from tests.safety.make import SAID, planned

OTHERS = [
    cast.CM3, cast.ON_CALL, cast.DROP_IN, cast.SUPERVISOR, cast.DIRECTOR, cast.ADMIN, cast.CUSTODIAN, cast.PRACTICE,
    cast.ADVISER,
]  # fmt: skip
WORD = "Cedar"


def opens(member: cast.Member, plan: uuid.UUID) -> bool:
    """Whether somebody reads the words of a plan, past every page: the row, the key and the two together."""
    with cast.acting(member):
        key = Key.objects.filter(thing_id=plan).exists()
        row = PlanVersion.objects.filter(plan_id=plan).order_by("-version").first()
        assert key == (row is not None)
        return row is not None and "Cedar" in row.said


def on_call_now(member: cast.Member, place: str = "first") -> None:
    cast.also_on_call(member)
    with cast.acting(cast.SUPERVISOR) as by:
        ends = cast.BEGINS + timedelta(hours=8)
        begins = cast.BEGINS - timedelta(hours=1)
        put_on_call(by=by, shift=uuid.uuid4(), staff=member.id, place=place, begins=begins, ends=ends)


@pytest.mark.parametrize("member", OTHERS, ids=str)
def test_no_other_role_reads_it_past_the_pages(member: cast.Member) -> None:
    plan = planned(lantern()).plan_id
    assert opens(cast.CM1, plan) and opens(cast.CM2, plan)
    assert not opens(member, plan)


@pytest.mark.parametrize("member", OTHERS, ids=str)
def test_no_address_shows_a_word_of_it_to_anybody_else(member: cast.Member) -> None:
    """Every address there is, with everything of this person's filled in."""
    places = Places()
    with cast.acting(cast.CM1) as by:
        given = {"participant": places.participant, "version": uuid.uuid4()}
        actions.write_safety_plan(by=by, written=Written(SAID, there="Cedar", copy="paper"), **given)
    client = cast.signed_in(member)
    client.raise_request_exception = False
    seen = 0
    for route, _pattern in views(get_resolver().url_patterns):
        answer = client.get(places.url("/" + route))
        seen += answer.status_code == 200
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"Cedar tea" not in body and b"back door" not in body, route
    assert seen > 10
    mine = cast.signed_in(cast.CM1).get(f"/people/{places.participant}/safety-plan/")
    assert "Cedar tea" in mine.content.decode()


def test_it_opens_to_the_backup_and_to_nobody_who_came_after_until_the_person_said_so() -> None:
    person = lantern()
    plan = planned(person).plan_id
    ClockSetting.set_to(cast.BEGINS + timedelta(hours=2), running=False)
    with cast.acting(cast.SUPERVISOR) as by:
        release_part(by=by, participant=person, part=Part.CASE_MANAGER)
        assign(by=by, participant=person, staff=cast.CM3.id, part=Part.CASE_MANAGER, why="Knows the town")
    assert not opens(cast.CM1, plan) and opens(cast.CM2, plan) and not opens(cast.CM3, plan)
    page = cast.signed_in(cast.CM3).get(f"/people/{person}/safety-plan/").content.decode()
    assert "It does not open to you" in page and WORD not in page
    assert cast.signed_in(cast.CM3).get(f"/people/{person}/safety-plan/write/").status_code == 404
    assert cast.signed_in(cast.CM3).get(f"/people/{person}/safety-plan/print/").status_code == 404
    client = cast.signed_in(cast.CM3)
    who = f"/people/{person}/safety-plan/who/"
    assert client.post(who, {"staff": str(cast.CM3.id), "words": " "}).status_code == 422
    assert not opens(cast.CM3, plan)
    # For themselves alone, and no other colleague.
    assert client.post(who, {"staff": str(cast.DROP_IN.id), "words": "yes"}).status_code == 422
    told = client.post(who, {"staff": str(cast.CM3.id), "words": "You may, she said."})
    assert told.status_code == 302
    assert opens(cast.CM3, plan) and not opens(cast.DROP_IN, plan)


def test_being_handed_over_for_a_while_opens_nothing() -> None:
    person = lantern()
    plan = planned(person).plan_id
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.participants_membership (id, participant_id, staff_id, part, during)"
            " values (%s, %s, %s, 'handover', tstzrange(access.now() - interval '1 day', access.now() + interval"
            " '9 days'))",
            [uuid.uuid4(), person, cast.CM3.id],
        )
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.CM3) as by:
        assert SafetyPlan.objects.filter(participant_id=person).exists()
        with pytest.raises(rules.NotToBeLet):
            actions.let_open_plan(by=by, participant=person, opener=uuid.uuid4(), staff=by.id, words="yes")
    assert not opens(cast.CM3, plan)


def test_on_call_opens_it_only_where_they_agreed_and_only_at_that_hour() -> None:
    agreed, not_agreed = lantern(), lantern("Harbor")
    plan, other = planned(agreed).plan_id, planned(not_agreed).plan_id
    with cast.acting(cast.CM1) as by:
        actions.let_on_call_open(by=by, participant=agreed, may=True)
    assert not opens(cast.ON_CALL, plan)  # has the role, and is not on call now
    on_call_now(cast.ON_CALL)
    assert opens(cast.ON_CALL, plan) and not opens(cast.ON_CALL, other)
    client = cast.signed_in(cast.ON_CALL)
    assert "Cedar tea" in client.get(f"/safety-plans/{plan}/").content.decode()
    assert client.get(f"/safety-plans/{other}/").status_code == 404
    listed = client.get("/safety-plans/").content.decode()
    assert "Lantérn" in listed and "Harbor" not in listed
    # The plan and nothing else of the record.
    assert client.get(f"/people/{agreed}/").status_code in (403, 404)
    with cast.acting(cast.ON_CALL):
        assert not Key.objects.filter(participant_id=agreed).exists()
    with cast.acting(cast.CM1) as by:
        actions.let_on_call_open(by=by, participant=agreed, may=False)
    assert not opens(cast.ON_CALL, plan)


def test_on_call_does_not_open_it_to_a_colleague_whom_they_asked_not_to_have() -> None:
    person = lantern()
    plan = planned(person).plan_id
    with cast.acting(cast.CM1) as by:
        actions.let_on_call_open(by=by, participant=person, may=True)
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.participants_casemanagerrequest"
            " (id, key_id, participant_id, concerns_id, kind, words, at, by_id)"
            " select %s, key_id, id, %s, ''::bytea, ''::bytea, access.now(), %s"
            " from core.participants_participant where id = %s",
            [uuid.uuid4(), cast.ON_CALL.id, cast.CM1.id, person],
        )
        cursor.execute("set local role alongside_desk")
    on_call_now(cast.ON_CALL)
    assert not opens(cast.ON_CALL, plan)


def test_a_named_colleague_opens_the_plan_and_nothing_else() -> None:
    person = lantern()
    plan = planned(person).plan_id
    with cast.acting(cast.CM1) as by:
        given = {"participant": person, "opener": uuid.uuid4()}
        actions.let_open_plan(by=by, staff=cast.DROP_IN.id, words="Rosa, from the kitchen", **given)
    assert opens(cast.DROP_IN, plan)
    client = cast.signed_in(cast.DROP_IN)
    assert client.get(f"/people/{person}/").status_code in (403, 404)
    with cast.acting(cast.CM1) as by:
        actions.stop_opening_plan(by=by, participant=person, opener=given["opener"])
    assert not opens(cast.DROP_IN, plan)


def test_a_supervisor_says_why_has_an_hour_and_the_person_can_read_it() -> None:
    person = lantern()
    plan, kept_before = planned(person).plan_id, planned(lantern("Harbor")).plan_id
    client = cast.signed_in(cast.SUPERVISOR)
    page = f"/people/{person}/safety-plan/"
    assert WORD not in client.get(page).content.decode()
    assert client.post(f"{page}open/", {"reason": " "}).status_code == 422
    assert not opens(cast.SUPERVISOR, plan)
    assert client.post(f"{page}open/", {"reason": "She called from the bus"}).status_code == 302
    assert WORD in client.get(page).content.decode() and opens(cast.SUPERVISOR, plan)
    assert client.get(f"{page}write/").status_code == 404
    record = cast.signed_in(cast.CM1).get(f"/people/{person}/record/").content.decode()
    assert "She called from the bus" in record and "as a supervisor, and said why" in record
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute(
            "insert into core.safety_planopening (id, key_id, participant_id, plan_id, until, reason, at, by_id)"
            " select gen_random_uuid(), key_id, participant_id, %s, access.now(), reason, at, %s"
            " from core.safety_planopening",
            [kept_before, cast.SUPERVISOR.id],
        )
        cursor.execute("set local role alongside_desk")
    assert not opens(cast.SUPERVISOR, kept_before)  # the hour is over


def test_nobody_lets_themselves_in_by_a_statement() -> None:
    """Rows that decide who opens it are written by checking functions alone."""
    person = lantern()
    kept = planned(person)
    tries: list[tuple[str, list[Any]]] = [
        ("update core.safety_planopener set staff_id = %s", [cast.CM3.id]),
        ("update core.safety_safetyplan set on_call_may = true", []),
        ("delete from core.safety_planopener", []),
        (
            "insert into core.safety_planopener"
            " (id, key_id, participant_id, plan_id, staff_id, named, words, at, by_id)"
            " values (%s, %s, %s, %s, %s, true, '', now(), %s)",
            [uuid.uuid4(), kept.key_id, person, kept.plan_id, cast.SUPERVISOR.id, cast.SUPERVISOR.id],
        ),
        (
            "insert into core.safety_planopening (id, key_id, participant_id, plan_id, until, reason, at, by_id)"
            " values (%s, %s, %s, %s, now() + interval '9 days', '', now(), %s)",
            [uuid.uuid4(), kept.key_id, person, kept.plan_id, cast.SUPERVISOR.id],
        ),
        ("select core.begin_safety_plan(%s, %s, %s, %s)", [uuid.uuid4(), person, uuid.uuid4(), b"x"]),
        ("select core.let_open_plan(%s, %s, %s, %s)", [uuid.uuid4(), kept.plan_id, cast.SUPERVISOR.id, b"x"]),
        ("select core.let_open_plan(%s, %s, %s, %s)", [uuid.uuid4(), kept.plan_id, cast.CM3.id, b"x"]),
        ("select core.let_on_call_open(%s, true)", [kept.plan_id]),
        ("select core.open_plan_for_a_reason(%s, %s, ''::bytea)", [uuid.uuid4(), kept.plan_id]),
        ("select core.let_plan_key_go()", []),
        ("select access.share_key(%s, %s, %s)", [kept.plan_id, uuid.uuid4(), b"x"]),
    ]
    for member in (cast.SUPERVISOR, cast.CM3, cast.ADMIN):
        with cast.acting(member):
            for statement, values in tries:
                with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                    cursor.execute(statement, values)
        assert not opens(member, kept.plan_id)


def test_neither_the_whole_record_nor_a_search_takes_it_along() -> None:
    person = lantern()
    planned(person)
    assert [table for table in TAKEN_TABLES if table.startswith("safety_")] == ["safety_talkedabout"]
    for member in (cast.CM1, cast.SUPERVISOR):
        for asked in ("Cedar", "555-0177", "back door"):
            assert "Cedar tea" not in cast.signed_in(member).get(f"/search/?q={asked}").content.decode()


def test_a_copy_of_the_data_and_the_trail_hold_no_word_and_no_part_of_it() -> None:
    planned(lantern())
    copied = ""
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        for table, _columns in tables():
            if table.startswith(("core.safety_", "trail.")):
                with suppress(DatabaseError), transaction.atomic():
                    cursor.execute(f"select coalesce(string_agg(t::text, ' '), '') from {table} t")
                    copied += cursor.fetchone()[0]
        cursor.execute("set local role alongside_desk")
    assert copied
    for word in ("Cedar", "still_there", "paper", "Lant"):
        assert word not in copied and word.encode().hex() not in copied


def test_forgetting_the_person_destroys_the_key_of_the_plan() -> None:
    person, other = lantern(), lantern("Harbor")
    plan, stays = planned(person).plan_id, planned(other).plan_id
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_keeper")
        cursor.execute("delete from vault.vault_key where participant_id = %s", [person])
        cursor.execute("set local role alongside_desk")
    with cast.acting(cast.CM1):
        assert not Key.objects.filter(thing_id=plan).exists()
        with pytest.raises(NoKey):
            str(PlanVersion.objects.get(plan_id=plan).said)
        assert Key.objects.filter(thing_id=stays).exists()


def test_two_records_of_one_person_keep_both_the_newer_first() -> None:
    person = lantern()
    planned(person)
    other = planted(uuid.uuid4(), person, tied=True)
    page = f"/people/{person}/safety-plan/"
    client = cast.signed_in(cast.CM1)
    assert "in another record of theirs" not in client.get(page).content.decode()
    ClockSetting.set_to(cast.BEGINS + timedelta(hours=2), running=False)
    planned(other, coping="A newer river")
    body = client.get(page).content.decode()
    assert body.index("A newer river") < body.index("Cedar tea")
    with cast.acting(cast.CM1):
        assert PlanVersion.objects.filter(participant_id=person).count() == 1
