"""The partner's pages: what is shared and nothing else, answers that reach Today, and an end that is at once."""

import re
import uuid
from datetime import datetime, time, timedelta
from decimal import Decimal

import pytest
from django.db import connection

from alongside import clock
from alongside.agency.actions import set_pattern
from alongside.clock.models import ClockSetting
from alongside.consent import actions, queries
from alongside.consent.gate import NoWayOut
from alongside.consent.models import Release
from alongside.partners.actions import (
    Described,
    add_point_of_contact,
    end_partnership,
    end_point_of_contact,
    save_agency,
)
from tests import cast
from tests.consent.make import TEXT, clinic
from tests.people import lantern
from tests.workspace.door import PASSWORD, invited, seated, shared, workspace
from tests.workspace.reading import page, raw

# The stranger test ----------------------------------------------------------------------------------------


def test_whoever_is_not_this_partner_finds_nothing() -> None:
    person, agency, other = lantern(), clinic(), clinic("Dental clinic", "health")
    _sent, item = shared(person, agency)
    stranger = seated(other, "beech")
    assert stranger.get(f"/shared/{item}/").status_code == 404
    assert stranger.post(f"/shared/{item}/", kind="accept").status_code == 404
    assert TEXT not in page(stranger) and "Nothing is shared with you" in page(stranger)
    waiting = invited(agency)
    assert waiting.get("/").headers["Location"].startswith("/sign-in/")
    assert waiting.get(f"/shared/{item}/").headers["Location"].startswith("/sign-in/")


def test_the_partner_reads_what_was_shared_and_no_name_of_ours() -> None:
    person, agency = lantern(), clinic()
    sent, item = shared(person, agency)
    other = lantern("Harbor")
    shared(other, clinic("Dental clinic", "health"), text="Another text.")
    alder = seated(agency)
    read = page(alder) + page(alder, f"/shared/{item}/")
    assert TEXT in read and "For legal help" in read and "by a spoken word" in read
    for word in ("Another text.", "Lantérn", "Harbor", str(person), str(sent.pk), str(sent.release_id)):
        assert word not in read
    assert "Case manager" not in read and "traffick" not in read.lower()


def test_a_thousand_guessed_addresses_are_nothing() -> None:
    person, agency = lantern(), clinic()
    sent, _item = shared(person, agency)
    alder = seated(agency)
    known = [f"/shared/{each}/" for each in (person, sent.pk, sent.release_id, agency, cast.CM1.id)]
    desk = [f"/people/{person}/", "/people/", "/search/?q=lan", "/partners/", "/program/", "/gallery/",
            f"/people/{person}/sharing/", "/hsds/services", "/shared/", "/metrics"]  # fmt: skip
    with workspace():
        for path in [*known, *desk, *(f"/shared/{uuid.uuid4()}/" for _each in range(985))]:
            assert alder.client.get(path).status_code == 404, path


# Answers --------------------------------------------------------------------------------------------------


def test_an_answer_off_shift_waits_for_the_next_start_and_the_backup_has_it_at_once() -> None:
    begins = datetime(2027, 1, 4, 9, tzinfo=cast.ZONE)
    with cast.acting(cast.SUPERVISOR) as by:
        hours = {"begins": [time(9)] * 7, "ends": [time(17)] * 7, "weekly_hours": Decimal(56)}
        told = {"pattern": uuid.uuid4(), "staff": cast.CM1.id, "since": begins.date(), "zone": ""}
        set_pattern(by=by, part_time=False, **hours, **told)
    person, agency = lantern(), clinic()
    _sent, item = shared(person, agency)
    alder = seated(agency)
    ClockSetting.set_to(begins + timedelta(days=2, hours=13), running=False)
    assert alder.post(f"/shared/{item}/", kind="accept", words="Tuesday at ten.").status_code == 302
    assert "Tuesday at ten" not in cast.signed_in(cast.CM1).get("/").content.decode()
    assert "Tuesday at ten" in cast.signed_in(cast.CM2).get("/").content.decode()
    ClockSetting.set_to(begins + timedelta(days=3), running=False)
    assert "Tuesday at ten" in cast.signed_in(cast.CM1).get("/").content.decode()


def test_an_answer_reaches_today_and_is_read_there() -> None:
    person, agency = lantern(), clinic()
    sent, item = shared(person, agency)
    alder = seated(agency)
    answer = alder.post(f"/shared/{item}/", kind="accept", words="Tuesday at ten, with an interpreter.")
    assert answer.status_code == 302
    assert "Tuesday at ten" in page(alder, f"/shared/{item}/")
    desk = cast.signed_in(cast.CM1)
    today = desk.get("/").content.decode()
    assert "Partners answered" in today and "Tuesday at ten" in today and "We can help with this" in today
    for member in (cast.CM3, cast.DIRECTOR, cast.ON_CALL, cast.ADMIN):
        assert "Tuesday at ten" not in cast.signed_in(member).get("/").content.decode()
    said = f"/people/{person}/sharing/went/{sent.pk}/said/"
    assert "Tuesday at ten" in desk.get(said).content.decode()
    assert cast.signed_in(cast.CM3).get(said).status_code == 404
    taken_in = f"/people/{person}/answered/{sent.pk}/"
    assert cast.signed_in(cast.CM3).post(taken_in).status_code == 404
    assert cast.signed_in(cast.DIRECTOR).get(said).status_code == 403
    too_much = desk.post(said, {"kind": "answer", "words": "She is a survivor."})
    assert too_much.status_code == 422 and "may say more than they wish" in too_much.content.decode()
    once = str(uuid.uuid4())
    for _each in range(2):
        assert (
            desk.post(said, {"kind": "answer", "words": "She will be there.", "once": once}).status_code
            == 302
        )
    with cast.acting(cast.CM1):  # what we say back stands in the accounting as well, once
        assert {each.text for each in queries.disclosures(person)} == {"She will be there.", TEXT}
        assert len(queries.disclosures(person)) == 2
    assert "She will be there." in page(alder, f"/shared/{item}/")
    (reply,) = re.findall(r'name="reply" value="([^"]+)"', desk.get(said).content.decode())
    assert desk.post(taken_in, {"reply": reply}).status_code == 302
    assert "Partners answered" not in desk.get("/").content.decode()


@pytest.mark.parametrize(
    ("kind", "words", "status"),
    [("unclear", "", 302), ("not_now", "", 302), ("update", "It goes well.", 302), ("ask", "", 422),
     ("", "", 422), ("", "Only words.", 302), ("story", "x", 422)],
)  # fmt: skip
def test_what_may_be_said(kind: str, words: str, status: int) -> None:
    person, agency = lantern(), clinic()
    _sent, item = shared(person, agency)
    answer = seated(agency).post(f"/shared/{item}/", kind=kind, words=words)
    assert answer.status_code == status
    assert status == 302 or not words or words in answer.content.decode()


def test_a_double_click_says_it_once() -> None:
    person, agency = lantern(), clinic()
    sent, item = shared(person, agency)
    alder, once = seated(agency), str(uuid.uuid4())
    for _each in range(2):
        assert alder.post(f"/shared/{item}/", kind="accept", once=once).status_code == 302
    with cast.acting(cast.CM1):
        found = queries.conversation(person, sent.pk)
        assert found is not None and len(found.replies.all()) == 1


def test_nobody_answers_under_another_s_reference() -> None:
    person, agency = lantern(), clinic()
    sent, item = shared(person, agency)
    other_sent, other_item = shared(person, agency, text="Something else.", release=Release())
    alder, once = seated(agency), str(uuid.uuid4())
    alder.post(f"/shared/{item}/", kind="accept", once=once)
    assert alder.post(f"/shared/{other_item}/", kind="not_now", once=once).status_code == 404
    with cast.acting(cast.CM1):
        assert not queries.conversation(person, other_sent.pk).replies.all()
        assert [each.kind for each in queries.conversation(person, sent.pk).replies.all()] == ["accept"]


def test_a_partner_reads_the_same_last_day_as_we_do() -> None:
    person, agency = lantern(), clinic()
    _sent, item = shared(person, agency, days=20)
    told = re.search(r'last day <time datetime="([^"]+)"', page(seated(agency), f"/shared/{item}/"))
    ours = cast.signed_in(cast.CM1).get(f"/people/{person}/sharing/moves/").content.decode()
    here = re.search(r'until <time datetime="([^"]+)"', ours)
    assert told and here
    assert told[1] == here[1]


# It ends at once ------------------------------------------------------------------------------------------


def test_a_spoken_word_empties_the_page_on_the_next_request() -> None:
    person, agency = lantern(), clinic()
    sent, item = shared(person, agency)
    alder = seated(agency)
    alder.post(f"/shared/{item}/", kind="update", words="We made room on Friday.")
    assert TEXT in page(alder)
    cast.signed_in(cast.CM1).post(f"/people/{person}/sharing/{sent.release_id}/stop/", {"how": "spoken"})
    assert TEXT not in page(alder)
    assert alder.get(f"/shared/{item}/").status_code == 404
    assert alder.post(f"/shared/{item}/", kind="accept").status_code == 404
    # The copy's words and keys are gone for good; what the partner said stays with her.
    assert raw("select octet_length(text), held from shared.consent_shareditem") == [(0, False)]
    assert raw("select * from shared.consent_sharedkey") == []
    with cast.acting(cast.CM1) as by:
        assert [each.words for each in queries.new_replies()] == ["We made room on Friday."]
        with pytest.raises(NoWayOut):
            actions.answer_partner(
                by=by, participant=person, disclosure=sent.pk, reply=uuid.uuid4(), kind="answer", words="x"
            )


def test_it_ends_by_itself_and_the_house_empties_it() -> None:
    person, agency = lantern(), clinic()
    _sent, item = shared(person, agency, days=3)
    alder = seated(agency)
    ClockSetting.set_to(clock.now() + timedelta(days=5), running=False)
    assert TEXT not in page(alder)
    assert alder.get(f"/shared/{item}/").status_code == 404
    assert raw("select count(*) from shared.consent_sharedkey") == [(2,)]
    with cast.acting(cast.CM1), connection.cursor() as cursor:
        with pytest.raises(Exception, match=r"permission denied|house"):
            cursor.execute("savepoint s")
            cursor.execute("select core.empty_what_ended()")
        cursor.execute("rollback to savepoint s")


@pytest.mark.parametrize("how", ["hold", "wish"])
def test_what_is_held_is_out_of_sight_and_comes_back(how: str) -> None:
    person, agency = lantern(), clinic()
    shared(person, agency)
    alder = seated(agency)
    with cast.acting(cast.CM1) as by:
        if how == "hold":
            actions.pause_sharing(by=by, participant=person)
        else:
            told = {"program": uuid.uuid4(), "agency": agency, "name": "", "wish": "do_not"}
            actions.save_program(by=by, participant=person, **told)
    assert TEXT not in page(alder)
    with cast.acting(cast.CM1) as by:
        if how == "hold":
            actions.resume_sharing(by=by, participant=person)
        else:
            actions.save_wish(by=by, participant=person, program=told["program"], wish="together")
    assert TEXT in page(alder)


@pytest.mark.parametrize("how", ["gone", "another", "ended", "police"])
def test_whoever_is_no_contact_any_more_is_out_at_once(how: str) -> None:
    person, agency = lantern(), clinic()
    shared(person, agency)
    alder = seated(agency)
    assert TEXT in page(alder)
    with cast.acting(cast.CM1) as by:
        if how == "gone":
            end_point_of_contact(by=by, contact=alder.contact)
        elif how == "another":
            add_point_of_contact(by=by, contact=uuid.uuid4(), agency=agency, name="Mr. Beech")
        elif how == "ended":
            end_partnership(by=by, agency=agency)
        else:
            save_agency(by=by, agency=agency, told=Described("Legal clinic", kind="law_enforcement"))
    assert alder.get("/").headers["Location"].startswith("/sign-in/")
    theirs = raw("select name from access.access_session where door = 'workspace' and account_id is not null")
    assert theirs == []
    with workspace():
        answer = alder.client.post("/sign-in/", {"login": "alder", "password": PASSWORD})
    assert answer.status_code != 302
