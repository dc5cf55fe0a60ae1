"""Planning, changing, and saying whether we met."""

import uuid
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.template.loader import render_to_string

from alongside.access.acts import NotAllowed
from alongside.access.moment_kinds import MomentRow
from alongside.keeping.rules import ChangedMeanwhile, NotHere
from alongside.meetings import queries
from alongside.meetings.actions import (
    cancel_meeting,
    change_meeting,
    mark_met,
    restore_meeting,
    schedule_meeting,
)
from alongside.meetings.choices import Outcome
from alongside.meetings.models import Meeting
from alongside.meetings.moments import MOMENTS
from alongside.participants.models import Moment
from tests import cast
from tests.meetings.make import COVER, WELCOME_AT, WISHES, lantern, welcome

CHANGED = {
    "at": WELCOME_AT + timedelta(days=1),
    "with_whom": cast.CM1.id,
    "minutes": 30,
    "place": "Room 3",
    "purpose": "welcome",
    "interpreter": WISHES,
    "cover_words": COVER,
}


@pytest.mark.parametrize("member", [cast.CM3, cast.DROP_IN, cast.ON_CALL, cast.DIRECTOR, cast.ADMIN])
def test_a_stranger_sees_no_meeting_and_plans_none(member: cast.Member) -> None:
    person = lantern()
    planned = welcome(person)
    with cast.acting(member) as by:
        assert not Meeting.objects.exists()
        assert queries.meeting_named(planned.id) is None
        with pytest.raises((NotHere, NotAllowed)):
            schedule_meeting(by=by, participant=person, meeting=uuid.uuid4(), at=WELCOME_AT)


def test_a_double_click_plans_one_meeting() -> None:
    person, meeting = lantern(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        first = schedule_meeting(by=by, participant=person, meeting=meeting, at=WELCOME_AT)
        second = schedule_meeting(by=by, participant=person, meeting=meeting, at=WELCOME_AT)
        assert first.pk == second.pk
        assert Meeting.objects.count() == 1
        assert Moment.objects.filter(room="meetings").count() == 1


def test_today_shows_my_meetings_of_the_day_in_their_order() -> None:
    person = lantern()
    afternoon = welcome(person, WELCOME_AT + timedelta(hours=4))
    morning = welcome(person)
    welcome(person, WELCOME_AT + timedelta(days=1))
    off = welcome(person, WELCOME_AT + timedelta(hours=1))
    late = welcome(person, datetime(2027, 1, 6, 23, 59, tzinfo=cast.ZONE))
    with cast.acting(cast.CM1) as by:
        cancel_meeting(by=by, participant=person, meeting=off.id)
        assert [each.id for each in queries.today(by).now().today] == [morning.id, afternoon.id, late.id]
        assert queries.today(by).now().today[0].participant.alias == "Lantern"
    with cast.acting(cast.SUPERVISOR) as by:
        assert queries.today(by).now() == queries.MyMeetings([], [])


def test_the_last_and_the_next_come_in_one_query(django_assert_num_queries: object) -> None:
    person = lantern()
    met = welcome(person, WELCOME_AT - timedelta(days=3))
    coming = welcome(person)
    welcome(person, WELCOME_AT + timedelta(days=2))
    with cast.acting(cast.CM1) as by:
        assert [each and each.id for each in queries.last_and_next(person)] == [None, coming.id]
        mark_met(by=by, participant=person, meeting=met.id, outcome=Outcome.MET)
        with django_assert_num_queries(1):  # type: ignore[operator]
            last, following = queries.last_and_next(person)
        assert last is not None and last.id == met.id
        assert following is not None and following.id == coming.id
        assert following.purpose == "welcome"
        following = queries.next_of(person)
        assert following is not None and following.id == coming.id


def test_nothing_is_overwritten_silently() -> None:
    person = lantern()
    planned = welcome(person)
    with cast.acting(cast.CM1) as by:
        change_meeting(by=by, participant=person, meeting=planned.id, seen=1, **CHANGED)
        with pytest.raises(ChangedMeanwhile):
            change_meeting(by=by, participant=person, meeting=planned.id, seen=1, **CHANGED | {"place": "x"})
        assert Meeting.objects.get().place == "Room 3"
        assert Moment.objects.get(ref=planned.id).at == CHANGED["at"]


def test_met_or_not_and_called_off_can_be_taken_back() -> None:
    person = lantern()
    planned = welcome(person)
    which = {"participant": person, "meeting": planned.id}
    with cast.acting(cast.CM1) as by:
        assert mark_met(by=by, **which, outcome=Outcome.NOT_MET).outcome == "not_met"
        assert mark_met(by=by, **which, outcome=Outcome.OPEN).outcome == ""
        assert cancel_meeting(by=by, **which).cancelled_at is not None
        assert restore_meeting(by=by, **which).cancelled_at is None


def test_the_timeline_opens_its_words() -> None:
    person = lantern()
    planned = welcome(person)
    with cast.acting(cast.CM1):
        [[row]] = MOMENTS.rows(person)
        found = MomentRow(*row)
        assert (found.ref, found.room, found.kind) == (planned.id, "meetings", "meeting")
        thing = MOMENTS.shown(found)
        assert thing["purpose"] == "welcome"
        assert thing["place"] == "Room 2"
        assert thing["at"] == WELCOME_AT
        assert thing["with_whom"] == cast.CM1.name


def test_no_word_lies_open_in_the_table() -> None:
    welcome(lantern(), purpose="ሻይ welcome")
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        cursor.execute("select meeting::text from core.meetings_meeting meeting")
        told = str(cursor.fetchall())
        cursor.execute("select purpose from core.meetings_meeting")
        sealed = bytes(cursor.fetchone()[0])
    assert "Room 2" not in told
    assert b"welcome" not in sealed


def test_a_row_of_today_and_a_moment_say_what_matters() -> None:
    person = lantern()
    planned = welcome(person)
    with cast.acting(cast.CM1) as by:
        (meeting,) = queries.today(by).now().today
        asks = SimpleNamespace(path="/", actor=SimpleNamespace(id=None))
        given = {"meeting": meeting, "before": False, "next": "/", "request": asks, "csrf_input": ""}
        row = render_to_string("meetings/parts/row.html", given)
        [[found]] = MOMENTS.rows(person)
        thing = MOMENTS.shown(MomentRow(*found))
    for word in ("10 AM", "Lantern, welcome", COVER, WISHES, "We met", "We didn't meet", "Room 2"):
        assert word in row, word
    told = render_to_string("meetings/moments/meeting.html", {"thing": thing})
    assert "welcome" in told and "10 AM" in told and str(planned.id) in told
