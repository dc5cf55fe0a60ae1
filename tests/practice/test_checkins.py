"""A check-in is its author's alone, and a month is told in many voices or not at all."""

import uuid
from datetime import datetime
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from alongside import clock, trail
from alongside.access.acts import NotAllowed
from alongside.clock.models import ClockSetting
from alongside.keeping.rules import NothingWritten
from alongside.practice import queries
from alongside.practice.actions import answer_workload_check_in, check_in, delete_check_in, write_reflection
from alongside.practice.feelings import Carried, HowMany
from alongside.practice.models import CheckIn, WorkloadAnswered, WorkloadTally
from alongside.practice.rules import Reflected
from alongside.trail.models import TrailEntry
from tests import cast
from tests.people import lantern

SECRET = "I slept badly after her call"
OTHERS = [each for each in cast.CAST if each is not cast.CM1]
VOICES = (cast.CM1, cast.CM2, cast.CM3, cast.ON_CALL, cast.DROP_IN)


def mine(*picked: str, words: str = SECRET) -> uuid.UUID:
    """A check-in of case manager 1."""
    new = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        check_in(by=by, check_in=new, picked=picked or ["tired"], words=words)
        trail.flush()
    return new


def said(member: cast.Member, answer: str) -> bool:
    """Somebody answers for this month."""
    with cast.acting(member) as by:
        return answer_workload_check_in(by=by, answer=Carried(answer))


def go_to(*when: int) -> None:
    """Move work time."""
    ClockSetting.set_to(datetime(*when, tzinfo=cast.ZONE), running=False)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize("member", OTHERS)
def test_nobody_else_finds_opens_or_deletes_it(member: cast.Member) -> None:
    row = mine()
    client = cast.signed_in(member)
    expected = 403 if member is cast.ADVISER else 404
    assert client.get(f"/check-ins/{row}/delete/").status_code == expected
    assert client.post(f"/check-ins/{row}/delete/").status_code == expected
    assert SECRET not in client.get("/check-ins/").content.decode()
    with cast.acting(member), connection.cursor() as cursor:
        assert not CheckIn.objects.exists()
        cursor.execute("delete from core.practice_checkin")
        assert cursor.rowcount == 0
    with cast.acting(cast.CM1):
        assert CheckIn.objects.get().words == SECRET


def test_nobody_is_asked_to_sign_in() -> None:
    mine()
    for address in ("/check-ins/", "/check-ins/new/", "/practice/this-month/"):
        assert cast.nobody().get(address).headers["Location"].startswith("/sign-in/")


def test_what_was_picked_is_sealed_like_what_was_written() -> None:
    mine("tired", "alone")
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select t::text from core.practice_checkin t")
        text = cursor.fetchone()[0]
    for word in ("tired", "alone", SECRET):
        assert word not in text
        assert word.encode().hex() not in text


def test_the_trail_names_no_word_and_no_supervisor_sees_it() -> None:
    mine()
    cast.signed_in(cast.CM1).get("/check-ins/")
    with cast.acting(cast.CM1):
        found = TrailEntry.objects.filter(act__contains="check_in")
        assert {entry.chain for entry in found} == {cast.CM1.id}
    with cast.acting(cast.SUPERVISOR):
        assert not TrailEntry.objects.filter(act__contains="check_in").exists()


def test_its_author_picks_writes_reads_and_deletes_it() -> None:
    client = cast.signed_in(cast.CM1)
    asked = client.get("/check-ins/new/").content.decode()
    assert "a court could still order it opened" in asked
    assert "stretched thin" in asked
    once = str(uuid.uuid4())
    told: dict[str, Any] = {"picked": ["tired", "held"], "words": SECRET, "once": once}
    for _click in range(2):
        assert client.post("/check-ins/new/", told).status_code == 302
    with cast.acting(cast.CM1):
        row = CheckIn.objects.get()
    page = client.get("/check-ins/").content.decode()
    assert SECRET in page
    assert "held by others" in page
    assert client.post(f"/check-ins/{row.pk}/delete/").status_code == 302
    assert SECRET not in client.get("/check-ins/").content.decode()


def test_a_word_is_enough_and_none_is_not_kept() -> None:
    client = cast.signed_in(cast.CM1)
    assert client.post("/check-ins/new/", {"picked": ["sad"]}).status_code == 302
    answer = client.post("/check-ins/new/", {"words": "  "})
    assert answer.status_code == 422
    assert "One word is enough" in answer.content.decode()
    with cast.acting(cast.CM1) as by, pytest.raises(NothingWritten):
        check_in(by=by, check_in=uuid.uuid4(), picked=["no such word"], words="")
    with cast.acting(cast.ADVISER) as by, pytest.raises(NotAllowed):
        delete_check_in(by=by, check_in=uuid.uuid4())


def test_a_name_is_pointed_out_and_may_stay() -> None:
    lantern()
    client = cast.signed_in(cast.CM1)
    warned = client.post("/check-ins/new/", {"words": "Lantern on my mind"})
    assert warned.status_code == 422
    assert "This could point to somebody" in warned.content.decode()
    assert client.post("/check-ins/new/", {"words": "Lantern on my mind", "anyway": "1"}).status_code == 302


def test_the_picture_holds_every_word_once_a_month_and_a_table_says_the_same() -> None:
    go_to(2027, 1, 10, 9)
    mine("tired")
    mine("tired", "held")
    go_to(2027, 2, 10, 9)
    with cast.acting(cast.CM1) as by:
        write_reflection(by=by, reflection=uuid.uuid4(), words=Reflected(unsure="the bus", footing="finding"))
        found = queries.pattern(by)
    assert sorted((month.month, word) for month, word in found.said) == [
        (1, "held"),
        (1, "tired"),
        (2, "finding"),
    ]
    page = cast.signed_in(cast.CM1).get("/check-ins/").content.decode()
    assert page.count("<circle") == 3
    assert "finding my footing" in page
    assert "January 2027" in page
    for word in ("streak", "badge", "%"):
        assert word not in page.split("<main")[1].split("</main>")[0]


def test_the_picture_of_somebody_else_is_empty() -> None:
    mine()
    for member in (cast.SUPERVISOR, cast.DIRECTOR, cast.ADMIN):
        assert "<circle" not in cast.signed_in(member).get("/check-ins/").content.decode()


def test_four_voices_tell_nothing_and_five_do_once_the_month_is_over() -> None:
    go_to(2027, 1, 10, 9)
    for member in VOICES[:4]:
        assert said(member, "heavy")
    go_to(2027, 2, 10, 9)
    for member in VOICES:
        assert said(member, "heavy" if member is not cast.CM2 else "light")
    with cast.acting(cast.SUPERVISOR):
        assert queries.carried_months() == []  # January has four, February is not over
    go_to(2027, 3, 1, 9)
    with cast.acting(cast.SUPERVISOR):
        months = queries.carried_months()
    assert [each.month.month for each in months] == [2]
    assert dict(months[0].answers) == {
        Carried.LIGHT: HowMany.FEW,
        Carried.ALL_RIGHT: HowMany.FEW,
        Carried.HEAVY: HowMany.MANY,
        Carried.TOO_HEAVY: HowMany.FEW,
    }
    page = cast.signed_in(cast.ADMIN).get("/practice/this-month/").content.decode()
    assert "February 2027" in page
    assert "January 2027" not in page


def test_one_person_counts_once_however_often_they_answer() -> None:
    go_to(2027, 1, 10, 9)
    assert said(cast.CM1, "heavy")
    for _again in range(5):
        assert not said(cast.CM1, "light")
    go_to(2027, 2, 2, 9)
    with cast.acting(cast.CM1):
        assert queries.carried_months() == []


@pytest.mark.parametrize("member", [cast.CM1, cast.SUPERVISOR, cast.DIRECTOR, cast.ADMIN])
def test_no_row_says_what_anybody_answered(member: cast.Member) -> None:
    for each in VOICES:
        said(each, "too_heavy")
    with cast.acting(member), connection.cursor() as cursor:
        for statement in (
            "select * from core.practice_workloadtally",
            "update core.practice_workloadanswered set month = month",
            "insert into core.practice_workloadanswered (id, by_id, month)"
            " values (gen_random_uuid(), access.actor(), '2030-01-01')",
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(statement)
        assert {row.by_id for row in WorkloadAnswered.objects.all()} <= {member.id}
    assert {field.name for field in WorkloadTally._meta.fields} == {"id", "month", "answer", "people"}
    assert {field.name for field in WorkloadAnswered._meta.fields} == {"id", "by", "month"}
    with cast.acting(cast.CM1):
        trail.flush()
        assert not TrailEntry.objects.filter(act="answer_workload_check_in").exists()


def test_answering_over_http_is_said_once() -> None:
    client = cast.signed_in(cast.CM1)
    assert client.post("/practice/this-month/", {}).status_code == 422
    assert client.post("/practice/this-month/", {"answer": "all_right"}).status_code == 302
    page = client.get("/practice/this-month/").content.decode()
    assert "You have answered for this month" in page
    assert 'value="all_right"' not in page
    assert clock.is_set()
