"""The pages of meetings, from the door to the calendar file."""

import uuid
from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse

from alongside.consent.models import Disclosure
from alongside.meetings.models import Meeting
from alongside.project.demo.cast import PROGRAM
from alongside.trail.models import TrailEntry
from tests import cast
from tests.meetings.make import COVER, WISHES, lantern, welcome

WHEN = "2027-01-15T10:00"


def _pages(person: uuid.UUID, meeting: uuid.UUID) -> list[tuple[str, str]]:
    return [
        ("get", reverse("meetings:schedule", args=[person])),
        ("post", reverse("meetings:schedule", args=[person])),
        ("get", reverse("meetings:meeting", args=[meeting])),
        ("get", reverse("meetings:change", args=[meeting])),
        ("post", reverse("meetings:change", args=[meeting])),
        ("post", reverse("meetings:calendar", args=[meeting])),
        ("post", reverse("meetings:outcome", args=[meeting])),
        ("post", reverse("meetings:cancel_meeting", args=[meeting])),
        ("post", reverse("meetings:restore", args=[meeting])),
    ]


@pytest.mark.parametrize(
    ("member", "status"),
    [
        (cast.CM3, 404),
        (cast.DROP_IN, 403),
        (cast.ON_CALL, 403),
        (cast.DIRECTOR, 403),
        (cast.ADMIN, 403),
        (cast.PRACTICE, 403),
        (cast.CUSTODIAN, 403),
        (cast.ADVISER, 403),
        (None, 302),
    ],
)
def test_a_stranger_comes_nowhere(member: cast.Member | None, status: int) -> None:
    person = lantern()
    planned = welcome(person)
    client = cast.signed_in(member) if member else cast.nobody()
    for method, page in _pages(person, planned.id):
        answer = getattr(client, method)(page)
        assert answer.status_code == status, page
    with cast.acting(cast.CM1):
        assert Meeting.objects.get().outcome == ""


def _schedule(person: uuid.UUID, **told: Any) -> Any:
    return cast.signed_in(cast.CM1).post(reverse("meetings:schedule", args=[person]), told)


def test_the_wishes_for_an_interpreter_show_when_scheduling() -> None:
    person = lantern()
    page = cast.signed_in(cast.CM1).get(reverse("meetings:schedule", args=[person])).content.decode()
    asked = page.split("<main")[1]
    assert asked.count(WISHES) == 2  # told beside the question, and written into its blank
    assert "Case manager 1 (English, Spanish)" in page


def test_a_time_alone_is_enough_and_a_double_click_plans_one() -> None:
    person, once = lantern(), str(uuid.uuid4())
    for _click in range(2):
        assert _schedule(person, at=WHEN, once=once).status_code == 302
    with cast.acting(cast.CM1):
        planned = Meeting.objects.get()
        assert str(planned.id) == once
        assert planned.with_whom_id == cast.CM1.id


def test_nonsense_keeps_every_word() -> None:
    person = lantern()
    answer = _schedule(person, at="next Tuesday", place="Räum ሁለት", minutes="many", with_whom="x", once="y")
    assert answer.status_code == 422
    for word in ("next Tuesday", "Räum ሁለት", "many"):
        assert word in answer.content.decode()


def test_we_did_not_meet_is_one_tap_with_a_way_back_and_no_reason() -> None:
    person = lantern()
    planned = welcome(person)
    client = cast.signed_in(cast.CM1)
    address = reverse("meetings:outcome", args=[planned.id])
    page = client.post(address, {"outcome": "not_met"}, follow=True).content.decode()
    assert "We didn&#39;t meet" in page or "We didn't meet" in page
    assert f'action="{address}"' in page
    client.post(address)
    with cast.acting(cast.CM1):
        assert Meeting.objects.get().outcome == ""
    assert client.post(address, {"outcome": "met", "next": "//elsewhere.example"}).url == reverse(
        "meetings:meeting", args=[planned.id]
    )


def test_two_people_s_changes_are_shown_beside_each_other() -> None:
    person = lantern()
    planned = welcome(person)
    address = reverse("meetings:change", args=[planned.id])
    supervisor, manager = cast.signed_in(cast.SUPERVISOR), cast.signed_in(cast.CM1)
    told = {"at": WHEN, "with_whom": str(cast.CM1.id), "version": "1"}
    assert supervisor.post(address, told | {"place": "Room of the supervisor"}).status_code == 302
    answer = manager.post(address, told | {"place": "Room of mine"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Room of the supervisor" in page and "Room of mine" in page
    assert 'name="version" value="2"' in page
    assert manager.post(address, told | {"place": "Room of mine", "version": "2"}).status_code == 302
    with cast.acting(cast.CM1):
        assert Meeting.objects.get().place == "Room of mine"


def test_the_calendar_file_names_nobody_and_no_program() -> None:
    person = lantern()
    planned = welcome(person)
    answer = cast.signed_in(cast.CM1).post(reverse("meetings:calendar", args=[planned.id]))
    told = answer.content.decode() + str(dict(answer.headers))
    assert "SUMMARY:Appointment\r\n" in told
    assert "DTSTART:20270106T160000Z" in told
    assert 'filename="appointment.ics"' in told
    assert "no-store" in answer["Cache-Control"]
    ours = ("Riverbend", "Alongside", PROGRAM, "Survivor", "traffick")
    for word in (*ours, "Lantern", "welcome", "Room 2", WISHES, COVER):
        assert word.lower() not in told.lower(), word
    with cast.acting(cast.CM1):
        entry = TrailEntry.objects.get(act="export_calendar")
        assert (entry.chain, entry.outcome, entry.actor) == (person, "looked", cast.CM1.id)
        assert entry.kind == "workers_calendar"
        assert not Disclosure.objects.exists()
    cast.signed_in(cast.CM1).post(reverse("meetings:calendar", args=[planned.id]), {"theirs": "1"})
    with cast.acting(cast.CM1):
        later = TrailEntry.objects.filter(act="export_calendar").latest("place")
        assert later.kind == "participants_own_copy"
        assert Disclosure.objects.get().what == "calendar"


def test_a_meeting_called_off_leaves_by_a_press_as_any_other() -> None:
    planned, client = welcome(lantern()), cast.signed_in(cast.CM1)
    client.post(reverse("meetings:cancel_meeting", args=[planned.id]))
    page = client.get(reverse("meetings:meeting", args=[planned.id])).content.decode()
    address = reverse("meetings:calendar", args=[planned.id])
    assert f'action="{address}"' in page and f'href="{address}"' not in page


def _calendar(client: Any, meeting: uuid.UUID) -> dict[str, str]:
    lines = client.post(reverse("meetings:calendar", args=[meeting])).content.decode().split("\r\n")
    return dict(line.split(":", 1) for line in lines if ":" in line)


def test_a_calendar_that_holds_an_older_file_learns_of_every_change() -> None:
    planned, client = welcome(lantern()), cast.signed_in(cast.CM1)
    first = _calendar(client, planned.id)
    assert (first["SEQUENCE"], first["STATUS"], first["METHOD"]) == ("0", "CONFIRMED", "PUBLISH")
    client.post(reverse("meetings:change", args=[planned.id]), {"at": WHEN, "version": "1"})
    moved = _calendar(client, planned.id)
    assert (moved["UID"], moved["SEQUENCE"], moved["DTSTART"]) == (first["UID"], "1", "20270115T160000Z")
    assert moved["LAST-MODIFIED"]
    off = reverse("meetings:cancel_meeting", args=[planned.id])
    client.post(off)
    client.post(off)  # a second click changes nothing more
    called_off = _calendar(client, planned.id)
    assert (called_off["SEQUENCE"], called_off["STATUS"], called_off["METHOD"]) == (
        "2",
        "CANCELLED",
        "CANCEL",
    )
    page = client.get(reverse("meetings:meeting", args=[planned.id])).content.decode()
    assert reverse("meetings:calendar", args=[planned.id]) in page
    client.post(reverse("meetings:restore", args=[planned.id]))
    again = _calendar(client, planned.id)
    assert (again["SEQUENCE"], again["STATUS"], again["METHOD"]) == ("3", "CONFIRMED", "PUBLISH")


def test_a_meeting_in_the_hour_that_comes_twice_is_planned_and_one_in_none_is_asked_again() -> None:
    person = lantern()
    assert _schedule(person, at="2027-11-07T01:40").status_code == 302
    with cast.acting(cast.CM1):
        assert Meeting.objects.get().at == datetime(2027, 11, 7, 6, 40, tzinfo=UTC)
    answer = _schedule(person, at="2027-03-14T02:20", place="Räum ሁለት")
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "The clocks go forward on that day" in page and "Räum ሁለት" in page


def test_the_title_of_the_page_is_neutral() -> None:
    planned = welcome(lantern())
    page = cast.signed_in(cast.CM1).get(reverse("meetings:meeting", args=[planned.id])).content.decode()
    title = page.split("<title>")[1].split("</title>")[0]
    assert title == "A meeting - Riverbend Community Services"
    assert COVER in page


def test_a_look_from_outside_is_kept_in_the_trail() -> None:
    planned = welcome(lantern())
    cast.signed_in(cast.CM3).get(reverse("meetings:meeting", args=[planned.id]))
    with cast.acting(cast.CM3):
        assert TrailEntry.objects.filter(act="open_meeting", outcome="turned_away", ref=planned.id).exists()
