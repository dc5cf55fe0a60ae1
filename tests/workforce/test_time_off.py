"""Time off: planned, covered, confirmed; who covers reaches the person from its first moment to its last."""

import uuid
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.agency import patterns
from alongside.clock.models import ClockSetting
from alongside.connection.actions import plan_presence
from alongside.goals.actions import set_support
from alongside.goals.choices import SupportLevel
from alongside.participants.actions import assign, release_part, write_details
from alongside.participants.choices import Part
from alongside.participants.choosing import request_case_manager
from alongside.participants.models import Membership
from alongside.workforce.actions import close_desk
from tests import cast
from tests.people import lantern

OFF = {"first": "01/11/2027", "last": "01/12/2027"}
BEGINS = datetime(2027, 1, 11, tzinfo=cast.ZONE)
ENDS = datetime(2027, 1, 13, tzinfo=cast.ZONE)
MINUTE = timedelta(minutes=1)


def at(moment: datetime) -> None:
    ClockSetting.set_to(moment, running=False)


def close(person: uuid.UUID) -> None:
    with cast.acting(cast.CM1) as by:
        set_support(by=by, participant=person, change=uuid.uuid4(), level=SupportLevel.CLOSE)


def planned(member: cast.Member = cast.CM1, **told: str) -> str:
    """The address of the plan."""
    answer = cast.signed_in(member).post("/time-off/", OFF | told)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def named(plan: str, person: uuid.UUID, who: cast.Member = cast.CM3, by: cast.Member = cast.CM1) -> Any:
    return cast.signed_in(by).post(plan, {str(person): str(who.id)})


def status(member: cast.Member, person: uuid.UUID) -> int:
    return int(cast.signed_in(member).get(f"/people/{person}/").status_code)


def test_the_cover_reaches_them_from_the_first_moment_to_the_last_and_not_a_minute_longer() -> None:
    person = lantern()
    close(person)
    with cast.acting(cast.CM1) as by:
        plan_presence(
            by=by, participant=person, plan=uuid.uuid4(), how="a sun by text", next_on=BEGINS.date()
        )
    plan = planned()
    assert named(plan, person).status_code == 302
    at(BEGINS + MINUTE)
    assert status(cast.CM3, person) == 404, "nothing follows before it is confirmed"
    at(BEGINS - MINUTE)
    assert cast.signed_in(cast.SUPERVISOR).post(f"{plan}confirm/").status_code == 302
    assert status(cast.CM3, person) == 404, "not before it begins"
    assert "Lantérn" not in cast.signed_in(cast.CM3).get("/").content.decode()
    at(BEGINS)
    assert status(cast.CM3, person) == 200
    today = cast.signed_in(cast.CM3).get("/").content.decode()
    assert "For Case manager 1, until tomorrow" in today and "Lantérn" in today
    assert "a sun by text" in today, "what calls for the case manager calls for whoever covers"
    at(ENDS - MINUTE)
    assert status(cast.CM3, person) == 200
    at(ENDS)
    assert status(cast.CM3, person) == 404, "the next request after the end"
    assert "Lantérn" not in cast.signed_in(cast.CM3).get("/").content.decode()


def test_somebody_has_to_be_named_for_whom_one_walks_close_with_and_others_fall_to_their_backup() -> None:
    one, other = lantern(), lantern("Harbor")
    close(one)
    plan = planned()
    page = cast.signed_in(cast.CM1).get(plan).content.decode()
    assert page.count("somebody has to be named") == 1
    assert page.count("Their backup, Case manager 2") == 2
    answer = cast.signed_in(cast.SUPERVISOR).post(f"{plan}confirm/", follow=True)
    assert "Please choose somebody for" in answer.content.decode() and "Lantérn" in answer.content.decode()
    assert "Nothing follows from it" not in answer.content.decode()
    named(plan, one)
    cast.signed_in(cast.SUPERVISOR).post(f"{plan}confirm/")
    at(BEGINS)
    assert (status(cast.CM3, one), status(cast.CM3, other)) == (200, 404)


def test_the_words_for_them_are_drafted_in_their_language_and_nothing_is_sent() -> None:
    person = lantern()
    with cast.acting(cast.CM1) as by:
        write_details(by=by, participant=person, languages="español, some English")
    plan = planned()
    named(plan, person)
    page = cast.signed_in(cast.CM1).get(plan).content.decode()
    assert 'lang="es"' in page and "Case manager 3" in page
    assert "11 de enero" in page and "Nothing is sent from here" in page


def test_a_wish_against_a_colleague_is_kept_without_a_word_about_it() -> None:
    person = lantern()
    with cast.acting(cast.SUPERVISOR) as by:
        release_part(by=by, participant=person, part=Part.CASE_MANAGER)
        assign(
            by=by, participant=person, staff=cast.CM3.id, part=Part.CASE_MANAGER, why="they know each other"
        )
    with cast.acting(cast.CM3) as by:
        request_case_manager(by=by, whom=person, ask=uuid.uuid4(), words="not them")
    with cast.acting(cast.SUPERVISOR) as by:
        release_part(by=by, participant=person, part=Part.CASE_MANAGER)
        assign(by=by, participant=person, staff=cast.CM1.id, part=Part.CASE_MANAGER)
    plan = planned()
    answer = named(plan, person, cast.CM3)
    page = answer.content.decode()
    assert (
        answer.status_code == 422
        and "They cannot cover for this person. Please choose somebody else." in page
    )
    assert "not them" not in page and "wish" not in page
    assert named(plan, person, cast.CM2).status_code == 302


def test_back_early_ends_every_cover_and_another_cover_takes_the_place_of_the_first() -> None:
    person = lantern()
    plan = planned()
    named(plan, person)
    cast.signed_in(cast.SUPERVISOR).post(f"{plan}confirm/")
    at(BEGINS + MINUTE)
    assert status(cast.CM3, person) == 200
    named(plan, person, cast.SUPERVISOR, by=cast.SUPERVISOR)
    assert status(cast.CM3, person) == 404
    named(plan, person)
    at(BEGINS + 2 * MINUTE)
    assert status(cast.CM3, person) == 200
    with cast.acting(cast.CM1):
        assert not patterns.works_at(cast.CM1.id, BEGINS + 2 * MINUTE)
        assert patterns.next_start(cast.CM1.id, BEGINS + 2 * MINUTE) == ENDS
    assert cast.signed_in(cast.CM1).post(f"{plan}end/").status_code == 302
    assert status(cast.CM3, person) == 404
    with cast.acting(cast.CM1):
        assert patterns.works_at(cast.CM1.id, BEGINS + 3 * MINUTE)


def test_ill_today_it_begins_at_once_and_both_records_of_somebody_are_covered() -> None:
    person = lantern()
    at(BEGINS + 60 * MINUTE)
    plan = planned(cast.SUPERVISOR, staff=str(cast.CM1.id))
    named(plan, person, by=cast.SUPERVISOR)
    cast.signed_in(cast.SUPERVISOR).post(f"{plan}confirm/")
    assert status(cast.CM3, person) == 200
    with cast.acting(cast.CM3):
        assert Membership.objects.get(part="cover").during.upper == ENDS


def test_what_is_planned_is_read_by_the_worker_and_supervisors_and_confirmed_by_supervisors_alone() -> None:
    person = lantern()
    plan = planned()
    assert "Case manager 1" not in cast.signed_in(cast.CM2).get("/time-off/").content.decode()
    for member in (cast.CM2, cast.CM3, cast.ON_CALL, cast.ADMIN):
        client = cast.signed_in(member)
        assert client.get(plan).status_code == 404
        assert client.post(plan, {str(person): str(member.id)}).status_code == 404
        assert client.post(f"{plan}end/").status_code == 404
        assert client.post(f"{plan}confirm/").status_code in (403, 404)
    assert cast.signed_in(cast.CM1).post(f"{plan}confirm/").status_code == 403
    assert "Look at it" in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    named(plan, person)
    cast.signed_in(cast.SUPERVISOR).post(f"{plan}confirm/")
    assert (
        "from January 11, 2027 to January 12, 2027"
        in cast.signed_in(cast.CM2).get("/time-off/").content.decode()
    )


@pytest.mark.parametrize(
    "told", [{"first": "01/11/2027", "last": "01/10/2027"}, {"first": "01/04/2027", "last": ""}]
)
def test_days_that_do_not_fit_are_asked_again(told: dict[str, str]) -> None:
    answer = cast.signed_in(cast.CM1).post("/time-off/", told)
    assert answer.status_code == 422 and told["first"] in answer.content.decode()


@pytest.mark.parametrize("member", [cast.CM2, cast.CM3, cast.ON_CALL, cast.ADMIN, cast.DIRECTOR])
def test_no_door_makes_cover_by_itself(member: cast.Member) -> None:
    person = lantern()
    plan = planned()
    off = plan.strip("/").rpartition("/")[2]
    with cast.acting(member) as by, connection.cursor() as cursor:
        for statement in (
            f"select core.name_cover(gen_random_uuid(), '{off}', '{person}', '{by.id}')",
            f"select core.confirm_time_off('{off}')",
            f"select core.end_time_off('{off}')",
            f"select core.plan_time_off(gen_random_uuid(), '{cast.CM1.id}', now(), now() + interval '1 day')",
            f"select core.tie_cover('{person}', '{by.id}')",
            f"insert into core.workforce_cover (id, off_id, participant_id) values ('{off}', '{off}', '{person}')",
            "update core.agency_timeoff set confirmed_at = now()",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
        cursor.execute("select count(*) from core.agency_timeoff")
        assert cursor.fetchone() == (0,)
    assert date(2027, 1, 11) == BEGINS.date()


def test_time_off_of_whoever_leaves_ends_with_their_account() -> None:
    person = lantern()
    coming, waiting = planned(), planned(first="02/01/2027", last="02/02/2027")
    named(coming, person)
    cast.signed_in(cast.SUPERVISOR).post(f"{coming}confirm/")
    assert "Time off" in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    with cast.acting(cast.ADMIN) as by:
        close_desk(by=by, staff=cast.CM1.id)
    assert "Time off" not in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    for plan in (coming, waiting):
        assert cast.signed_in(cast.SUPERVISOR).get(plan).status_code == 404
    at(BEGINS + MINUTE)
    assert status(cast.CM3, person) == 404 and status(cast.CM2, person) == 200
    with cast.acting(cast.SUPERVISOR):
        assert not patterns.away(cast.CM1.id, BEGINS)


@pytest.mark.parametrize("has_backup", [True, False])
def test_who_covers_when_somebody_leaves_stays_only_for_whom_nobody_else_is_there(has_backup: bool) -> None:
    person = lantern()
    plan = planned()
    named(plan, person)
    cast.signed_in(cast.SUPERVISOR).post(f"{plan}confirm/")
    if not has_backup:
        with cast.acting(cast.SUPERVISOR) as by:
            release_part(by=by, participant=person, part=Part.BACKUP)
    at(BEGINS + MINUTE)
    assert status(cast.CM3, person) == 200
    with cast.acting(cast.ADMIN) as by:
        close_desk(by=by, staff=cast.CM1.id)
    assert status(cast.CM3, person) == (404 if has_backup else 200)
    at(ENDS)
    assert status(cast.CM3, person) == 404
