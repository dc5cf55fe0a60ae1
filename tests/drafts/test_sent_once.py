"""A form is done once, however often it arrives; and nothing that was changed in between is swallowed."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from alongside.circle.models import Matter
from alongside.clock.models import ClockSetting
from alongside.connection.models import Note
from alongside.drafts.actions import drop_draft, keep_where_it_led
from alongside.drafts.models import SavedForm
from alongside.trail.models import TrailEntry
from tests import cast
from tests.people import lantern

AHEAD = {"X-Sent-Ahead": "1"}


def matters(person: uuid.UUID) -> list[str]:
    with cast.acting(cast.CM1):
        return [row.words for row in Matter.objects.filter(participant_id=person).order_by("at", "id")]


@pytest.fixture
def client() -> Client:
    return cast.signed_in(cast.CM1)


def test_a_change_whose_answer_was_lost_is_led_on_when_it_is_sent_again(client: Client) -> None:
    person, first = lantern(), str(uuid.uuid4())
    new = f"/people/{person}/circle/matters/new/"
    client.post(new, {"words": "the deposit", "once": first})
    with cast.acting(cast.CM1):
        address = f"/people/{person}/circle/matters/{Matter.objects.get().pk}/"
    told = {"words": "the deposit letter", "version": "1", "once": str(uuid.uuid4())}
    answers = [client.post(address, told) for _time in range(3)]
    assert {answer.status_code for answer in answers} == {302}  # and no "somebody changed it meanwhile"
    assert len({answer.headers["Location"] for answer in answers}) == 1
    assert matters(person) == ["the deposit letter"]
    with cast.acting(cast.CM1):
        assert Matter.objects.get().version == 2


def test_what_was_written_after_going_back_is_not_swallowed(client: Client) -> None:
    person, once = lantern(), str(uuid.uuid4())
    note = {"participant": str(person), "happened": "We sat.", "once": once}
    assert client.post("/note/", note).status_code == 302
    again = client.post("/note/", note | {"happened": "We sat. And we laughed."})
    page = again.content.decode()
    assert again.status_code == 409
    assert "And we laughed." in page and "was saved a moment ago" in page
    assert f'value="{once}"' not in page  # the next sending is another one
    fields = dict(re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page))
    fields |= dict(re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>\n?([^<]*)</textarea>', page))
    assert client.post("/note/", fields).status_code == 302
    with cast.acting(cast.CM1):
        kept = {row.happened for row in Note.objects.filter(participant_id=person)}
    assert kept == {"We sat.", "We sat. And we laughed."}


def test_a_page_that_waits_is_told_where_to_go_and_what_was_done_is_said_there(client: Client) -> None:
    note: dict[str, Any] = {"participant": str(lantern()), "happened": "We sat.", "once": str(uuid.uuid4())}
    told = client.post("/note/", note, headers=AHEAD)
    assert (told.status_code, told.content) == (204, b"")
    assert "saved" in client.get(told.headers["X-Go-To"]).content.decode()
    again = client.post("/note/", note, headers=AHEAD)
    assert again.headers["X-Go-To"] == told.headers["X-Go-To"]
    empty = client.post("/note/", {"once": str(uuid.uuid4())}, headers=AHEAD)
    assert (empty.status_code, empty.content, empty.headers.get("X-Go-To")) == (204, b"", None)
    with cast.acting(cast.CM1):
        assert Note.objects.count() == 1


def test_a_page_that_comes_as_the_answer_is_done_once_by_the_plain_way(client: Client) -> None:
    lantern()
    sent = {"once": str(uuid.uuid4())}

    def kept() -> int:
        return TrailEntry.objects.filter(chain=cast.CM1.id).count()

    with cast.acting(cast.CM1):
        before = kept()
    assert client.post("/note/", sent, headers=AHEAD).content == b""
    with cast.acting(cast.CM1):
        assert kept() == before
    assert client.post("/note/", sent).status_code == 422
    with cast.acting(cast.CM1):
        assert kept() == before + 1


@pytest.mark.parametrize("headers", [{}, AHEAD])
def test_who_is_turned_away_is_written_down_however_it_was_sent(headers: dict[str, str]) -> None:
    person, client = lantern(), cast.signed_in(cast.CM3)
    client.post(f"/people/{person}/about/", {"once": str(uuid.uuid4())}, headers=headers)
    with cast.acting(cast.CM1):
        assert TrailEntry.objects.filter(chain=person, actor=cast.CM3.id, outcome="turned_away").exists()


def test_the_name_of_somebody_else_s_form_leads_nowhere(client: Client) -> None:
    person, once = lantern(), str(uuid.uuid4())
    note = {"participant": str(person), "happened": "We sat.", "once": once}
    client.post("/note/", note)
    with cast.acting(cast.CM2):
        assert not SavedForm.objects.exists()
    answer = cast.signed_in(cast.CM2).post("/note/", note | {"happened": "Mine."})
    assert answer.headers.get("Location") is None
    assert "was saved a moment ago" not in answer.content.decode()
    with cast.acting(cast.CM2) as other:
        keep_where_it_led(by=other, once=uuid.UUID(once), led_to="/people/", mark="x")
        drop_draft(by=other, form="connection.note:new", once=uuid.UUID(once))
        assert not SavedForm.objects.exists()
    with cast.acting(cast.CM1):
        assert SavedForm.objects.get().led_to != "/people/"


def test_what_was_remembered_for_an_hour_goes_with_the_next_form(client: Client) -> None:
    person, names = str(lantern()), [str(uuid.uuid4()) for _each in range(3)]
    for name in names[:2]:
        client.post("/note/", {"participant": person, "happened": f"We sat {name}.", "once": name})
    ClockSetting.set_to(cast.BEGINS + timedelta(minutes=61), running=False)
    client.post("/note/", {"participant": person, "happened": "We sat again.", "once": names[2]})
    with cast.acting(cast.CM1):
        assert [str(row.pk) for row in SavedForm.objects.all()] == names[2:]


def test_it_says_nothing_of_what_was_sent(client: Client) -> None:
    client.post("/note/", {"participant": str(lantern()), "happened": "We sat.", "once": str(uuid.uuid4())})
    with cast.acting(cast.CM1):
        row = SavedForm.objects.get()
    assert re.fullmatch(r"[0-9a-f]{40,64}", row.mark)
    assert re.fullmatch(r"(/[a-z0-9-]+)*/(#[a-z0-9-]+)?", row.led_to)
