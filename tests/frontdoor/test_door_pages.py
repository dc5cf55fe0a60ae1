"""The pages of the front door, from outside: who may come in, and that nothing typed is lost."""

import uuid

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from alongside.drafts.actions import save_draft
from alongside.drafts.models import Draft
from alongside.frontdoor.models import Contact, EarlierWords
from alongside.trail.models import TrailEntry
from tests import cast
from tests.frontdoor.make import WHISPERED, a_call, a_visit

ANYTHING = ("አማርኛ ትግርኛ مرحبا d'Eau “x” <b>&amp;</b> 🌱\n\n" * 600)[:20_000]
MAY = {
    "frontdoor:call": {cast.ON_CALL, cast.SUPERVISOR},
    "frontdoor:visit": {cast.DROP_IN, cast.SUPERVISOR},
    "frontdoor:contacts": {cast.ON_CALL, cast.DROP_IN, cast.SUPERVISOR},
}


def only(member: cast.Member = cast.SUPERVISOR) -> Contact:
    """The one contact there is."""
    with cast.acting(member):
        row = Contact.objects.select_related("site").get()
        _ = row.words  # opened while there is somebody who may
        return row


@pytest.mark.parametrize("name", MAY)
@pytest.mark.parametrize("member", cast.CAST)
def test_each_page_opens_to_those_at_the_door(name: str, member: cast.Member) -> None:
    answer = cast.signed_in(member).get(reverse(name))
    assert answer.status_code == (200 if member in MAY[name] else 403)


@pytest.mark.parametrize("step", ["contact", "amend", "alias", "join", "part", "assign", "start"])
@pytest.mark.parametrize(
    "member", [each for each in cast.CAST if each not in (cast.ON_CALL, cast.SUPERVISOR)]
)
def test_a_stranger_comes_to_no_contact(step: str, member: cast.Member) -> None:
    where = reverse(f"frontdoor:{step}", args=[a_call()])
    client = cast.signed_in(member)
    for answer in (client.get(where), client.post(where, {"words": "x", "need": "x", "alias": "x"})):
        assert answer.status_code in (403, 404, 405)
        assert WHISPERED not in answer.content.decode()
    assert only().participant_id is None


def test_nobody_is_asked_to_sign_in() -> None:
    for name in MAY:
        answer = cast.nobody().get(reverse(name))
        assert answer.status_code == 302 and "next=" in answer["Location"]


def test_a_call_is_kept_with_everything_blank() -> None:
    client = cast.signed_in(cast.ON_CALL)
    answer = client.post(reverse("frontdoor:call"), {}, follow=True)
    assert "Saved: anonymous contact, Jan 6, 2 AM" in answer.content.decode()
    row = only()
    assert (row.words, row.door, row.by_id, row.participant_id) == ("", "call", cast.ON_CALL.id, None)


def test_a_call_as_it_is_written_at_two_in_the_morning() -> None:
    client = cast.signed_in(cast.ON_CALL)
    client.post(reverse("frontdoor:call"), {"words": WHISPERED, "do_not_call_back": "on"})
    page = client.get(reverse("frontdoor:contacts")).content.decode()
    assert "Anonymous contact, Jan 6, 2 AM" in page and WHISPERED in page and "Do not call back" in page


def test_a_visit_has_the_site_of_its_worker() -> None:
    cast.signed_in(cast.DROP_IN).post(reverse("frontdoor:visit"), {"words": "tea"})
    row = only()
    assert row.door == "visit" and row.site is not None and row.site.name == cast.SITE


def test_a_double_click_keeps_one_call() -> None:
    client = cast.signed_in(cast.ON_CALL)
    sent = {"words": "once", "once": str(uuid.uuid4())}
    first, second = (client.post(reverse("frontdoor:call"), sent) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert only().words == "once"


def test_a_reference_of_somebody_elses_loses_no_word() -> None:
    theirs = a_call(member=cast.SUPERVISOR)
    client = cast.signed_in(cast.ON_CALL)
    answer = client.post(reverse("frontdoor:call"), {"words": "mine", "once": str(theirs)})
    assert answer.status_code == 422 and "mine" in answer.content.decode()
    assert str(theirs) not in answer.content.decode()


def test_any_words_come_back_as_they_were_written() -> None:
    client = cast.signed_in(cast.ON_CALL)
    client.post(reverse("frontdoor:call"), {"words": ANYTHING})
    row = only()
    assert row.words == ANYTHING
    page = client.get(reverse("frontdoor:contact", args=[row.pk])).content.decode()
    assert "<br>".join(escape(line) for line in ANYTHING.split("\n")) in page


def test_a_time_still_to_come_is_asked_about_kindly() -> None:
    client = cast.signed_in(cast.ON_CALL)
    answer = client.post(reverse("frontdoor:call"), {"words": "kept here", "at": "2027-01-06T02:30"})
    assert answer.status_code == 422 and "kept here" in answer.content.decode()
    client.post(reverse("frontdoor:call"), {"words": "kept here", "at": "2027-01-06T01:30"})
    assert only().at.isoformat() == "2027-01-06T07:30:00+00:00"


def test_asking_about_another_person_has_no_place_for_who_that_is() -> None:
    client = cast.signed_in(cast.ON_CALL)
    answer = client.post(reverse("frontdoor:call"), {"words": "a neighbor", "turn": "another"})
    page = answer.content.decode()
    assert answer.status_code == 200 and "a neighbor" in page and "what we passed on" in page
    assert not set(answer.context["form"].fields) & {"name", "alias", "who", "person", "participant"}
    fields = {field.name for field in Contact._meta.get_fields()}
    assert not [name for name in fields if "name" in name]
    client.post(reverse("frontdoor:call"), {"words": "a neighbor", "asked_by_other": "on"})
    row = only()
    assert row.asked_by_other
    back = reverse("frontdoor:alias", args=[row.pk])
    assert client.get(back).status_code == 404


def test_the_number_to_pass_on_is_the_agencys() -> None:
    assert "555-0100" in cast.signed_in(cast.ON_CALL).get(reverse("frontdoor:call")).content.decode()


def test_a_draft_comes_back_and_goes_when_the_call_is_kept() -> None:
    with cast.acting(cast.ON_CALL) as by:
        save_draft(by=by, form="frontdoor.call:new", fields={"words": ["half a sent"]})
    client = cast.signed_in(cast.ON_CALL)
    assert "half a sent" in client.get(reverse("frontdoor:call")).content.decode()
    client.post(reverse("frontdoor:call"), {"words": "half a sentence"})
    with cast.acting(cast.ON_CALL):
        assert not Draft.objects.exists()


def test_the_list_shows_my_words_and_others_times_alone() -> None:
    a_call("said to the supervisor", member=cast.SUPERVISOR)
    a_call("said to me")
    page = cast.signed_in(cast.ON_CALL).get(reverse("frontdoor:contacts")).content.decode()
    assert "said to me" in page and "Jan 6, 2 AM" in page
    assert "said to the supervisor" not in page
    everything = cast.signed_in(cast.SUPERVISOR).get(reverse("frontdoor:contacts")).content.decode()
    assert "said to me" in everything and "said to the supervisor" in everything


def test_queries_of_the_list_do_not_grow() -> None:
    client = cast.signed_in(cast.ON_CALL)
    a_call()
    _queries(client)  # the first page of a session writes that it has begun
    few = _queries(client)
    for _ in range(25):
        a_call()
        a_call(member=cast.SUPERVISOR)
    assert _queries(client) <= max(few, 8)
    assert few <= 8, few


def _queries(client: Client) -> int:
    with CaptureQueriesContext(connection) as caught:
        client.get(reverse("frontdoor:contacts"))
    counted = [
        each["sql"]
        for each in caught
        if not each["sql"].lower().startswith(("savepoint", "release", "select set_config", "set "))
    ]
    return len(counted)


def test_words_are_put_right_and_what_stood_before_is_kept() -> None:
    contact = a_call("three children")
    client = cast.signed_in(cast.ON_CALL)
    client.post(reverse("frontdoor:amend", args=[contact]), {"words": "two children", "version": "1"})
    with cast.acting(cast.ON_CALL):
        assert Contact.objects.get().words == "two children"
        assert EarlierWords.objects.get().words == "three children"
    page = client.get(reverse("frontdoor:contact", args=[contact])).content.decode()
    assert "two children" in page and "three children" in page


def test_two_windows_overwrite_nothing() -> None:
    contact = a_call("first")
    where = reverse("frontdoor:amend", args=[contact])
    client = cast.signed_in(cast.ON_CALL)
    client.post(where, {"words": "second", "version": "1"})
    answer = client.post(where, {"words": "third", "version": "1"})
    page = answer.content.decode()
    assert answer.status_code == 409 and "second" in page and "third" in page
    assert only().words == "second"
    client.post(where, {"words": "third", "version": "2"})
    assert only().words == "third"


def test_others_amend_nothing_not_even_a_supervisor() -> None:
    where = reverse("frontdoor:amend", args=[a_call()])
    assert cast.signed_in(cast.SUPERVISOR).post(where, {"words": "x"}).status_code == 404
    assert only().words == WHISPERED


def test_opening_a_contact_is_noted() -> None:
    contact = a_call()
    cast.signed_in(cast.SUPERVISOR).get(reverse("frontdoor:contact", args=[contact]))
    with cast.acting(cast.SUPERVISOR):
        assert TrailEntry.objects.filter(act="open_contact", ref=contact, outcome="looked").exists()


def test_a_visit_page_keeps_a_draft_of_its_own() -> None:
    assert (
        "frontdoor.visit:new" in cast.signed_in(cast.DROP_IN).get(reverse("frontdoor:visit")).content.decode()
    )
    a_visit()
    page = cast.signed_in(cast.DROP_IN).get(reverse("frontdoor:contacts")).content.decode()
    assert "Came in out of the rain." in page
