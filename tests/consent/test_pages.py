"""Permissions & sharing at the staff door: giving, stopping, sending, wishes, words and the moment of contact."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from alongside import clock
from alongside.consent import actions, queries
from alongside.consent.models import Disclosure, Release
from alongside.consent.queries import wording_now
from tests import cast
from tests.consent.make import TEXT, clinic, released
from tests.consent.test_gate import exception
from tests.desk.counting import counted
from tests.people import lantern

STRANGERS = [
    (cast.CM3, 404), (cast.ON_CALL, 403), (cast.DROP_IN, 403), (cast.DIRECTOR, 403), (cast.ADMIN, 403),
    (cast.CUSTODIAN, 403), (cast.ADVISER, 403), (cast.PRACTICE, 403), (None, 302),
]  # fmt: skip


def page_of(person: uuid.UUID, more: str = "", client: Client | None = None) -> str:
    return (client or cast.signed_in(cast.CM1)).get(f"/people/{person}/sharing/{more}").content.decode()


def yes(agency: uuid.UUID | None, **other: Any) -> dict[str, Any]:
    with cast.acting(cast.CM1):
        wording = str(wording_now("en").pk)
    return {
        "wording": wording,
        "information": ["first_contact", "language", "need"],
        "purpose": "legal",
        "methods": ["letter"],
        "ends_on": str(clock.today() + timedelta(days=88)),
        "told": ["risks", "withdraw", "voluntary"],
        "how": "screen",
        "mark": "ላ",
    } | other


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_learns_nothing_and_stops_nothing(member: cast.Member | None, status: int) -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency)
    client = cast.signed_in(member) if member else cast.nobody()
    for method, more in (
        ("get", ""), ("get", f"{release.pk}/"), ("post", f"{release.pk}/stop/"), ("post", "hold/"),
        ("get", f"letter/?under={release.pk}"), ("get", f"new/?to={agency}"), ("get", "moves/print/"),
    ):  # fmt: skip
        answer = getattr(client, method)(f"/people/{person}/sharing/{more}")
        assert answer.status_code == status, more
        assert "Legal clinic" not in answer.content.decode()
    with cast.acting(cast.CM1):
        assert Release.objects.get().withdrawn_at is None
        assert not Disclosure.objects.exists()


def test_a_yes_is_kept_with_the_version_that_was_read() -> None:
    person, agency = lantern(), clinic(their_limits="their own files", our_limits="where she sleeps")
    client = cast.signed_in(cast.CM1)
    address = f"/people/{person}/sharing/new/?to={agency}"
    page = "".join(client.get(f"{address}&step={step}").content.decode() for step in range(3))
    for words in (
        "Ms. Alder",
        "their own files",
        "where she sleeps",
        "their own lawyer",
        "you get the same help",
    ):
        assert words in page, words
    once = str(uuid.uuid4())
    for _click in range(2):
        answer = client.post(
            address, yes(agency, once=once, exactly="her name here: L", interpreter="by phone")
        )
        assert answer.status_code == 302, answer.content.decode()
    with cast.acting(cast.CM1):
        kept = Release.objects.get()
        assert (str(kept.pk), kept.exactly, kept.wording.version) == (once, "her name here: L", 1)
        assert kept.signers.get().mark == "ላ"
    page = client.get(answer.headers["Location"]).content.decode()
    for words in ("88 days left", "ላ", "by phone", "First contact", "version 1"):
        assert words in page, words
    assert "Permission to share" in client.get(f"/people/{person}/").content.decode()


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"information": []}, "what may be shared"),
        ({"purpose": ""}, "what it is for"),
        ({"methods": []}, "how it may be shared"),
        ({"ends_on": "2031-01-01"}, "within 90 days"),
        ({"exactly": "everything"}, "names everything"),
        ({"information": ["first_contact", "health"], "exactly": ""}, "Write which health, legal or family"),
        ({"told": ["risks"]}, "Before they sign"),
        ({"mark": ""}, "mark is needed"),
        ({"second_part": "parent", "second_mark": "x"}, "answer this"),
        ({"second_part": "parent", "second_mark": "x", "may_have_harmed": "yes"}, "cannot sign"),
    ],
)
def test_what_does_not_fit_is_said_kindly_and_loses_no_word(other: dict[str, Any], words: str) -> None:
    person, agency = lantern(), clinic()
    told = yes(agency, not_shared="never my number") | other
    answer = cast.signed_in(cast.CM1).post(f"/people/{person}/sharing/new/?to={agency}", told)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert "never my number" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert not Release.objects.exists()


def test_each_kind_of_partner_begins_from_its_own_default() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    checked = re.compile(r'name="information"[^>]*\schecked')
    for name, kind, many, words in (
        ("Police", "law_enforcement", 0, "we share nothing unless"),
        ("Prosecutor", "prosecutor", 0, "we share nothing unless"),
        ("Legal clinic", "attorney", 2, "their own lawyer"),
        ("Shelter", "shelter", 2, ""),
    ):
        page = client.get(f"/people/{person}/sharing/new/?to={clinic(name, kind)}").content.decode()
        assert len(checked.findall(page)) == many, name
        assert words in page
    assert "their own lawyer" not in page and "we share nothing unless" not in page


def test_stop_is_two_clicks_and_holds_on_the_next_request() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency, days=5)
    client = cast.signed_in(cast.CM1)
    page = page_of(person, client=client)
    assert "Ends soon" in page and "5 days left" in page
    assert f'action="/people/{person}/sharing/{release.pk}/stop/"' in page  # open it, then yes
    told = {"information": ["first_contact"], "purpose": "legal", "text": TEXT, "do": "look"}
    letter = f"/people/{person}/sharing/letter/?under={release.pk}"
    look = client.post(letter, told).content.decode()
    sending = told | {"do": "send", "previewed": re.search(r'name="previewed" value="(\w+)"', look)[1]}  # type: ignore[index]
    client.post(f"/people/{person}/sharing/{release.pk}/stop/", {"words": "በቃ"})
    answer = client.post(letter, sending)
    assert answer.status_code == 409
    assert "have stopped this permission" in answer.content.decode()
    with cast.acting(cast.CM1):
        assert not Disclosure.objects.exists()
        assert Release.objects.get().withdrawn_words == "በቃ"
    page = page_of(person, client=client)
    assert "Stopped by participant" in page and "None is live" in page


def test_after_a_stop_the_other_side_is_asked_in_writing_and_named_nothing() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency)
    client = cast.signed_in(cast.CM1)
    letter = f"/people/{person}/sharing/letter/?under={release.pk}"
    told = {"information": ["first_contact"], "purpose": "legal", "text": TEXT, "do": "look"}
    look = client.post(letter, told).content.decode()
    told |= {"do": "send", "previewed": re.search(r'name="previewed" value="(\w+)"', look)[1]}  # type: ignore[index]
    went = client.post(letter, told)
    assert went.status_code == 302
    assert TEXT in client.get(went.headers["Location"] + "print/").content.decode()
    client.post(f"/people/{person}/sharing/{release.pk}/stop/")
    assert client.get(went.headers["Location"] + "print/").status_code == 302
    assert "Ask Legal clinic to stop using it" in page_of(person, client=client)
    assert "Stopped: ask Legal clinic" in client.get("/").content.decode()
    paper = client.post(f"/people/{person}/sharing/{release.pk}/ask-to-stop/", follow=True).content.decode()
    assert "They took that yes back. It ended on January 6, 2027." in paper and "written by hand" in paper
    assert "Call us: 555-0100." in paper and "{" not in re.sub(r"<[^>]+>", "", paper)
    assert "Lantérn" not in paper
    assert "Stopped: ask Legal clinic" not in client.get("/").content.decode()


def test_sending_is_off_with_its_reason_until_there_is_a_yes_and_sends_what_was_seen() -> None:
    person, agency = lantern(), clinic(our_limits="where she sleeps", their_limits="their files")
    client = cast.signed_in(cast.CM1)
    letter = f"/people/{person}/sharing/letter/?to={agency}"
    told = {"information": ["first_contact"], "purpose": "legal", "text": TEXT, "do": "look"}
    look = client.post(letter, told).content.decode()
    assert "no permission for this yet" in look and re.search(r'value="send"[^>]*disabled', look)
    assert "where she sleeps" in look and "their files" in look
    seen = re.search(r'name="previewed" value="(\w+)"', look)[1]  # type: ignore[index]
    assert client.post(letter, told | {"do": "send", "previewed": seen}).status_code == 409
    released(person, agency)
    look = client.post(letter, told).content.decode()
    assert not re.search(r'value="send"[^>]*disabled', look)
    changed = client.post(letter, told | {"do": "send", "previewed": seen, "text": TEXT + " And more."})
    assert changed.status_code == 409 and "has changed since" in changed.content.decode()
    once = str(uuid.uuid4())
    for _click in range(2):
        assert client.post(letter, told | {"do": "send", "previewed": seen, "once": once}).status_code == 302
    with cast.acting(cast.CM1):
        kept = Disclosure.objects.get()
        assert (kept.text, kept.to) == (TEXT, "Legal clinic (Ms. Alder)")
    assert "Legal clinic (Ms. Alder)" in page_of(person, client=client)
    assert "Legal clinic (Ms. Alder)" in page_of(person, "moves/print/", client)


def test_words_that_say_too_much_are_named_before_sending() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency)
    with cast.acting(cast.CM1) as by:
        actions.save_cover_words(
            by=by,
            participant=person,
            cover=uuid.uuid4(),
            introduce="Riverbend, about an appointment",
            never="Elm",
        )
    client = cast.signed_in(cast.CM1)
    letter = f"/people/{person}/sharing/letter/?under={release.pk}"
    assert "Riverbend, about an appointment" in client.get(letter).content.decode()
    text = "A survivor who lives on Elm."
    told = {"information": ["first_contact"], "purpose": "legal", "text": text, "do": "look"}
    look = client.post(letter, told).content.decode()
    assert "may say more than they wish" in look and '<b dir="auto">survivor</b>' in look and ">Elm<" in look
    told |= {"do": "send", "previewed": re.search(r'name="previewed" value="(\w+)"', look)[1]}  # type: ignore[index]
    assert client.post(letter, told).status_code == 422
    assert client.post(letter, told | {"knowing": "yes"}).status_code == 302


def test_a_program_they_know_is_not_contacted_until_they_say_yes() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    new = f"/people/{person}/sharing/programs/new/"
    assert client.post(new, {"name": ""}).status_code == 422
    client.post(new, {"name": "a pantry", "reach": "555-0188"})
    with cast.acting(cast.CM1):
        (program,) = queries.programs(person)
    contact = f"/people/{person}/sharing/programs/{program.pk}/contact/"
    wish = f"/people/{person}/sharing/programs/{program.pk}/wish/"
    for said, shown in (("", False), ("together", True), ("do_not", False), ("not_sure", False)):
        if said:
            client.post(wish, {"wish": said, "words": f"I said {said}"})
        assert ("555-0188" in client.get(contact).content.decode()) == shown, said
        page = page_of(person, client=client)
        assert (contact in page) == shown
        assert "555-0188" not in page
    assert all(f"I said {said}" in page for said in ("together", "do_not", "not_sure"))


def test_an_exception_goes_to_a_second_person_and_stands_on_their_today() -> None:
    person, agency = lantern(), clinic()
    client = cast.signed_in(cast.CM1)
    without = f"/people/{person}/sharing/without/"
    told: dict[str, Any] = {
        "agency": str(agency), "kind": "court_order", "reason": "Order 4", "information": ["first_contact"],
        "methods": ["letter"], "tell_first": "no", "purpose": "legal", "tell_first_why": "", "go_on": "yes",
    }  # fmt: skip
    answer = client.post(without, told)
    assert answer.status_code == 422 and "why they are not told first" in answer.content.decode()
    assert "34 USC 12291" in answer.content.decode()
    asked = client.post(without, told | {"tell_first_why": "they are not alone"}).headers["Location"]
    assert client.post(asked + "decide/", {"decision": "approved"}).status_code == 403
    assert asked in cast.signed_in(cast.SUPERVISOR).get("/").content.decode()
    cast.signed_in(cast.SUPERVISOR).post(asked + "decide/", {"decision": "approved"})
    letter = f"/people/{person}/sharing/letter/?without={asked.rstrip('/').rsplit('/')[-1]}"
    assert letter in client.get(asked).content.decode()
    sent = {"information": ["first_contact"], "purpose": "legal", "text": TEXT, "do": "look"}
    look = client.post(letter, sent).content.decode()
    sent |= {"do": "send", "previewed": re.search(r'name="previewed" value="(\w+)"', look)[1]}  # type: ignore[index]
    assert client.post(letter, sent).status_code == 302
    assert client.post(letter, sent | {"once": str(uuid.uuid4())}).status_code == 409
    assert "without a permission" in page_of(person, client=client)


def test_everything_can_stand_still() -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    client = cast.signed_in(cast.CM2)
    client.post(f"/people/{person}/sharing/hold/")
    assert "All sharing is paused" in page_of(person, client=client)
    assert "All sharing is paused at their wish" in page_of(person, f"letter/?to={agency}", client)
    client.post(f"/people/{person}/sharing/hold/", {"hold": "lift"})
    assert "All sharing is paused" not in page_of(person, client=client)


def test_the_agency_settles_times_words_and_kinds_and_old_ones_stay() -> None:
    person, agency = lantern(), clinic()
    before = released(person, agency)
    admin = cast.signed_in(cast.ADMIN)
    assert admin.post("/program/sharing/time/", {"most_days": "10", "usual_days": "20"}).status_code == 422
    rule = {
        "most_days": "100",
        "usual_days": "",
        "soon_days": "3",
        "stale_days": "30",
        "falls_back_on": "US-WA",
    }
    assert admin.post("/program/sharing/time/", rule).status_code == 302
    page = admin.get("/program/sharing/").content.decode()
    assert "Usually 90 days, 100 at the longest" in page and "RCW 70.123.076" in page
    paper = admin.get("/program/sharing/paper/en/").content.decode()
    assert "You choose. You can say no, and you get the same help." in paper
    admin.post("/program/sharing/paper/en/", {"title": "Release", "text": "Ours.", "version": "1"})
    stale = admin.post("/program/sharing/paper/en/", {"title": "Release", "text": "Other.", "version": "1"})
    assert stale.status_code == 409
    admin.post("/program/sharing/kinds/new/", {"name": "Pets"})
    client = cast.signed_in(cast.CM1)
    first, last = (page_of(person, f"new/?to={agency}&step={step}", client) for step in (0, 2))
    assert "Ours." in last and "Pets" in first
    assert "You choose. You can say no, and you get the same help." in page_of(
        person, f"{before.pk}/", client
    )
    assert cast.signed_in(cast.CM1).get("/program/sharing/").status_code == 403


@pytest.mark.parametrize("rows", [1, 12])
def test_the_page_takes_as_many_queries_with_many_rows(rows: int) -> None:
    person = lantern()
    for each in range(rows):
        agency = clinic(f"Agency {each}")
        released(person, agency)
        exception(person, agency)
        with cast.acting(cast.CM1) as by:
            actions.save_program(
                by=by, participant=person, program=uuid.uuid4(), agency=agency, wish="do_not"
            )
            actions.save_cover_words(by=by, participant=person, cover=uuid.uuid4(), who=f"Agency {each}")
    client = cast.signed_in(cast.CM1)
    page_of(person, client=client)
    with counted() as asked:
        assert client.get(f"/people/{person}/sharing/").status_code == 200
    assert len(asked) <= 19, "\n\n".join(asked)


def test_a_permission_that_ends_soon_says_on_today_how_many_days_are_left() -> None:
    released(lantern(), clinic(), days=3)
    page = cast.signed_in(cast.CM1).get("/").content.decode()
    assert "ends soon" in page and "days left" in page
    assert "ends soon" not in cast.signed_in(cast.CM3).get("/").content.decode()
