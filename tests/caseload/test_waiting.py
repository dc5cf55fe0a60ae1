"""Whoever waits for a case manager stands on a list, the longest first, with who is there for them meanwhile."""

import html
import uuid
from datetime import timedelta

import pytest
from django.db import connection

from alongside import clock
from alongside.caseload.actions import put_on_waiting_list
from alongside.caseload.models import Waiting
from alongside.participants.choices import State
from alongside.participants.models import Participant
from tests import cast
from tests.caseload.test_choosing import choose, heavy, page_of, waits

FORM = {
    "interim": "drop_in",
    "who_and_when": "Abeba, Tuesdays and Fridays",
    "reason": "nobody has room before May",
}


def listed() -> str:
    return html.unescape(cast.signed_in(cast.SUPERVISOR).get("/waiting/").content.decode()).partition(
        "<main"
    )[2]


def test_when_everybody_is_full_choosing_leads_to_the_list_and_the_list_back() -> None:
    person = waits()
    assert "Nobody of your team has room" not in page_of(person)
    for member in (cast.CM1, cast.CM2, cast.CM3):
        heavy(member, 40)
    page = page_of(person)
    assert "Nobody of your team has room just now." in page and f"/people/{person}/wait/" in page
    client = cast.signed_in(cast.SUPERVISOR)
    answer = client.post(f"/people/{person}/wait/", FORM | {"who_and_when": " ", "once": str(uuid.uuid4())})
    assert answer.status_code == 422 and "nobody has room before May" in answer.content.decode()
    assert client.post(f"/people/{person}/wait/", FORM | {"once": str(uuid.uuid4())}).status_code == 302
    with cast.acting(cast.SUPERVISOR):
        assert Participant.objects.get(pk=person).state == State.WAITING
    told = listed()
    for words in (
        "Fern",
        "Drop-in",
        "Abeba, Tuesdays and Fridays",
        "nobody has room before May",
        "waits since",
    ):
        assert words in told, words
    assert choose(person, cast.CM3, "she begins in May").status_code == 302
    assert "Fern" not in listed()


def test_whoever_waits_longest_is_first_and_the_order_is_the_agencys_own_sentence() -> None:
    for days, alias in ((1, "Later"), (9, "Sooner")):
        with clock.stopped_at(cast.BEGINS - timedelta(days=days)):
            person = waits(alias)
            with cast.acting(cast.SUPERVISOR) as by:
                told = {"reason": "", "interim": "hotline", "who_and_when": "the hotline, any hour"}
                put_on_waiting_list(by=by, participant=person, row=uuid.uuid4(), **told)
    told = listed()
    assert (
        told.index("Sooner") < told.index("Later") and "longest stands first" in told and "score" not in told
    )


@pytest.mark.parametrize("other", [cast.CM1, cast.DIRECTOR, cast.ADMIN], ids=lambda each: each.name)
def test_nobody_else_reads_who_waits(other: cast.Member) -> None:
    person = waits()
    with cast.acting(cast.SUPERVISOR) as by:
        told = {"reason": "x", "interim": "hotline", "who_and_when": "y"}
        put_on_waiting_list(by=by, participant=person, row=uuid.uuid4(), **told)
    client = cast.signed_in(other)
    assert client.get("/waiting/").status_code == client.get(f"/people/{person}/wait/").status_code == 403
    with cast.acting(other), connection.cursor() as cursor:
        cursor.execute("select count(*) from core.caseload_waiting")
        assert cursor.fetchone()[0] == 0
        assert not Waiting.objects.exists()
