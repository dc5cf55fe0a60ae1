"""A time one keeps free is booked by nobody who has not asked."""

import uuid

import pytest
from django.db import connection

from alongside.meetings.actions import reserve_time, schedule_meeting
from alongside.meetings.models import Meeting, ReservedTime
from alongside.meetings.rules import TimeIsKept
from tests import cast
from tests.people import lantern

AT = cast.BEGINS.replace(day=8, hour=10)


def kept(member: cast.Member = cast.CM1) -> uuid.UUID:
    """Half an hour on Friday at ten."""
    new = uuid.uuid4()
    with cast.acting(member) as by:
        reserve_time(by=by, kept=new, begins=AT, minutes=30)
    return new


def told(**more: str) -> dict[str, str]:
    """A meeting with case manager 1 in that half hour."""
    return {"at": "2027-01-08T10:15", "with_whom": str(cast.CM1.id), "minutes": "30", **more}


def test_a_colleague_is_asked_to_ask_first_and_may_then_book() -> None:
    person = lantern()
    kept()
    client = cast.signed_in(cast.CM2)
    page = client.get(f"/people/{person}/meetings/new/").content.decode()
    assert "I have asked" not in page
    answer = client.post(f"/people/{person}/meetings/new/", told(purpose="the letter"))
    assert answer.status_code == 422
    for words in ("Please ask them first", "I have asked", "the letter"):
        assert words in answer.content.decode(), words
    with cast.acting(cast.CM1):
        assert not Meeting.objects.exists()
    assert client.post(f"/people/{person}/meetings/new/", told(asked="on")).status_code == 302
    with cast.acting(cast.CM1):
        assert Meeting.objects.count() == 1


def test_a_meeting_is_not_moved_onto_it_either() -> None:
    person = lantern()
    kept()
    client = cast.signed_in(cast.CM2)
    client.post(f"/people/{person}/meetings/new/", told() | {"at": "2027-01-08T14:00"})
    with cast.acting(cast.CM1):
        meeting = Meeting.objects.get()
    answer = client.post(f"/meetings/{meeting.pk}/change/", told(version="1"))
    assert answer.status_code == 422
    assert "Please ask them first" in answer.content.decode()


@pytest.mark.parametrize("hour", ["09:30", "10:30"])
def test_before_and_after_it_anybody_books(hour: str) -> None:
    person = lantern()
    kept()
    client = cast.signed_in(cast.CM2)
    answer = client.post(f"/people/{person}/meetings/new/", told() | {"at": f"2027-01-08T{hour}"})
    assert answer.status_code == 302


def test_ones_own_time_is_ones_own_to_use() -> None:
    person = lantern()
    kept()
    with cast.acting(cast.CM1) as by:
        schedule_meeting(by=by, participant=person, meeting=uuid.uuid4(), at=AT)
    with cast.acting(cast.SUPERVISOR) as by, pytest.raises(TimeIsKept):
        schedule_meeting(by=by, participant=person, meeting=uuid.uuid4(), at=AT, with_whom=cast.CM1.id)


def test_it_is_kept_and_let_go_by_its_keeper_alone() -> None:
    client = cast.signed_in(cast.CM1)
    assert client.post("/kept-times/", {"begins": "2027-01-08T10:00", "minutes": "30"}).status_code == 302
    assert "time I keep free" in client.get("/").content.decode()
    with cast.acting(cast.CM1):
        row = ReservedTime.objects.get()
    for member in (cast.CM2, cast.SUPERVISOR, cast.ADMIN):
        assert cast.signed_in(member).post(f"/kept-times/{row.pk}/let-go/").status_code == 404
        assert "time I keep free" not in cast.signed_in(member).get("/").content.decode()
        with cast.acting(member), connection.cursor() as cursor:
            cursor.execute("delete from core.meetings_reservedtime")
            assert cursor.rowcount == 0
    assert client.post(f"/kept-times/{row.pk}/let-go/").status_code == 302
    with cast.acting(cast.CM1):
        assert not ReservedTime.objects.exists()
    again = "/kept-times/again/?begins=2027-01-08T10%3A00&minutes=30"
    assert client.post(again).status_code == 302
    with cast.acting(cast.CM1):
        assert ReservedTime.objects.count() == 1
