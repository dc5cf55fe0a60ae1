"""A call about another person is joined to nobody and marked in every list; assigning is not joining."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from alongside.frontdoor import rules
from alongside.frontdoor.actions import (
    assign_from_contact,
    link_contact,
    log_call,
    save_alias_for,
    start_from_contact,
)
from alongside.frontdoor.models import Contact
from alongside.frontdoor.queries import can_be_joined
from tests import cast
from tests.people import lantern

ABOUT = "A neighbor asked whether we help people at night."


def call(member: cast.Member = cast.ON_CALL, *, about_another: bool = False) -> uuid.UUID:
    key = uuid.uuid4()
    with cast.acting(member) as by:
        log_call(
            by=by,
            contact=key,
            words=ABOUT if about_another else "I need a bed.",
            asked_by_other=about_another,
        )
    return key


def read(member: cast.Member, address: str) -> str:
    answer = cast.signed_in(member).get(address)
    assert answer.status_code == 200, address
    page: str = answer.content.decode()
    return page


def test_a_call_about_another_person_is_joined_to_nobody_whichever_way() -> None:
    person, about, own = lantern(), call(about_another=True), call()
    with cast.acting(cast.SUPERVISOR) as by:
        for attempt in (
            lambda: link_contact(by=by, contact=about, participant=person),
            lambda: assign_from_contact(
                by=by, contact=about, participant=uuid.uuid4(), case_manager=cast.CM1.id
            ),
            lambda: start_from_contact(by=by, contact=about, participant=uuid.uuid4(), need="a bed"),
        ):
            with pytest.raises(rules.AboutAnother), transaction.atomic():
                attempt()
        for wish in ("true", "false", "null"):
            with connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
                cursor.execute(f"select core.link_contact(%s, %s, {wish})", [about, person])
    with cast.acting(cast.ON_CALL) as by, pytest.raises(rules.AboutAnother), transaction.atomic():
        save_alias_for(by=by, contact=own, participant=uuid.uuid4(), also=[about])
    sent = cast.signed_in(cast.SUPERVISOR).post(
        reverse("frontdoor:join", args=[about]), {"participant": str(person)}
    )
    assert sent.status_code in (404, 422)
    with cast.acting(cast.SUPERVISOR):
        assert Contact.objects.get(pk=about).participant_id is None


def test_it_is_offered_nowhere_to_be_joined_and_marked_in_every_list() -> None:
    mine, theirs = call(about_another=True), call(cast.SUPERVISOR, about_another=True)
    other = call(cast.SUPERVISOR)
    for member in (cast.ON_CALL, cast.DROP_IN):
        with cast.acting(member) as by:
            assert {row.id for row in can_be_joined(by)} == {other}
    page = read(cast.ON_CALL, "/contacts/")
    assert (
        page.count("about another person") == 2
    )  # one of mine with its words, one of a colleague's by its time
    assert rules.sign_of(mine) in page
    assert rules.sign_of(theirs) in page
    assert "about another person" in read(cast.ON_CALL, "/")
    assert read(cast.SUPERVISOR, "/contacts/").count("about another person") == 2
    contact = read(cast.SUPERVISOR, reverse("frontdoor:contact", args=[mine]))
    assert reverse("frontdoor:join", args=[mine]) not in contact


def test_two_calls_of_one_minute_are_told_apart() -> None:
    one, other = call(cast.SUPERVISOR), call(cast.SUPERVISOR)
    mine = call()
    for address in ("/contacts/", reverse("frontdoor:alias", args=[mine])):
        page = read(cast.ON_CALL, address)
        assert rules.sign_of(one) in page
        assert rules.sign_of(other) in page
    assert rules.sign_of(mine) in read(cast.ON_CALL, reverse("frontdoor:contact", args=[mine]))


def test_assigning_is_not_joining() -> None:
    assigned, wished = call(), call()
    person = uuid.uuid4()
    with cast.acting(cast.SUPERVISOR) as by:
        assign_from_contact(
            by=by, contact=assigned, participant=person, case_manager=cast.CM1.id, alias="Fern"
        )
    for member, address in (
        (cast.SUPERVISOR, reverse("frontdoor:contact", args=[assigned])),
        (cast.CM1, f"/people/{person}/"),
    ):
        page = read(member, address)
        assert "their record began with it" in page
        assert "at their wish" not in page
    with cast.acting(cast.SUPERVISOR) as by:
        link_contact(by=by, contact=wished, participant=person)
    assert "joined at their wish" in read(cast.SUPERVISOR, reverse("frontdoor:contact", args=[wished]))
