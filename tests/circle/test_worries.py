"""Something feels off: nobody but its author; three ways on; nothing before tomorrow; the story never anywhere."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, transaction
from django.test import Client

from alongside import clock
from alongside.circle import actions, rules
from alongside.circle.models import Concern, PeerReview, RaisedConcern, Worry
from alongside.clock.models import ClockSetting
from alongside.partners import actions as partners
from alongside.vault.models import Key
from tests import cast
from tests.consent import make as sharing
from tests.goals.make import lantern

OTHERS = [
    cast.CM2, cast.CM3, cast.SUPERVISOR, cast.DIRECTOR, cast.ADMIN, cast.ON_CALL, cast.DROP_IN, cast.CUSTODIAN,
    cast.PRACTICE, cast.ADVISER,
]  # fmt: skip
SAW, STORY = "They asked her twice in the corridor", "They do not care about her at all"
IMPACT, ASK = "She left early", "Could you ask in a room?"


def worry_of(member: cast.Member = cast.CM1) -> uuid.UUID:
    worry = uuid.uuid4()
    with cast.acting(member) as by:
        actions.save_worry(by=by, worry=worry, words="The way they laughed")
    return worry


def concern_of(agency: uuid.UUID | None = None, **more: Any) -> uuid.UUID:
    concern = uuid.uuid4()
    said = actions.Composed(**{"saw": SAW, "story": STORY, "impact": IMPACT, "ask": ASK} | more)
    with cast.acting(cast.CM1) as by:
        actions.compose_concern(by=by, concern=concern, said=said, agency=agency)
    return concern


def later(days: int) -> Client:
    ClockSetting.set_to(cast.BEGINS + timedelta(days=days), running=False)
    return cast.signed_in(cast.CM1)


@pytest.mark.parametrize("member", OTHERS)
def test_nobody_else_finds_a_worry_or_a_concern(member: cast.Member) -> None:
    worry, concern = worry_of(), concern_of()
    other = cast.signed_in(member)
    status = 403 if member == cast.ADVISER else 404
    for page in (f"/off/{worry}/", f"/concerns/{concern}/", f"/concerns/{concern}/change/"):
        answer = other.get(page)
        assert answer.status_code == status, page
        assert "laughed" not in answer.content.decode() and SAW not in answer.content.decode()
    for page in (
        f"/off/{worry}/",
        f"/off/{worry}/drop/",
        f"/concerns/{concern}/do/",
        f"/concerns/{concern}/agreed/",
    ):
        told = {"choice": "sit", "do": "drop", "agreed": "x"}
        assert other.post(page, told).status_code == status, page
    for page in ("/", "/off/mine/", "/search/"):
        answer = other.post(page, {"q": "laughed"}) if page == "/search/" else other.get(page)
        assert "The way they laughed" not in answer.content.decode(), page
    with cast.acting(cast.CM1):
        assert Worry.objects.get().choice == "" and Concern.objects.get().state == "writing"


@pytest.mark.parametrize("member", OTHERS)
def test_the_wall_gives_no_row_no_key_and_takes_no_forged_one(member: cast.Member) -> None:
    worry_of()
    concern_of()
    with cast.acting(cast.CM1) as by:
        key = Worry.objects.get().key_id
        assert Key.objects.filter(key_id=key).exists()
    with cast.acting(member):
        with connection.cursor() as cursor:
            for table in ("worry", "concern"):
                cursor.execute(f"select count(*) from core.circle_{table}")
                assert cursor.fetchone() == (0,)
        assert not Key.objects.filter(key_id=key).exists()
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Worry(key_id=key, at=clock.now(), by_id=by.id, words=None, choice=None).save(force_insert=True)


def test_the_author_finds_it_and_after_a_week_there_are_three_ways_on() -> None:
    client = cast.signed_in(cast.CM1)
    told = {"words": "The way they laughed", "once": str(uuid.uuid4())}
    for _double in range(2):
        assert client.post("/off/", told).status_code == 302
    with cast.acting(cast.CM1):
        worry = Worry.objects.get().pk
    assert client.post("/off/", {"words": "  "}).status_code == 422
    link = f'href="/off/{worry}/"'
    pages = {day: later(day).get("/").content.decode().split("<main")[1] for day in (6, 7, 30, 40, 450)}
    assert [link in page for page in pages.values()] == [False, True, True, False, False]
    assert "Something felt off" in pages[30] and "Jan 6" in pages[30] and "week ago" not in pages[30]
    client = later(7)
    page = client.get(f"/off/{worry}/").content.decode()
    assert re.findall(r'name="choice" value="(\w+)"', page) == ["sit", "supervision", "raise"]
    assert "Staying quiet makes sense" in page and "Coming in sharp makes sense" in page
    assert client.post(f"/off/{worry}/", {"choice": "raise"}).url == f"/concerns/new/?worry={worry}"
    assert "The way they laughed" in client.get(f"/concerns/new/?worry={worry}").content.decode()
    client.post(f"/off/{worry}/", {"choice": "sit"})
    assert link not in client.get("/").content.decode()


def test_the_story_is_in_no_preview_and_goes_to_no_colleague() -> None:
    concern, client = concern_of(), cast.signed_in(cast.CM1)
    page = client.get(f"/concerns/{concern}/").content.decode()
    assert SAW in page and ASK in page and STORY not in page
    client.post(f"/concerns/{concern}/do/", {"do": "peer", "reader": str(cast.CM3.id)})
    with cast.acting(cast.CM1):
        read = PeerReview.objects.get()
    reader = cast.signed_in(cast.CM3)
    page = reader.get(f"/concerns/read/{read.pk}/").content.decode()
    assert SAW in page and IMPACT in page and ASK in page and STORY not in page
    reader.post(f"/concerns/read/{read.pk}/", {"words": "It reads calm."})
    assert "It reads calm." in client.get(f"/concerns/{concern}/").content.decode()
    for member in OTHERS:
        if member != cast.CM3:
            answer = cast.signed_in(member).get(f"/concerns/read/{read.pk}/")
            assert answer.status_code in (403, 404)
            with cast.acting(member):
                assert not PeerReview.objects.exists() and not Key.objects.filter(key_id=read.key_id).exists()
    with cast.acting(cast.CM3):
        changed = PeerReview.objects.get()
        changed.saw = "Something else"
        with pytest.raises(DatabaseError, match="whoever wrote them"), transaction.atomic():
            changed.save(update_fields=["saw"])
    client.post(f"/concerns/{concern}/do/", {"do": "take_back"})
    assert reader.get(f"/concerns/read/{read.pk}/").status_code == 404


def test_whoever_is_asked_to_read_finds_it_on_today_until_they_answered() -> None:
    concern, client = concern_of(), cast.signed_in(cast.CM1)
    client.post(f"/concerns/{concern}/do/", {"do": "peer", "reader": str(cast.CM3.id)})
    with cast.acting(cast.CM1):
        read = PeerReview.objects.get()
    link, reader = f"/concerns/read/{read.pk}/", cast.signed_in(cast.CM3)
    assert [
        link in cast.signed_in(each).get("/").content.decode() for each in (cast.CM1, cast.CM2, cast.CM3)
    ] == [
        False,
        False,
        True,
    ]
    assert SAW not in reader.get("/").content.decode()
    reader.post(link, {"words": "It reads calm."})
    assert link not in reader.get("/").content.decode()


def test_nobody_puts_a_row_before_the_key_of_something_else() -> None:
    concern = concern_of()
    with cast.acting(cast.CM1) as by:
        read = actions.ask_for_peer_review(by=by, concern=concern, reader=cast.CM2.id)
    asked = [uuid.uuid4(), read.key_id, b"x", concern, cast.CM2.id]
    with (
        cast.acting(cast.CM3),
        connection.cursor() as cursor,
        pytest.raises(IntegrityError, match="has a key"),
        transaction.atomic(),
    ):
        cursor.execute("select core.ask_peer(%s, %s, %s, %s, %s)", asked)


def test_what_rests_until_tomorrow_is_raised_with_nobody_and_can_be_read_changed_or_dropped() -> None:
    agency = sharing.clinic()
    concern, client = concern_of(agency), cast.signed_in(cast.CM1)
    client.post(f"/concerns/{concern}/do/", {"do": "peer", "reader": str(cast.CM2.id)})
    client.post(f"/concerns/{concern}/do/", {"do": "hold"})
    page = client.get(f"/concerns/{concern}/").content.decode()
    assert "Nothing is raised before tomorrow" in page and 'value="peer"' in page
    for wanted in ("spoken", "written", "peer"):
        client.post(f"/concerns/{concern}/do/", {"do": wanted, "reader": str(cast.CM3.id)})
    with cast.acting(cast.CM1) as by:
        assert {each.reader_id for each in PeerReview.objects.all()} == {cast.CM2.id, cast.CM3.id}
        assert not RaisedConcern.objects.exists()
        with pytest.raises(rules.Held):
            actions.raise_concern(by=by, concern=concern, how="spoken")
    told = {"saw": "Softer", "story": STORY, "version": "1", "agency": str(agency)}
    assert client.post(f"/concerns/{concern}/change/", told).status_code == 302
    assert "has rested" not in client.get("/").content.decode()
    client = later(1)
    assert "Your concern about Legal clinic has rested" in client.get("/").content.decode()
    client.post(f"/concerns/{concern}/do/", {"do": "spoken"})
    with cast.acting(cast.CM1):
        assert RaisedConcern.objects.get().agency_id == agency
    client.post(f"/concerns/{concern}/do/", {"do": "drop"})
    with cast.acting(cast.CM1):
        assert not Concern.objects.exists()


def test_a_concern_from_raised_to_settled_shows_on_the_partner_s_page_about_nobody() -> None:
    agency = sharing.clinic()
    concern, client = concern_of(agency), cast.signed_in(cast.CM1)
    assert client.post(f"/concerns/{concern}/agreed/", {"agreed": "x"}).status_code == 422
    client.post(f"/concerns/{concern}/do/", {"do": "spoken"})
    on = clock.today() + timedelta(days=14)
    told = {"agreed": "They ask in a room.", "state": "agreed", "check_in_on": on.isoformat()}
    assert client.post(f"/concerns/{concern}/agreed/", told).status_code == 302
    with cast.acting(cast.CM1) as by:
        partners.appreciate(by=by, appreciation=uuid.uuid4(), agency=agency, words="They called back")
    page = cast.signed_in(cast.ON_CALL).get(f"/partners/agencies/{agency}/history/").content.decode()
    assert "They ask in a room." in page and "They called back" in page
    for words in (SAW, STORY, IMPACT, ASK):
        assert words not in page
    assert not re.search(r"score|star|rank|rating|\d+ %", page.split("<main")[1], re.IGNORECASE)
    said = "Check in with Legal clinic about what you agreed"
    assert [said in later(day).get("/").content.decode() for day in (13, 14, 50)] == [False, True, False]
    client = later(14)
    client.post(f"/concerns/{concern}/agreed/", told | {"state": "settled"})
    assert said not in client.get("/").content.decode()


def test_a_concern_without_a_day_to_check_in_promises_none() -> None:
    concern, client = concern_of(sharing.clinic()), cast.signed_in(cast.CM1)
    client.post(f"/concerns/{concern}/do/", {"do": "spoken"})
    told = {"agreed": "They ask in a room.", "state": "agreed"}
    promise = "it comes to your Today"
    shown = client.post(f"/concerns/{concern}/agreed/", told, follow=True).content.decode()
    assert promise not in shown and "What you agreed on is saved." in shown
    told |= {"check_in_on": (clock.today() + timedelta(days=14)).isoformat()}
    assert promise in client.post(f"/concerns/{concern}/agreed/", told, follow=True).content.decode()
    settled = client.post(f"/concerns/{concern}/agreed/", told | {"state": "settled"}, follow=True)
    assert promise not in settled.content.decode()


def test_words_about_nobody_name_nobody() -> None:
    lantern()
    agency = sharing.clinic()
    concern = concern_of(agency, saw="They asked Lantern twice")
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/concerns/{concern}/do/", {"do": "written"})
    assert answer.status_code == 422 and "under their permission" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert not RaisedConcern.objects.exists()
    client.post(f"/concerns/{concern}/do/", {"do": "spoken"})
    answer = client.post(f"/concerns/{concern}/agreed/", {"agreed": "lantern is asked in a room"})
    assert answer.status_code == 422 and "lantern is asked in a room" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert RaisedConcern.objects.get().agreed == ""


def test_a_concern_may_hold_for_as_long_as_it_does() -> None:
    agency = sharing.clinic()
    concern, client = concern_of(agency), cast.signed_in(cast.CM1)
    client.post(f"/concerns/{concern}/do/", {"do": "spoken"})
    told = {"agreed": "", "state": "holding"}
    assert client.post(f"/concerns/{concern}/agreed/", told).status_code == 302
    client = later(180)
    for page in (f"/concerns/{concern}/", f"/partners/agencies/{agency}/history/"):
        assert "Holding: no next step yet" in client.get(page).content.decode(), page
    assert "concern" not in client.get("/").content.decode().split("<main")[1].lower()
    with cast.acting(cast.CM1):
        assert Concern.objects.get().state == RaisedConcern.objects.get().state == "holding"
