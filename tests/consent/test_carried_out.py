"""What goes out without their yes: carried out the way it names, once; they are told, and their own page says so."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from alongside import clock
from alongside.circle import actions as circle
from alongside.circle.models import Attendee
from alongside.consent.actions import ask_exception, decide_exception
from alongside.consent.actions.exceptions import Asked
from alongside.consent.models import Disclosure, LawfulException
from tests import cast
from tests.connection.test_strand_pages import STRANGERS
from tests.consent.make import TEXT, clinic, released
from tests.people import lantern


def asked(person: uuid.UUID, **told: Any) -> uuid.UUID:
    """An order that waits for a second person."""
    says: dict[str, Any] = {
        "kind": "court_order", "reason": "Order 4", "information": {"first_contact", "need"}, "methods": {"call"},
        "person": "Judge Ash, room 3", "purpose": "legal", "tell_first": "no", "tell_first_why": "not alone",
    }  # fmt: skip
    key = uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        ask_exception(by=by, participant=person, exception=key, asked=Asked(**says | told))
    return key


def approved(person: uuid.UUID, **told: Any) -> uuid.UUID:
    """An order that a second person agreed to."""
    key = asked(person, **told)
    with cast.acting(cast.SUPERVISOR) as by:
        decide_exception(by=by, participant=person, exception=key, decision="approved")
    return key


def told(client: Client, page: str, text: str = TEXT) -> Any:
    """Looked at, then kept as it was told."""
    says = {"information": ["first_contact"], "purpose": "legal", "text": text, "once": str(uuid.uuid4())}
    look = client.post(page, says | {"do": "look"}).content.decode()
    mark = re.search(r'name="previewed" value="(\w+)"', look)
    assert mark, look
    return client.post(page, says | {"do": "send", "previewed": mark[1]})


@pytest.mark.parametrize("how", ["call", "in_person", "message", "meeting", "letter"])
def test_it_is_carried_out_once_by_the_way_it_names(how: str) -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    key = approved(person, methods={how})
    shown = client.get(f"/people/{person}/sharing/without/{key}/").content.decode()
    (page,) = [each.replace("&amp;", "&") for each in re.findall(rf'href="([^"]*without={key}[^"]*)"', shown)]
    opened = client.get(page).content.decode()
    assert "without their yes" in opened.lower() and "Judge Ash" in opened
    assert told(client, page).status_code == 302
    with cast.acting(cast.CM1):
        went = Disclosure.objects.get(exception_id=key)
        assert (went.method, went.to, went.text) == (how, "Judge Ash, room 3", TEXT)
        assert went.way == {"letter": "letter", "message": "message"}.get(how, "spoken")
    assert told(client, page).status_code == 409  # once
    assert f"without={key}" not in client.get(f"/people/{person}/sharing/without/{key}/").content.decode()


def test_what_waits_for_a_second_person_stands_first_on_their_today() -> None:
    asked(lantern())
    page = cast.signed_in(cast.SUPERVISOR).get("/").content.decode().split("<main")[1]
    assert 0 < page.index("asks to share without a permission") < page.index("For me")


def test_what_was_approved_is_in_sight_and_nothing_else_can_be_ticked() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    key = approved(person, minimum="Only the day of the hearing.")
    page = client.get(f"/people/{person}/sharing/told/?without={key}&how=call").content.decode()
    assert "What was approved" in page and "Only the day of the hearing." in page
    assert re.findall(r'name="information" value="(\w+)"', page) == ["first_contact", "need"]
    assert "They see or hear it before it goes out." not in page
    assert "<title>A call - " in page


def test_a_way_it_does_not_name_stays_shut() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    key = approved(person)
    for page in (f"letter/?without={key}", f"told/?without={key}&how=message"):
        assert told(client, f"/people/{person}/sharing/{page}").status_code == 409
    with cast.acting(cast.CM1):
        assert not Disclosure.objects.exists()


def test_a_call_under_their_permission_is_kept_as_it_was_told() -> None:
    person, agency, client = lantern(), clinic(), cast.signed_in(cast.CM1)
    release = released(person, agency, methods=["call"])
    page = f"/people/{person}/sharing/told/?under={release.pk}&how=call"
    assert (
        page.replace("&", "&amp;") in client.get(f"/people/{person}/sharing/{release.pk}/").content.decode()
    )
    assert told(client, page).status_code == 302
    with cast.acting(cast.CM1):
        went = Disclosure.objects.get()
        assert (went.way, went.method, went.release_id) == ("spoken", "call", release.pk)


def test_their_own_page_says_what_a_law_ordered_whom_it_was_told_and_that_they_were_told() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    key = approved(person)
    told(client, f"/people/{person}/sharing/told/?without={key}&how=call")
    theirs = f"/people/{person}/sharing/moves/print/"
    page = client.get(theirs).content.decode()
    assert "Judge Ash, room 3" in page and "You did not say yes to this" in page
    assert "We told you about it" not in page
    day = clock.today() - timedelta(days=1)
    says = f"/people/{person}/sharing/without/{key}/told/"
    assert client.post(says, {"told_on": "not a day"}).status_code == 422
    assert client.post(says, {"told_on": day.isoformat()}).status_code == 302
    said = client.get(theirs).content.decode().split("<main")[1]
    assert "We told you about it" in said and "Today" not in said and str(day.year) in said
    with cast.acting(cast.CM1):
        kept = LawfulException.objects.get(pk=key)
        assert (kept.told_on, kept.told_by_id) == (day, cast.CM1.id)
    client.post(says, {"told_on": ""})
    assert "We told you about it" not in client.get(theirs).content.decode()


@pytest.mark.parametrize(("member", "status"), STRANGERS)
def test_a_stranger_carries_nothing_out_and_says_nothing(member: cast.Member, status: int) -> None:
    person = lantern()
    key = approved(person)
    stranger, here = cast.signed_in(member), f"/people/{person}/sharing"
    assert stranger.get(f"{here}/told/?without={key}&how=call").status_code == status
    assert stranger.post(f"{here}/without/{key}/told/", {"told_on": "2027-01-01"}).status_code == status


def test_what_went_out_is_what_was_ticked_and_nothing_is_ticked_beforehand() -> None:
    person, agency, client = lantern(), clinic(), cast.signed_in(cast.CM1)
    release = released(person, agency)
    letter = f"/people/{person}/sharing/letter/?under={release.pk}"
    assert not re.search(r'name="information"[^>]*\schecked', client.get(letter).content.decode())
    answer = client.post(letter, {"purpose": "legal", "text": TEXT, "do": "look"})
    assert answer.status_code == 422 and "tick what stands in the text" in answer.content.decode()
    assert TEXT in answer.content.decode()


def test_an_invitation_without_a_name_is_not_kept_as_the_name_they_choose() -> None:
    person, agency, client = lantern("Comet"), clinic(), cast.signed_in(cast.CM1)
    member, huddle = uuid.uuid4(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person}
        circle.save_member(**given, member=member, said=circle.MemberSaid(agency=agency))
        circle.plan_huddle(**given, huddle=huddle, agenda="her room", members=(member,))
        attendee = Attendee.objects.get().pk
    released(person, agency, purpose="together", methods=["meeting"])
    invite = f"/people/{person}/circle/huddles/invite/{attendee}/"
    for text, names in (
        ("We would like to talk with you.", False),
        ("We would like to talk about comet.", True),
    ):
        look = client.post(invite, {"do": "look", "text": text}).content.decode()
        mark = re.search(r'name="previewed" value="(\w+)"', look)[1]  # type: ignore[index]
        client.post(invite, {"do": "send", "text": text, "previewed": mark, "once": str(uuid.uuid4())})
        with cast.acting(cast.CM1):
            went = Disclosure.objects.order_by("at", "id").filter(way="huddle")
            (row,) = [each for each in went if each.text == text]
        page = client.get(f"/people/{person}/sharing/went/{row.pk}/").content.decode()
        assert ("the chosen name" in page) == names, text
        assert ("a day and a place, no name" in page) != names
