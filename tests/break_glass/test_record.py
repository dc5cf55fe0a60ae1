"""A record opens on call for a stated reason, is read and never changed, and is closed again with the next request."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from alongside.break_glass.models import Opening
from alongside.circle.models import Concern, Worry
from alongside.connection.models import Note
from alongside.participants.choosing import request_case_manager
from alongside.participants.models import CaseManagerRequest, Details, Membership, Participant
from alongside.practice.models import Reflection
from alongside.safety.models import PlanVersion, SafetyPlan
from tests import cast
from tests.break_glass.make import REASON, at, known, on_call, opened
from tests.desk.make import person

PAGES = ("", "timeline/", "goals/", "circle/")
OTHERS = (
    "about/",
    "reaching/",
    "brief/",
    "periods/",
    "record/",
    "legal/",
    "safety/",
    "sharing/",
    "referrals/",
    "team/",
    "at-night/",
)


def _statuses(member: cast.Member, about: uuid.UUID, pages: tuple[str, ...]) -> set[int]:
    client = cast.signed_in(member)
    return {client.get(f"/people/{about}/{page}").status_code for page in pages}


def test_on_call_reads_the_record_for_a_reason_and_nothing_before() -> None:
    about, brief = known()
    on_call()
    assert _statuses(cast.ON_CALL, about, PAGES) == {404}
    assert opened(cast.ON_CALL, brief, " ") == 422 and _statuses(cast.ON_CALL, about, PAGES) == {404}
    assert opened(cast.ON_CALL, brief) == 302
    client = cast.signed_in(cast.ON_CALL)
    page = client.get(f"/people/{about}/").content.decode()
    for words in (
        "Quetzal",
        "tea, sitting near a door",
        "a key of my own",
        "She brought the letter.",
        "Text only",
    ):
        assert words in page, words
    assert "a key of my own" in client.get(f"/people/{about}/goals/").content.decode()
    assert "She brought the letter." in client.get(f"/people/{about}/timeline/").content.decode()
    assert client.get(f"/people/{about}/circle/").status_code == 200
    assert "Quetzal" in client.get("/people/").content.decode()
    assert _statuses(cast.ON_CALL, about, OTHERS) <= {403, 404}


def test_what_is_read_offers_nothing_that_changes_or_leads_on() -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    client = cast.signed_in(cast.ON_CALL)
    home = f"/people/{about}/"
    for page in PAGES:
        html = client.get(home + page).content.decode()
        main = html[html.index("person-head") : html.index("</main>")]
        assert "<form" not in main and "<button" not in main and "<textarea" not in main, page
        linked = {each.partition('"')[0] for each in main.split('href="')[1:]}
        there = {
            each.partition("?")[0].partition("#")[0] for each in linked if not each.startswith(("#", "?"))
        }
        assert there <= {home + each for each in PAGES}, (page, there)
        for verb in ("Quick note", "Set season", "Open this note", "Call or write", "Edit"):
            assert verb not in main, (page, verb)
        if not page:
            assert "She brought the letter." in main and "tea, sitting near a door" in main
    case_manager = cast.signed_in(cast.CM1).get(home).content.decode()
    assert "Quick note" in case_manager and "Open goal sheet" in case_manager


@pytest.mark.parametrize(
    "member", [cast.CM3, cast.DROP_IN, cast.DIRECTOR, cast.ADMIN, cast.PRACTICE, cast.CUSTODIAN]
)
def test_nobody_else_reads_it_meanwhile(member: cast.Member) -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    assert _statuses(member, about, PAGES) <= {403, 404}
    assert opened(member, brief) in (403, 404)
    with cast.acting(member):
        assert not Opening.objects.exists() and not Participant.objects.exists()


def test_it_ends_after_two_hours_and_with_the_shift() -> None:
    about, brief = known()
    on_call(hours=6)
    opened(cast.ON_CALL, brief)
    with at(cast.BEGINS + timedelta(minutes=119)):
        assert _statuses(cast.ON_CALL, about, PAGES) == {200}
    with at(cast.BEGINS + timedelta(minutes=121)):
        assert _statuses(cast.ON_CALL, about, PAGES) == {404}
        with cast.acting(cast.ON_CALL):
            assert not Note.objects.exists() and not Opening.objects.exists()
    with at(cast.BEGINS + timedelta(hours=4, minutes=30)):
        assert opened(cast.ON_CALL, brief) == 302
    with cast.acting(cast.CM1):
        until = Opening.objects.order_by("-at").first()
        assert until and until.until == cast.BEGINS + timedelta(hours=5)
    with at(cast.BEGINS + timedelta(hours=5, minutes=1)):
        assert _statuses(cast.ON_CALL, about, PAGES) == {404}


def test_who_is_taken_off_call_reads_no_more() -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
        cursor.execute("select id from core.workforce_oncallshift")
        shift = cursor.fetchone()[0]
    with at(cast.BEGINS + timedelta(minutes=5)):
        with cast.acting(cast.SUPERVISOR), connection.cursor() as cursor:
            cursor.execute("select core.take_off_call(%s)", [shift])
        assert _statuses(cast.ON_CALL, about, PAGES) == {404}


def test_never_past_a_wish_and_with_the_same_answer_as_for_nobody() -> None:
    about, brief = known()
    on_call(cast.ON_CALL)
    client = cast.signed_in(cast.ON_CALL)
    client.post(f"/on-call/briefs/{brief}/")
    with cast.acting(cast.CM1) as by:
        request_case_manager(by=by, whom=about, ask=uuid.uuid4(), kind="not_them", concerns=cast.ON_CALL.id)
    sent = {"reason": REASON}
    there = client.post(f"/on-call/briefs/{brief}/record/", sent)
    nowhere = client.post(f"/on-call/briefs/{uuid.uuid4()}/record/", sent)
    assert there.status_code == nowhere.status_code == 404
    with (
        cast.acting(cast.ON_CALL),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("select core.break_glass(%s, %s, %s, %s)", [uuid.uuid4(), about, brief, b"x"])


def test_a_wish_that_comes_meanwhile_closes_it() -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    with at(cast.BEGINS + timedelta(minutes=5)):
        with cast.acting(cast.CM1) as by:
            request_case_manager(
                by=by, whom=about, ask=uuid.uuid4(), kind="not_them", concerns=cast.ON_CALL.id
            )
        assert _statuses(cast.ON_CALL, about, PAGES) == {404}


def _refused(statement: str, *values: Any) -> bool:
    """Whether the database refuses it, or changes nothing."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.rowcount == 0
    except DatabaseError:
        return True


@pytest.mark.parametrize("member", [cast.ON_CALL, cast.CM3])
def test_raw_sql_inside_it_reads_what_is_shown_and_writes_nothing(member: cast.Member) -> None:
    about, brief = known()
    person("Kingfisher")
    on_call(cast.ON_CALL)
    opened(cast.ON_CALL, brief)
    if member is cast.CM3:  # a case manager beside it, who reaches nobody of theirs
        with cast.acting(member):
            assert not Participant.objects.exists()
        return
    with cast.acting(member) as by:
        assert [each.pk for each in Participant.objects.all()] == [about]
        assert Details.objects.count() == 1 and Note.objects.count() == 1 and Opening.objects.count() == 1
        for model in (SafetyPlan, PlanVersion, Reflection, Concern, Worry, CaseManagerRequest):
            assert not model.objects.exists(), model
        key = Participant.objects.get().key_id
        with connection.cursor() as cursor:
            cursor.execute("select core.my_people()")
            assert cursor.fetchone() == ([],)
        assert _refused(
            "insert into core.connection_note (id, key_id, participant_id, kind, at, by_id, happened, responded,"
            " written_at, participant_can_see, version, minutes) values (%s, %s, %s, 'met', now(), %s, '', '', now(),"
            " true, 1, null)",
            uuid.uuid4(), key, about, by.id,
        )  # fmt: skip
        for statement in (
            "update core.participants_participant set state = 'closed'",
            "update core.participants_details set version = 9",
            "delete from core.participants_gentletopic",
            "update core.goals_goal set state = 'done'",
            "update core.participants_moment set at = now()",
            "insert into core.participants_need (id, key_id, participant_id, words, at, by_id)"
            f" values (gen_random_uuid(), '{key}', '{about}', '', now(), '{by.id}')",
            "update core.break_glass_opening set until = now() + interval '9 hours'",
            f"select core.tie('{about}', '{by.id}', 'cover', now(), now() + interval '9 hours')",
            f"select core.assign('{about}', '{by.id}', 'backup', null, null)",
            f"select core.say_told('{about}', id) from core.break_glass_opening where told_at is not null",
        ):
            assert _refused(statement), statement


def test_a_worker_of_another_team_on_call_reads_and_cannot_write_either() -> None:
    about, brief = known()
    on_call(cast.SUPERVISOR)
    client = cast.signed_in(cast.SUPERVISOR)
    client.post(f"/on-call/briefs/{brief}/")
    answer = client.post(f"/on-call/briefs/{brief}/record/", {"reason": REASON})
    assert answer.status_code == 302 and answer.headers["Location"] == f"/people/{about}/"
    with cast.acting(cast.SUPERVISOR):
        assert not Opening.objects.exists() and not Membership.objects.filter(part="break_glass").exists()


def test_the_log_of_the_record_shows_it_and_a_dump_shows_no_reason() -> None:
    about, brief = known()
    on_call()
    opened(cast.ON_CALL, brief)
    cast.signed_in(cast.ON_CALL).get(f"/people/{about}/")
    log = cast.signed_in(cast.CM1).get(f"/people/{about}/record/").content.decode()
    assert "opened the record on call, for a stated reason" in log and "On-call advocate" in log
    with connection.cursor() as cursor:
        cursor.execute("set local role alongside_backup")
        cursor.execute("select string_agg(o::text, ' ') from core.break_glass_opening o")
        told = cursor.fetchone()[0]
        cursor.execute("set local role alongside_desk")
    assert str(about) in told and REASON not in told and REASON.encode().hex() not in told
