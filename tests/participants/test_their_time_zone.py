"""A person who lives by another clock: beside every hour of theirs stands ours, and beside every meeting theirs."""

import uuid
from datetime import datetime, time, timedelta

import pytest

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.meetings.actions import schedule_meeting
from alongside.participants.briefs import write_line
from alongside.participants.night import CallBrief, approved, brief_of
from alongside.participants.reaching import save_contact_point
from tests import cast
from tests.people import lantern

THREE = datetime(2027, 1, 6, 15, tzinfo=cast.ZONE)  # Chicago


def _lives_by(person: uuid.UUID, zone: str) -> None:
    client = cast.signed_in(cast.CM1)
    page = client.get(f"/people/{person}/about/").content.decode()
    assert "The same as ours" in page
    version = page.split('name="version" value="')[1].split('"')[0]
    sent = {"time_zone": zone, "helps": "tea", "version": version}
    assert client.post(f"/people/{person}/about/", sent).status_code == 302


def _planned(person: uuid.UUID, at: datetime = THREE) -> str:
    meeting = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        schedule_meeting(by=by, participant=person, meeting=meeting, at=at, purpose="the letter")
        save_contact_point(by=by, participant=person, point=uuid.uuid4(), channel="phone", address="555-0199",
                           may_text="yes", until_time="18:00")  # fmt: skip
    return f"/meetings/{meeting}/"


def _read(address: str) -> str:
    return " ".join(cast.signed_in(cast.CM1).get(address).content.decode().split())


@pytest.mark.parametrize("zone", ["", "America/Denver"])
def test_an_hour_stands_with_theirs_or_ours_only_where_it_is_another(zone: str) -> None:
    person = lantern()
    meeting = _planned(person)
    if zone:
        _lives_by(person, zone)
    for address in (meeting, f"/people/{person}/", "/"):
        assert ("(2 PM for them)" in _read(address)) == bool(zone), address
    for address in (f"/people/{person}/", f"/people/{person}/reaching/"):
        assert ("before 6 PM there (7 PM here)" in _read(address)) == bool(zone), address


def test_across_midnight_their_day_is_said_and_over_a_change_of_clocks_the_hours_part() -> None:
    person = lantern()
    _lives_by(person, "America/Phoenix")
    late = datetime(2027, 1, 7, 0, 30, tzinfo=cast.ZONE)
    assert "(Wednesday, January 6, 11:30 PM for them)" in _read(_planned(person, late))
    july = datetime(2027, 7, 6, 15, tzinfo=cast.ZONE)
    assert "(1 PM for them)" in _read(_planned(person, july))
    ClockSetting.set_to(july - timedelta(days=1), running=False)
    assert "before 6 PM there (8 PM here)" in _read(f"/people/{person}/reaching/")


def test_a_zone_that_is_not_known_or_tells_our_time_says_nothing() -> None:
    for zone in ("", "Nowhere/At_all", "../etc/passwd", "America/Chicago", "America/Mexico_City"):
        assert clock.there(THREE, zone) is None and clock.here(time(18), zone) is None


def test_it_is_sealed_and_nobody_else_reads_it() -> None:
    person = lantern()
    _lives_by(person, "Pacific/Guam")
    assert cast.signed_in(cast.CM3).get(f"/people/{person}/about/").status_code == 404
    assert (
        'value="Pacific/Guam" selected'
        in cast.signed_in(cast.CM1).get(f"/people/{person}/about/").content.decode()
    )


def test_what_an_on_call_brief_copied_says_the_hours_of_the_day_on_which_it_is_read() -> None:
    person = lantern()
    _planned(person)
    given = {"participant": person, "line": uuid.uuid4()}
    with cast.acting(cast.CM1) as by:
        write_line(by=by, **given, kind="helps", words="tea", approved=True)
    brief = f"/people/{person}/brief/"
    assert "before 6 PM" in _read(brief) and "here)" not in _read(brief)
    _lives_by(person, "America/Phoenix")
    assert "before 6 PM there (7 PM here)" in _read(brief), "whose zone is said later is copied anew"
    ClockSetting.set_to(datetime(2027, 7, 5, 15, tzinfo=cast.ZONE), running=False)
    assert "before 6 PM there (8 PM here)" in _read(brief)
    with cast.acting(cast.CM1):
        parts = approved(brief_of(person) or CallBrief())
        told = " ".join(line.words for part in parts for line in part.lines)
    assert "(8 PM here)" in told and "{" not in told, "as the one on call reads it"
