"""Events of a strand: each is a meeting with a plan around it; strangers find nothing, and no plan leaves with it."""

import re
import uuid
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.apps import apps

from alongside.clock.models import ClockSetting
from alongside.keeping.rules import NotHere
from alongside.legal.actions import plan_event
from alongside.legal.models import StrandEvent
from alongside.legal.rules import Plan
from alongside.meetings.models import Meeting
from alongside.project.demo.cast import ZONE
from tests import cast
from tests.agency.test_modules import leave_off
from tests.connection.test_strand_pages import STRANGERS
from tests.legal.test_strands import kept, main
from tests.people import lantern

DEPOSITION = datetime(2027, 4, 26, 9, tzinfo=ZONE)
SECRETS = Plan(
    "to see somebody I know", "we eat first", "Aster from church", "by the fountain", "the door on Elm Street",
    "pen down", "the white car", "tea, and nobody asks",
)  # fmt: skip
SENT = vars(SECRETS) | {
    "kind": "deposition",
    "at": "04/26/2027 9:00 AM",
    "place": "the courthouse",
    "interpreter": "a woman, not from here",
    "cover_words": "a friend of the family",
}


def planned(person: uuid.UUID, **given: Any) -> uuid.UUID:
    """A deposition of somebody's, planned by their case manager with their backup."""
    strand = kept(person, "the case", kind="criminal")
    with cast.acting(cast.CM1) as by:
        meeting = {
            "at": DEPOSITION,
            "purpose": "Deposition",
            "backup": cast.CM2.id,
            "place": "the courthouse",
        }
        told = {"kind": "deposition", "plan": SECRETS, "meeting": meeting} | given
        return plan_event(by=by, participant=person, strand=strand, event=uuid.uuid4(), **told).pk


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    person = lantern()
    event = planned(person)
    client = cast.signed_in(member)
    with cast.acting(cast.CM1):
        strand = StrandEvent.objects.get().strand_id
    for page in (f"strands/{strand}/events/new/", f"events/{event}/plan/"):
        answer = client.get(f"/people/{person}/{page}")
        assert answer.status_code == status and "pen down" not in answer.content.decode()
        assert client.post(f"/people/{person}/{page}", SENT).status_code == status
    assert client.get(f"/meetings/{event}/").status_code == status
    with cast.acting(cast.CM1):
        assert (StrandEvent.objects.count(), Meeting.objects.count()) == (1, 1)
        assert StrandEvent.objects.get().version == 1


def test_an_event_is_of_the_strand_and_person_it_names() -> None:
    person, other = lantern(), lantern("Maple")
    event, strand = planned(person), kept(other, "another case")
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{other}/events/{event}/plan/").status_code == 404
    assert client.post(f"/people/{other}/events/{event}/plan/", SENT | {"version": "1"}).status_code == 404
    assert client.post(f"/people/{person}/strands/{strand}/events/new/", SENT).status_code == 404
    with cast.acting(cast.CM1) as by, pytest.raises(NotHere):
        told: dict[str, Any] = {"kind": "own", "meeting": {"at": DEPOSITION}}
        plan_event(by=by, participant=person, strand=strand, event=uuid.uuid4(), **told)


def test_the_appointment_is_one_meeting_on_both_workers_today_and_in_no_file_but_its_time() -> None:
    person = lantern()
    strand = kept(person, "the case", kind="criminal")
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/strands/{strand}/events/new/"
    new = main(client.get(address))
    assert "pen down" not in new and 'name="side_door"' in new
    sent = SENT | {"with_whom": str(cast.CM1.id), "backup": str(cast.CM2.id), "once": str(uuid.uuid4())}
    for _click in range(2):
        answer = client.post(address, sent)
        assert answer.status_code == 302
    with cast.acting(cast.CM1):
        meeting = Meeting.objects.get()
        assert answer.headers["Location"] == f"/meetings/{meeting.pk}/"
        assert (meeting.purpose, meeting.backup_id, meeting.at) == ("Deposition", cast.CM2.id, DEPOSITION)
        assert StrandEvent.objects.get().pk == meeting.pk
    shown = main(client.get(f"/meetings/{meeting.pk}/"))
    assert all(words in shown for words in vars(SECRETS).values())
    assert "a friend of the family" in shown and "the case" in shown
    assert f'href="/people/{person}/rights/#federal_case"' in shown
    assert "Deposition" in main(client.get(f"/people/{person}/strands/"))
    assert f"/meetings/{meeting.pk}/" in client.get(f"/people/{person}/timeline/").content.decode()
    ClockSetting.set_to(DEPOSITION - timedelta(hours=1), running=False)
    for member in (cast.CM1, cast.CM2):
        today = cast.signed_in(member).get("/").content.decode()
        assert today.count(f'href="/meetings/{meeting.pk}/"') == 1 and "Deposition" in today
    assert "Backup: you" in re.sub(r"<.*?>", "", cast.signed_in(cast.CM2).get("/").content.decode())
    file = client.post(f"/meetings/{meeting.pk}/calendar/").content.decode()
    assert "SUMMARY:Appointment" in file
    assert not any(words in file for words in (*vars(SECRETS).values(), "Deposition", "courthouse", "case"))


def test_the_plan_is_changed_beside_its_appointment_and_two_see_each_other() -> None:
    person = lantern()
    event = planned(person)
    address = f"/people/{person}/events/{event}/plan/"
    told = vars(SECRETS) | {"kind": "hearing", "version": "1"}
    first = cast.signed_in(cast.CM1).post(address, told | {"stop_signal": "hand on the table"})
    assert first.status_code == 302 and first.headers["Location"] == f"/meetings/{event}/"
    client = cast.signed_in(cast.CM2)
    second = client.post(address, told | {"stop_signal": "a cough"})
    assert second.status_code == 409
    assert "hand on the table" in second.content.decode() and "a cough" in second.content.decode()
    with cast.acting(cast.CM1):
        row = StrandEvent.objects.get()
        assert (row.kind, row.stop_signal, row.before) == ("hearing", "hand on the table", "we eat first")
        assert Meeting.objects.get().version == 1
    client.post(f"/meetings/{event}/change/", {"at": "04/27/2027 10:00 AM", "backup": "", "version": "1"})
    with cast.acting(cast.CM1):
        assert Meeting.objects.get().backup_id is None and StrandEvent.objects.get().version == 2


def test_whoever_keeps_the_time_free_is_asked_first_and_every_word_stays() -> None:
    person = lantern()
    strand = kept(person, "the case", kind="criminal")
    cast.signed_in(cast.CM2).post("/kept-times/", {"begins": "04/26/2027 8:30 AM", "minutes": "60"})
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/strands/{strand}/events/new/"
    answer = client.post(address, SENT | {"with_whom": str(cast.CM2.id)})
    assert "keep this time free" in answer.content.decode() and "pen down" in answer.content.decode()
    answer = client.post(address, {"before": "we eat first", "at": "someday"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Please choose what it is." in page and "we eat first" in page and "someday" in page
    with cast.acting(cast.CM1):
        assert not Meeting.objects.exists()


def test_a_critical_period_is_proposed_around_it_unless_it_is_called_off() -> None:
    person = lantern()
    event = planned(person)
    client = cast.signed_in(cast.CM1)
    page = re.sub(r"<.*?>", "", main(client.get(f"/people/{person}/periods/")))
    assert "Deposition" in page and "Apr 23" in page and "May 10" in page
    client.post(f"/meetings/{event}/call-off/")
    assert "Apr 23" not in main(client.get(f"/people/{person}/periods/"))
    client.post(f"/meetings/{event}/restore/")
    leave_off("legal")
    assert "Apr 23" not in main(client.get(f"/people/{person}/periods/"))
    assert "pen down" not in client.get(f"/meetings/{event}/").content.decode()


def test_no_field_of_this_room_is_for_what_somebody_says_in_court() -> None:
    named = {
        field.name for model in apps.get_app_config("legal").get_models() for field in model._meta.fields
    }
    assert not {
        name for name in named if re.search("testimon|account|happened|statement|outcome|result", name)
    }
