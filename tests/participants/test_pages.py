"""What is written about a participant: who may, what is kept, what is shown when two people write at once."""

import uuid
from typing import Any

import pytest

from alongside.participants import queries
from alongside.participants.actions import write_details
from alongside.participants.choices import State
from alongside.participants.finding import found_by_alias
from alongside.participants.models import ContactPoint, Details, Participant
from tests import cast
from tests.desk import make

PAGES = ["about/", "alias/", "state/", "team/", "reaching/", "reaching/new/"]
LONG = "ሰላም أهلًا 🕯 d'accord " * 870


@pytest.mark.parametrize("page", PAGES)
def test_a_stranger_finds_nothing(page: str) -> None:
    person = make.person()
    assert cast.signed_in(cast.CM3).get(f"/people/{person}/{page}").status_code == 404
    for member in (cast.ON_CALL, cast.DROP_IN, cast.DIRECTOR, cast.CUSTODIAN, cast.ADMIN, cast.ADVISER):
        assert cast.signed_in(member).get(f"/people/{person}/{page}").status_code == 403
    assert cast.nobody().get(f"/people/{person}/{page}").status_code == 302


@pytest.mark.parametrize("page", [*PAGES[:-2], "reaching/new/", "under-18/"])
def test_a_stranger_writes_nothing(page: str) -> None:
    person = make.person()
    sent = {"alias": "Stolen", "helps": "x", "state": "closed", "address": "1", "under_18": "yes"}
    assert cast.signed_in(cast.CM3).post(f"/people/{person}/{page}", sent).status_code == 404
    with cast.acting(cast.CM1):
        stands = Participant.objects.get(pk=person)
        assert (stands.alias, stands.state, stands.under_18) == ("Lantérn", State.ACTIVE, "")
        assert not Details.objects.exists()
        assert not ContactPoint.objects.exists()


def test_their_words_come_back_as_they_were_said() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    answer = client.post(f"/people/{person}/about/", {"helps": LONG, "pronouns": "هي", "version": "0"})
    assert answer.status_code == 302
    page = client.get(f"/people/{person}/about/").content.decode()
    assert "ሰላም أهلًا 🕯 d&#39;accord" in page
    with cast.acting(cast.CM2):
        assert Details.objects.get().helps == LONG


def test_two_people_writing_at_once_see_both() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    page = client.get(f"/people/{person}/about/").content.decode()
    assert 'name="version" value="0"' in page
    with cast.acting(cast.CM2) as by:
        write_details(by=by, participant=person, helps="silence")
    answer = client.post(f"/people/{person}/about/", {"helps": "tea", "version": "0"})
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "silence" in shown
    assert "tea" in shown
    assert "Case manager 2" in shown
    assert 'name="version" value="1"' in shown
    assert client.post(f"/people/{person}/about/", {"helps": "tea", "version": "1"}).status_code == 302
    with cast.acting(cast.CM1):
        assert Details.objects.get().helps == "tea"


def test_another_alias_is_found_and_the_first_is_not() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    assert client.post(f"/people/{person}/alias/", {"alias": " "}).status_code == 422
    assert client.post(f"/people/{person}/alias/", {"alias": "Noor"}).status_code == 302
    with cast.acting(cast.CM1) as actor:
        assert [each.pk for each in found_by_alias(actor, "noo")] == [person]
        assert found_by_alias(actor, "lantern") == []


RULE = {
    "channel": "text",
    "address": "555-0199",
    "may_text": "yes",
    "may_call": "no",
    "until_time": "18:00",
    "code_word": "maple leaf",
    "preferred": "on",
}


def test_a_way_to_reach_them_is_kept_shown_taken_away_and_back() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    once = str(uuid.uuid4())
    for _click in range(2):
        sent = {**RULE, "once": once}
        assert client.post(f"/people/{person}/reaching/new/", sent).status_code == 302
    with cast.acting(cast.CM1):
        point = ContactPoint.objects.get()
    assert "Text only, before 6 PM." in client.get(f"/people/{person}/").content.decode()
    assert "maple leaf" in client.get(f"/people/{person}/reaching/").content.decode()
    assert client.post(f"/people/{person}/reaching/{point.pk}/remove/").status_code == 302
    page = client.get(f"/people/{person}/reaching/").content.decode()
    assert f"/people/{person}/reaching/{point.pk}/restore/" in page
    assert "Nobody has told us" in page
    client.post(f"/people/{person}/reaching/{point.pk}/restore/")
    assert "Text only, before 6 PM" in client.get(f"/people/{person}/reaching/").content.decode()
    assert client.post(f"/people/{person}/reaching/{point.pk}/safe/").status_code == 302
    other = make.person("Maple")
    assert client.post(f"/people/{other}/reaching/{point.pk}/remove/").status_code == 404


def test_a_rule_changed_meanwhile_shows_both() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    client.post(f"/people/{person}/reaching/new/", RULE)
    with cast.acting(cast.CM1):
        point = ContactPoint.objects.get()
    address = f"/people/{person}/reaching/{point.pk}/"
    assert (
        cast.signed_in(cast.CM2).post(address, {**RULE, "until_time": "12 pm", "version": "1"}).status_code
        == 302
    )
    answer = client.post(address, {**RULE, "until_time": "20:00", "version": "1"})
    assert answer.status_code == 409
    assert "before noon" in answer.content.decode()
    assert 'value="20:00"' in answer.content.decode()
    assert client.post(address, {**RULE, "until_time": "20:00", "version": "2"}).status_code == 302


def test_an_hour_that_is_none_keeps_every_word() -> None:
    person = make.person()
    sent = {**RULE, "until_time": "after supper", "say": "from the library"}
    answer = cast.signed_in(cast.CM1).post(f"/people/{person}/reaching/new/", sent)
    assert answer.status_code == 422
    for words in ("after supper", "from the library", "maple leaf"):
        assert words in answer.content.decode()


def test_any_state_follows_any_other_and_a_double_click_counts_once() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    for state in ("closed", "waiting", "paused", "contact", "active"):
        once = str(uuid.uuid4())
        for _click in range(2):
            sent = {"state": state, "words": f"words of {state}", "once": once, "go_on": "yes"}
            assert client.post(f"/people/{person}/state/", sent).status_code == 302
    page = client.get(f"/people/{person}/state/").content.decode()
    for state in ("closed", "waiting", "paused", "contact", "active"):
        assert page.count(f"words of {state}") == 1
    assert "back again" in page
    assert client.post(f"/people/{person}/state/", {"state": "nonsense"}).status_code == 422


def _team(client: Any, person: uuid.UUID, member: cast.Member, part: str) -> Any:
    return client.post(f"/people/{person}/team/", {"staff": str(member.id), "part": part})


def test_a_second_case_manager_is_a_transfer_and_kindly_said() -> None:
    person = make.person(case_manager=None, backup=None)
    client = cast.signed_in(cast.SUPERVISOR)
    assert "trafficking training not recorded" in client.get(f"/people/{person}/team/").content.decode()
    assert _team(client, person, cast.CM1, "case_manager").status_code == 302
    offered = _team(client, person, cast.CM3, "case_manager").headers["Location"]
    assert offered == f"/people/{person}/transfer/new/?to={cast.CM3.id}"
    assert "Transfer to another case manager" in client.get(offered).content.decode()
    assert "A backup is somebody else" in _team(client, person, cast.CM1, "backup").content.decode()
    assert "does not work as a case manager" in _team(client, person, cast.DROP_IN, "backup").content.decode()
    assert _team(client, person, cast.CM2, "backup").status_code == 302
    with cast.acting(cast.SUPERVISOR):
        team = queries.team(person)
        assert team.case_manager and team.case_manager.staff_id == cast.CM1.id
        assert team.backup and team.backup.staff_id == cast.CM2.id
    answer = _team(cast.signed_in(cast.CM2), person, cast.CM3, "case_manager")
    assert answer.status_code in (403, 422)
    assert cast.signed_in(cast.CM1).post(f"/people/{person}/team/end/", {"part": "backup"}).status_code == 403


def test_one_sentence_opens_the_door_and_none_is_asked_for_kindly() -> None:
    client = cast.signed_in(cast.CM1)
    once = str(uuid.uuid4())
    answer = client.post("/people/new/", {"alias": "Noor", "need": "", "start": "yes", "once": once})
    assert answer.status_code == 422
    assert "One sentence in their own words" in answer.content.decode()
    assert "Noor" in answer.content.decode()
    for _click in range(2):
        sent = {"alias": "Noor", "need": "my tooth", "start": "yes", "once": once}
        answer = client.post("/people/new/", sent)
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/people/{once}/")
    with cast.acting(cast.CM1):
        person = Participant.objects.get()
        assert (person.state, person.case_manager_id) == (State.ACTIVE, cast.CM1.id)
    assert "my tooth" in client.get(f"/people/{once}/").content.decode()


def test_an_alias_alone_stays_in_contact() -> None:
    client = cast.signed_in(cast.CM1)
    assert client.post("/people/new/", {"alias": "Noor", "start": ""}).status_code == 302
    with cast.acting(cast.CM1):
        assert Participant.objects.get().state == State.CONTACT
    supervisor = cast.signed_in(cast.SUPERVISOR)
    answer = supervisor.post("/people/new/", {"alias": "Cedar", "need": "a bus pass", "start": "yes"})
    assert answer.headers["Location"].endswith("/team/")
    assert cast.signed_in(cast.ON_CALL).get("/people/new/").status_code == 403


def test_the_tick_closes_nothing() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    assert client.post(f"/people/{person}/under-18/", {"under_18": "yes"}).status_code == 302
    with cast.acting(cast.CM1):
        assert Participant.objects.get(pk=person).under_18 == "yes"
    assert client.get(f"/people/{person}/").status_code == 200


def test_what_was_begun_is_there_again() -> None:
    person = make.person()
    client = cast.signed_in(cast.CM1)
    key = f"participants.about:{person}"
    client.post("/drafts/", {"key": key, "fields": '{"helps": ["half a sen"], "version": ["0"]}'})
    page = client.get(f"/people/{person}/about/").content.decode()
    assert "half a sen" in page
    assert "You had begun this" in page
    client.post(f"/people/{person}/about/", {"helps": "a sentence", "version": "0"})
    assert "half a sen" not in client.get(f"/people/{person}/about/").content.decode()
