"""Strands: each has a state of its own; strangers find nothing; work closes when all have ended or they choose."""

import re
import uuid
from datetime import date, timedelta
from typing import Any

import pytest

from alongside.clock.models import ClockSetting
from alongside.journey.models import Closing
from alongside.keeping.rules import NotHere
from alongside.legal.actions import save_strand
from alongside.legal.models import Strand, StrandChange
from alongside.participants import rules
from alongside.participants.actions import change_state
from alongside.participants.choices import State
from alongside.participants.models import Participant
from tests import cast
from tests.agency.test_modules import leave_off
from tests.connection.test_strand_pages import STRANGERS
from tests.people import lantern

TODAY = date(2027, 1, 6)


def kept(person: uuid.UUID, words: str, **given: Any) -> uuid.UUID:
    """One strand of somebody's, kept by their case manager."""
    with cast.acting(cast.CM1) as by:
        told = {"kind": "immigration"} | given
        return save_strand(by=by, participant=person, strand=uuid.uuid4(), words=words, **told).pk


def sent(**more: str) -> dict[str, str]:
    """What a browser sends of the form."""
    return {"kind": "criminal", "words": "the case", "state": "open", "once": str(uuid.uuid4())} | more


def main(answer: Any) -> str:
    """What stands on a page, below its head."""
    return re.sub(r"</?(?:time|bdi).*?>", "", answer.content.decode().split("<main")[1])


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_finds_nothing(member: cast.Member, status: int) -> None:
    person = lantern()
    one = kept(person, "the visa of Lantern")
    client = cast.signed_in(member)
    for page in ("", "new/", f"{one}/"):
        answer = client.get(f"/people/{person}/strands/{page}")
        assert answer.status_code == status and "visa" not in answer.content.decode()
    for page in ("new/", f"{one}/"):
        assert client.post(f"/people/{person}/strands/{page}", sent()).status_code == status
    with cast.acting(cast.CM1):
        assert [row.words for row in Strand.objects.all()] == ["the visa of Lantern"]


def test_a_strand_of_one_person_is_not_another_persons() -> None:
    person, other = lantern(), lantern("Maple")
    one = kept(person, "the visa of Lantern")
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{other}/strands/{one}/").status_code == 404
    assert client.post(f"/people/{other}/strands/{one}/", sent()).status_code == 404
    with cast.acting(cast.CM1) as by, pytest.raises(NotHere):
        save_strand(by=by, participant=other, strand=one, kind="own", words="taken over")


def test_each_strand_goes_its_own_way_and_its_history_stays() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/strands/"
    told = sent(
        kind="immigration", words="", state="waiting", waits_on="the service center", holder="the clinic"
    )
    for _click in range(2):
        answer = client.post(f"{address}new/", told | {"since": "12/14/2026", "comes_up_on": "02/01/2027"})
        assert answer.status_code == 302
    page = main(client.get(address))
    assert "Waiting on a decision by others" in page and "the service center" in page and "the clinic" in page
    assert "Next comes up: Feb 1" in page and "since Dec 14, 2026" in page
    with cast.acting(cast.CM1):
        row = Strand.objects.get()
        assert row.words == "Immigration" and row.version == 1
    gone_on = sent(
        kind="immigration", words="my papers", state="ended", version="1", said="they said yes, I can stay"
    )
    assert client.post(f"{address}{row.pk}/", gone_on).status_code == 302
    page = main(client.get(address))
    assert page.index("No strand is open.") < page.index("my papers")
    assert "they said yes, I can stay" in page and "the service center" in page  # its history
    shown = client.get(f"/people/{person}/timeline/").content.decode()
    assert "A strand" in shown and "my papers" in shown and "Ended" in shown
    with cast.acting(cast.CM1):
        row = Strand.objects.get()
        assert (row.is_open, row.comes_up_on, row.waits_on) == (False, None, "")
        assert [each.state for each in StrandChange.objects.order_by("at")] == ["waiting", "ended"]


def test_two_who_change_one_strand_see_each_other() -> None:
    person = lantern()
    one = kept(person, "the visa")
    client = cast.signed_in(cast.CM2)
    address = f"/people/{person}/strands/{one}/"
    assert cast.signed_in(cast.CM1).post(address, sent(version="1", holder="the clinic")).status_code == 302
    answer = client.post(address, sent(version="1", holder="my own words"))
    assert answer.status_code == 409
    assert "the clinic" in answer.content.decode() and "my own words" in answer.content.decode()


def test_a_kind_is_asked_for_and_every_word_stays() -> None:
    person = lantern()
    answer = cast.signed_in(cast.CM1).post(
        f"/people/{person}/strands/new/", {"words": "my papers", "since": "soon", "said": "they called"}
    )
    page = main(answer)
    assert (
        answer.status_code == 422
        and "Please choose a kind." in page
        and "could not read this as a date" in page
    )
    assert "my papers" in page and "soon" in page and "they called" in page


def test_a_strand_comes_up_on_its_day_for_the_case_manager_alone() -> None:
    person = lantern()
    one = kept(person, "the work permit", comes_up_on=TODAY + timedelta(days=3))
    kept(person, "the benefits letter", kind="benefits", comes_up_on=TODAY + timedelta(days=5))
    client = cast.signed_in(cast.CM1)
    assert "a strand comes up" not in client.get("/").content.decode()
    ClockSetting.set_to(cast.BEGINS + timedelta(days=3), running=False)
    today = client.get("/").content.decode()
    assert "the work permit" in today and f"/people/{person}/strands/{one}/" in today
    assert "benefits letter" not in today
    assert "the work permit" not in cast.signed_in(cast.CM2).get("/").content.decode()
    ClockSetting.set_to(cast.BEGINS + timedelta(days=40), running=False)
    assert "the work permit" not in client.get("/").content.decode()
    assert "the work permit" in main(client.get(f"/people/{person}/strands/"))


def test_work_closes_when_every_strand_has_ended_or_they_choose_it() -> None:
    person = lantern()
    one, two = kept(person, "the visa"), kept(person, "the case", kind="criminal")
    client = cast.signed_in(cast.CM1)
    closing = f"/people/{person}/closing/"
    assert re.search(
        "although these are still open: the (visa, the case|case, the visa)<", main(client.get(closing))
    )
    answer = client.post(closing, {"words": "I have keys", "go_on": "yes"})
    assert answer.status_code == 422 and "I have keys" in main(answer)
    answer = client.post(
        f"/people/{person}/state/", {"state": "closed", "words": "I have keys", "go_on": "yes"}
    )
    assert answer.status_code == 422 and "I have keys" in main(answer)
    assert re.search(r"Still open: the (visa, the case|case, the visa)\.", main(answer))
    with cast.acting(cast.CM1) as by, pytest.raises(rules.StillOpen):
        change_state(by=by, participant=person, state=State.CLOSED)
    told = sent(kind="immigration", words="the visa", state="ended", version="1")
    answer = client.post(f"/people/{person}/strands/{one}/", told, follow=True)
    assert "Close together" not in answer.content.decode()
    assert "although the case is still open" in main(client.get(closing))
    told = sent(state="ended", version="1")
    answer = client.post(f"/people/{person}/strands/{two}/", told, follow=True)
    assert (
        answer.content.decode().count(closing) >= 2
    )  # what is said after it, and the page: both only offer it
    with cast.acting(cast.CM1):
        assert Participant.objects.get(pk=person).state == "active"
    assert "although" not in main(client.get(closing))
    assert client.post(closing, {"words": "I have keys", "go_on": "yes"}).status_code == 302
    assert "All strands have ended." not in main(client.get(f"/people/{person}/strands/"))
    with cast.acting(cast.CM1):
        assert Participant.objects.get(pk=person).state == "closed" and Closing.objects.get().although == ""


def test_they_choose_to_close_over_what_is_open_and_that_is_written_down() -> None:
    person = lantern()
    kept(person, "the case", kind="criminal")
    client = cast.signed_in(cast.CM1)
    sent_now = {"words": "enough", "chosen": "on", "go_on": "yes", "once": str(uuid.uuid4())}
    assert client.post(f"/people/{person}/closing/", sent_now).status_code == 302
    with cast.acting(cast.CM1):
        assert Participant.objects.get(pk=person).state == "closed"
        assert Closing.objects.get().although == "the case" and Strand.objects.get().is_open
    assert "Still open then, by their choice: the case" in re.sub(
        r"<.*?>", "", main(client.get(f"/people/{person}/closing/"))
    )


def test_the_agency_words_and_leaves_off_kinds() -> None:
    person = lantern()
    one = kept(person, "a case", kind="civil")
    admin = cast.signed_in(cast.ADMIN)
    for kind, told in (
        ("immigration", {"text": "Papers and status"}),
        ("civil", {"text": "", "hidden": "on"}),
    ):
        told |= {"key": f"legal.kind_{kind}", "language": "en"}
        assert admin.post("/program/words/", told).status_code == 302
    client = cast.signed_in(cast.CM1)
    new = main(client.get(f"/people/{person}/strands/new/"))
    assert "Papers and status" in new and "Civil and family" not in new
    assert "Civil and family" in main(client.get(f"/people/{person}/strands/{one}/"))  # it is one already


def test_with_the_part_turned_off_nothing_of_it_stands_in_the_way() -> None:
    person = lantern()
    kept(person, "the case", kind="criminal", comes_up_on=TODAY)
    leave_off("legal")
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{person}/strands/").status_code == 404
    assert "the case" not in client.get("/").content.decode()
    shown = client.get(f"/people/{person}/").content.decode()
    assert "/strands/" not in shown
    assert client.post(f"/people/{person}/closing/", {"go_on": "yes"}).status_code == 302


def test_when_all_have_ended_closing_comes_up_on_today_and_closes_nothing() -> None:
    person = lantern()
    one, two = kept(person, "the visa"), kept(person, "the case", kind="criminal")
    client, said = cast.signed_in(cast.CM1), "All strands have ended. Close together, when they want to."
    for strand, words in ((one, "the visa"), (two, "the case")):
        told = sent(words=words, state="ended", version="1")
        assert client.post(f"/people/{person}/strands/{strand}/", told).status_code == 302
    assert said not in main(client.get("/"))  # the page offered it on the day itself
    for days, is_told in ((1, True), (30, True), (31, False)):
        ClockSetting.set_to(cast.BEGINS + timedelta(days=days), running=False)
        assert (said in main(client.get("/"))) == is_told, days
        assert said not in main(cast.signed_in(cast.CM2).get("/"))
    ClockSetting.set_to(cast.BEGINS + timedelta(days=1), running=False)
    kept(person, "the appeal", kind="criminal")
    assert said not in main(client.get("/"))
    ClockSetting.set_to(cast.BEGINS, running=False)
