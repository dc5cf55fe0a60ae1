"""Cover words, and the hours of a number, on the pages where somebody calls, writes or meets."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from alongside import clock
from alongside.clock.models import ClockSetting
from alongside.consent import actions
from alongside.participants.reaching import save_contact_point
from alongside.trail.models import TrailEntry
from tests import cast
from tests.consent.make import clinic
from tests.people import lantern


def test_cover_words_stand_wherever_one_calls_writes_or_meets() -> None:
    person, client, way = lantern(), cast.signed_in(cast.CM1), uuid.uuid4()
    words = f"/people/{person}/sharing/words/new/"
    client.post(words, {"introduce": "Riverbend, hello", "why": "an appointment", "never": "the program"})
    client.post(words + "?to=one", {"who": "the landlord", "introduce": "a friend of the office"})
    assert client.post(words, {"introduce": "other"}).status_code == 302  # the usual words stand once
    with cast.acting(cast.CM1) as by:
        save_contact_point(by=by, participant=person, point=way, channel="phone", may_call="yes")
        meeting = uuid.uuid4()
        from alongside.meetings.actions import schedule_meeting

        schedule_meeting(by=by, participant=person, meeting=meeting, at=clock.now())
    for address in (
        f"/note/?with={person}",
        f"/meetings/{meeting}/",
        f"/people/{person}/reaching/{way}/now/",
    ):
        head, pinned = client.get(address).content.decode().split("<h1", 1)
        for said in ("Riverbend, hello", "an appointment", "the program"):
            assert said in pinned, (address, said)
        assert "the landlord" in head and "a friend of the office" not in head, address
        plain, folded = pinned.split("<details><summary>Words for the landlord alone")
        assert "a friend of the office" not in plain and "a friend of the office" in folded, address


def test_words_agreed_for_one_partner_are_pinned_for_that_partner_alone() -> None:
    person, agency, other = lantern(), clinic(), clinic("Housing office")
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person}
        actions.save_cover_words(**given, cover=uuid.uuid4(), introduce="to anybody", never="the program")
        actions.save_cover_words(**given, cover=uuid.uuid4(), agency=agency, introduce="about a paper")
        actions.save_cover_words(**given, cover=uuid.uuid4(), agency=other, introduce="about a room")
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/sharing/letter/?to={agency}").content.decode()
    assert "about a paper" in page and "the program" in page
    assert "about a room" not in page
    assert "to anybody" not in page.split("<h1", 1)[1]


def at(hour: int) -> None:
    day = cast.BEGINS.astimezone(cast.ZONE)
    ClockSetting.set_to(datetime(day.year, day.month, day.day, hour, tzinfo=cast.ZONE), running=False)


def test_after_eighteen_the_number_waits_and_before_it_does_not() -> None:
    person, point = lantern(), uuid.uuid4()
    at(10)
    with cast.acting(cast.CM1) as by:
        save_contact_point(
            by=by, participant=person, point=point, channel="phone", address="555-0127", may_call="yes",
            until_time="18:00", may_leave_message="no", code_word="porcelain", confirmed=True,
        )  # fmt: skip
    client = cast.signed_in(cast.CM1)
    now = f"/people/{person}/reaching/{point}/now/"
    page = client.get(now).content.decode()
    assert "555-0127" in page and "Leave no message." in page and "Code word first" in page
    at(19)
    page = client.get(now).content.decode()
    assert "555-0127" not in page and "It is 7 PM. Their rule: Call only, before 6 PM." in page
    with cast.acting(cast.CM1):
        looks = TrailEntry.objects.filter(act="show_number").count()
    assert "555-0127" in client.post(now).content.decode()
    with cast.acting(cast.CM1):
        assert TrailEntry.objects.filter(act="show_number", chain=person).count() == looks + 1
    assert "555-0127" not in client.get(f"/people/{person}/reaching/").content.decode()
    at(10)
    ClockSetting.set_to(clock.now() + timedelta(days=70), running=False)
    page = client.get(now).content.decode()
    assert "555-0127" not in page and "still safe" in page
    assert cast.signed_in(cast.CM3).get(now).status_code == 404
