"""Trainings: places, scenarios that two people read, what one keeps for oneself, and who has learned what."""

import uuid
from datetime import date, datetime, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import clock
from alongside.access.acts import NotAllowed
from alongside.agency.models import Staff
from alongside.clock.models import ClockSetting
from alongside.keeping.rules import ChangedMeanwhile
from alongside.practice import queries, rules
from alongside.practice.actions import (
    approve_scenario,
    cancel_training,
    plan_training,
    record_training,
    sign_up,
    step_back,
    think_back,
    write_scenario,
)
from alongside.practice.models import Scenario, TrainingPlace, TrainingRecord, TrainingReflection
from tests import cast
from tests.practice import make

SCENARIO = "Somebody asks a worker to lie to a landlord."


def in_eight_days() -> None:
    """Move work time past the session."""
    ClockSetting.set_to(clock.now() + timedelta(days=8), running=False)


def profile(member: cast.Member) -> date | None:
    """What colleagues see of somebody's trafficking training."""
    with cast.acting(cast.CM2):
        return Staff.objects.get(pk=member.id).trafficking_training_on


def test_eight_places_then_seven_and_the_last_one_waits() -> None:
    session = make.session(places=8)
    client = cast.signed_in(cast.CM3)
    assert "8 places, 8 left" in client.get(f"/training/{session}/").content.decode()
    for _click in range(2):
        assert client.post(f"/training/{session}/sign-up/").status_code == 302
    page = client.get("/training/").content.decode()
    assert "8 places, 7 left" in page
    assert "you have a place" in page


def test_who_waits_comes_if_a_place_opens_the_first_one_first() -> None:
    session = make.session(places=1)
    assert make.comes(session, cast.CM1)
    ClockSetting.set_to(clock.now() + timedelta(minutes=1), running=False)
    assert not make.comes(session, cast.CM2)
    ClockSetting.set_to(clock.now() + timedelta(minutes=1), running=False)
    assert not make.comes(session, cast.CM3)
    assert (
        "Come if a place opens" in cast.signed_in(cast.ON_CALL).get(f"/training/{session}/").content.decode()
    )
    assert "if a place opens" in cast.signed_in(cast.CM2).get("/training/").content.decode()
    with cast.acting(cast.CM1) as by:
        step_back(by=by, session=session)
    with cast.acting(cast.PRACTICE) as by:
        found = {place.staff_id: place.waits for place in queries.who_comes(session)}
        assert found == {cast.CM2.id: False, cast.CM3.id: True}
        topic = make.topic()
        plan_training(
            by=by, session=session, topic=topic, at=clock.now() + timedelta(days=7), places=2, version=1
        )
        assert not any(place.waits for place in queries.who_comes(session))


def test_who_comes_is_seen_by_those_who_lead_and_no_place_is_taken_by_hand() -> None:
    session = make.session()
    make.comes(session, cast.CM3)
    assert "Case manager 3" in cast.signed_in(cast.PRACTICE).get(f"/training/{session}/").content.decode()
    assert "Case manager 3" not in cast.signed_in(cast.CM2).get(f"/training/{session}/").content.decode()
    with cast.acting(cast.CM2), connection.cursor() as cursor:
        assert not TrainingPlace.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("update core.practice_trainingplace set waits = false")
        with pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("insert into core.practice_trainingtopic (id) values (gen_random_uuid())")


def test_a_session_that_has_begun_or_is_called_off_takes_nobody() -> None:
    session = make.session()
    with cast.acting(cast.PRACTICE) as by:
        cancel_training(by=by, session=session, off=True)
    with cast.acting(cast.CM1) as by, pytest.raises(rules.NotThere):
        sign_up(by=by, session=session)
    page = cast.signed_in(cast.CM1).get(f"/training/{session}/").content.decode()
    assert "called off" in page
    assert "Sign up" not in page


def test_only_those_who_lead_plan() -> None:
    told = {"topic": str(make.topic()), "at": "2027-01-20T10:00", "places": "8", "title": "Waiting well"}
    for member in (cast.CM1, cast.DIRECTOR, cast.ADMIN, cast.ADVISER):
        assert cast.signed_in(member).post("/training/new/", told).status_code == 403
        with cast.acting(member) as by, pytest.raises(NotAllowed):
            plan_training(by=by, session=uuid.uuid4(), topic=make.topic(), at=clock.now())
    client, once = cast.signed_in(cast.SUPERVISOR), str(uuid.uuid4())
    for _click in range(2):
        assert client.post("/training/new/", {**told, "once": once}).status_code == 302
    assert client.get("/training/").content.decode().count("Waiting well") == 1
    assert cast.nobody().get("/training/").headers["Location"].startswith("/sign-in/")


READERS = [each for each in cast.CAST if each not in (cast.PRACTICE, cast.SUPERVISOR)]


@pytest.mark.parametrize("member", READERS)
def test_a_scenario_shows_to_nobody_before_a_second_person_approves_it(member: cast.Member) -> None:
    session = make.session()
    scenario = make.scenario(session, SCENARIO)
    client = cast.signed_in(member)
    assert SCENARIO not in client.get(f"/training/{session}/").content.decode()
    with cast.acting(member):
        assert not Scenario.objects.exists()
    with cast.acting(cast.SUPERVISOR) as by:
        approve_scenario(by=by, scenario=scenario, version=1)
    shown = client.get(f"/training/{session}/").content.decode()
    assert (SCENARIO in shown) == (member is not cast.ADVISER)


def test_nobody_approves_their_own_words_by_page_act_or_sql() -> None:
    session = make.session()
    scenario = make.scenario(session, SCENARIO)
    client = cast.signed_in(cast.PRACTICE)
    assert "approve</button>" not in client.get(f"/training/{session}/").content.decode()
    client.post(f"/training/{session}/scenario/approve/", {"version": "1"})
    with cast.acting(cast.PRACTICE) as by, connection.cursor() as cursor:
        with pytest.raises(rules.SecondPerson):
            approve_scenario(by=by, scenario=scenario, version=1)
        for statement in (
            f"select core.approve_scenario('{scenario}', 1)",
            "update core.practice_scenario set approved_at = now()",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
        assert Scenario.objects.get().approved_at is None
    as_stranger = (cast.acting(cast.CM1), connection.cursor())
    with as_stranger[0], as_stranger[1] as cursor, pytest.raises(DatabaseError), transaction.atomic():
        cursor.execute(f"select core.approve_scenario('{scenario}', 1)")


def test_a_changed_word_needs_approving_anew_by_somebody_else_than_its_writer() -> None:
    session = make.session()
    scenario = make.scenario(session, SCENARIO)
    lead = cast.signed_in(cast.SUPERVISOR)
    assert f"/training/{session}/" in lead.get("/training/").content.decode()
    assert lead.post(f"/training/{session}/scenario/approve/", {"version": "1"}).status_code == 302
    assert SCENARIO in cast.signed_in(cast.CM1).get(f"/training/{session}/").content.decode()
    with cast.acting(cast.SUPERVISOR) as by:
        write_scenario(by=by, session=session, words="Other words.", version=1)
        with pytest.raises(rules.SecondPerson):
            approve_scenario(by=by, scenario=scenario, version=2)
        with pytest.raises(ChangedMeanwhile):
            write_scenario(by=by, session=session, words="Late words.", version=1)
    assert "Other words." not in cast.signed_in(cast.CM1).get(f"/training/{session}/").content.decode()
    with cast.acting(cast.PRACTICE) as by:
        with pytest.raises(ChangedMeanwhile):
            approve_scenario(by=by, scenario=scenario, version=1)
        approve_scenario(by=by, scenario=scenario, version=2)
    assert "Other words." in cast.signed_in(cast.CM1).get(f"/training/{session}/").content.decode()


def test_words_that_point_to_somebody_are_pointed_out() -> None:
    from tests.people import lantern

    lantern()
    session = make.session()
    client = cast.signed_in(cast.SUPERVISOR)
    warned = client.post(f"/training/{session}/scenario/", {"words": "Lantern calls 555-0199-22."})
    assert warned.status_code == 422
    for words in ("This could point to somebody", "Lantérn", "555-0199-22"):
        assert words in warned.content.decode(), words
    with cast.acting(cast.SUPERVISOR):
        assert not Scenario.objects.exists()


def test_thinking_back_is_private_and_marks_that_one_was_there() -> None:
    session = make.session()
    assert profile(cast.CM3) is None
    assert make.comes(session, cast.CM3)
    client = cast.signed_in(cast.CM3)
    assert client.get(f"/training/{session}/after/").status_code == 404  # it has not been yet
    in_eight_days()
    told = {"stays": "to wait a breath longer", "tries": "", "version": ""}
    assert client.post(f"/training/{session}/after/", {"stays": " "}).status_code == 422
    assert client.post(f"/training/{session}/after/", told).status_code == 302
    assert "Human trafficking" in client.get("/training/").content.decode().split("My training")[1]
    assert profile(cast.CM3) == date(2027, 1, 13)
    for member in (cast.SUPERVISOR, cast.PRACTICE, cast.DIRECTOR, cast.ADMIN, cast.CM1):
        with cast.acting(member):
            assert not TrainingReflection.objects.exists()
        assert cast.signed_in(member).get(f"/training/{session}/after/").status_code == 404
        for address in (f"/training/{session}/", "/training/"):
            assert "a breath longer" not in cast.signed_in(member).get(address).content.decode()
    assert client.post(f"/training/{session}/after/delete/").status_code == 302
    with cast.acting(cast.CM3):
        assert not TrainingReflection.objects.exists()
        assert TrainingRecord.objects.filter(session=session).count() == 1


def test_who_did_not_come_or_only_waited_records_nothing_from_it() -> None:
    session = make.session(places=1)
    make.comes(session, cast.CM1)
    make.comes(session, cast.CM3)
    in_eight_days()
    for member in (cast.CM2, cast.CM3):
        assert cast.signed_in(member).get(f"/training/{session}/after/").status_code == 404
        with cast.acting(member) as by, pytest.raises(rules.NotThere):
            think_back(by=by, session=session, stays="x", tries="", version=None)
    assert profile(cast.CM3) is None


def test_a_record_is_seen_by_its_worker_and_their_supervisor_alone() -> None:
    with cast.acting(cast.CM3) as by:
        record_training(
            by=by, record=uuid.uuid4(), staff=by.id, topic=make.topic("trauma"), on_day=date(2026, 5, 4)
        )
    for member, sees in (
        (cast.CM3, 1),
        (cast.SUPERVISOR, 1),
        (cast.CM1, 0),
        (cast.PRACTICE, 0),
        (cast.ADMIN, 0),
    ):
        with cast.acting(member):
            assert TrainingRecord.objects.count() == sees
    for member in (cast.CM1, cast.PRACTICE, cast.DIRECTOR, cast.ADMIN):
        assert cast.signed_in(member).get("/training/coverage/").status_code == 403
        with cast.acting(member) as by, pytest.raises(rules.NotThere):
            record_training(
                by=by, record=uuid.uuid4(), staff=cast.CM3.id, topic=make.topic(), on_day=date(2026, 5, 4)
            )


def test_the_profile_believes_a_session_or_a_supervisor_and_not_ones_own_word() -> None:
    topic = make.topic()
    with cast.acting(cast.CM3) as by:
        record_training(by=by, record=uuid.uuid4(), staff=by.id, topic=topic, on_day=date(2026, 5, 4))
    assert profile(cast.CM3) is None
    with cast.acting(cast.SUPERVISOR) as by:
        record_training(by=by, record=uuid.uuid4(), staff=cast.CM3.id, topic=topic, on_day=date(2026, 6, 1))
    assert profile(cast.CM3) == date(2026, 6, 1)
    with cast.acting(cast.CM3), connection.cursor() as cursor:
        for statement in (
            "select core.trafficking_trained(access.actor(), '2027-01-01')",
            "update core.agency_staff set trafficking_training_on = '2027-01-01'",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)


def test_a_supervisor_sees_topics_across_the_team_and_what_is_good_to_refresh() -> None:
    with cast.acting(cast.SUPERVISOR) as by:
        record_training(
            by=by, record=uuid.uuid4(), staff=cast.CM1.id, topic=make.topic("safety"), on_day=date(2025, 5, 4)
        )
    page = cast.signed_in(cast.SUPERVISOR).get("/training/coverage/").content.decode()
    for words in ("Case manager 1", "Case manager 3", "May 4, 2025", "good to refresh", "not yet"):
        assert words in page, words
    assert "overdue" not in page.lower()


def test_a_day_to_come_is_no_training_yet() -> None:
    told = {"staff": str(cast.CM3.id), "topic": str(make.topic()), "on_day": "2030-01-01"}
    assert cast.signed_in(cast.CM3).post("/training/record/new/", told).status_code == 422
    told["on_day"] = "2026-01-05"
    assert cast.signed_in(cast.CM3).post("/training/record/new/", told).status_code == 302
    assert cast.signed_in(cast.CM2).post("/training/record/new/", told).status_code == 422


def test_an_agency_words_its_own_topics() -> None:
    client = cast.signed_in(cast.PRACTICE)
    told = {"name": "Dogs at the drop-in", "refresh_months": "6"}
    assert client.post("/training/topics/", told).status_code == 302
    assert client.post("/training/topics/", told).status_code == 422  # it stands there already
    page = client.get("/training/topics/").content.decode()
    assert "Dogs at the drop-in" in page
    assert "good to refresh after 6 months" in page
    topic = make.topic("care")
    changed = {"topic": str(topic), "name": "Looking after each other", "hidden": "on"}
    assert client.post("/training/topics/", changed).status_code == 302
    offered = cast.signed_in(cast.CM1).get("/training/record/new/").content.decode()
    assert "Looking after each other" not in offered
    assert "Dogs at the drop-in" in offered


def test_what_is_coming_stands_on_today() -> None:
    session = make.session(title="Waiting well")
    make.comes(session, cast.CM1)
    assert "Waiting well" in cast.signed_in(cast.CM1).get("/").content.decode()
    assert "Waiting well" not in cast.signed_in(cast.CM2).get("/").content.decode()
    assert clock.now() < datetime(2027, 2, 1, tzinfo=cast.ZONE)
