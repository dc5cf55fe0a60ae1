"""Words they never want said are caught for whoever reads a text: an agency, its contact, one person by name."""

import uuid
from typing import Any

import pytest

from alongside.circle import actions as circle
from alongside.circle.models import Attendee
from alongside.consent import actions, gate, rules
from alongside.consent.gate import SaysTooMuch, To, digest, passage
from tests import cast
from tests.consent.make import ASKED, clinic, released
from tests.people import lantern
from tests.referrals.make import drafted

TEXT = "She moves out on Friday."


def cover(person: uuid.UUID, never: str, who: str = "", agency: uuid.UUID | None = None) -> None:
    with cast.acting(cast.CM1) as by:
        actions.save_cover_words(
            by=by, participant=person, cover=uuid.uuid4(), who=who, agency=agency, never=never
        )


def found(person: uuid.UUID, text: str, to: To) -> list[str]:
    with cast.acting(cast.CM1):
        return gate.says_too_much(person, text, to)


@pytest.mark.no_database
@pytest.mark.parametrize(
    ("kept", "recipient", "same"),
    [
        ("the landlord", ["Mr. Ray, landlord"], True),
        ("her landlord", ["The Landlord"], True),
        ("El dueño", ["Sr. Ruiz (dueno)"], True),
        ("Ms. Alder", ["Legal clinic", "Ms. Alder"], True),
        ("the landlord", ["Ms. Alder", "Legal clinic"], False),
        ("Mr. Ray", ["Mr. Alder"], False),
        ("the", ["the"], False),
        ("", [""], False),
        ("the landlord", [], False),
    ],
)
def test_who_may_be_meant(kept: str, recipient: list[str], same: bool) -> None:
    assert rules.may_be_same(kept, recipient) == same


def test_words_kept_for_one_person_are_found_in_what_that_person_reads() -> None:
    person = lantern()
    cover(person, "moves out", who="the landlord")
    assert found(person, TEXT, To(person="Mr. Ray, landlord")) == ["moves out"]
    assert found(person, TEXT, To(person="Dr. Alem")) == []


def test_words_kept_for_a_contact_count_for_the_agency_and_the_other_way_round() -> None:
    person, agency, other = lantern(), clinic(), clinic("Housing office")
    cover(person, "moves out", who="Ms. Alder")
    assert found(person, TEXT, To(agency=agency)) == ["moves out"]
    cover(person, "on Friday", agency=other)
    assert found(person, TEXT, To(person="Somebody at the housing office")) == ["on Friday"]
    assert found(person, TEXT, To(person="Dr. Alem")) == []


def test_a_letter_to_that_person_does_not_go_out_with_them() -> None:
    person = lantern()
    released(person, None, person="Mr. Ray, landlord", purpose="legal")
    cover(person, "moves out", who="the landlord")
    with cast.acting(cast.CM1) as by:
        to = To(person="Mr. Ray, landlord")
        given = {
            "by": by, "participant": person, "way": "letter", "text": TEXT, "previewed": digest(TEXT),
            "passage": passage(person, to=to, **ASKED),
        }  # fmt: skip
        with pytest.raises(SaysTooMuch) as no:
            gate.disclose(disclosure=uuid.uuid4(), **given)
        assert no.value.found == ["moves out"]


def test_a_referral_and_an_invitation_name_them_before_they_go() -> None:
    person, ray = lantern(), "Mr. Ray, landlord"
    cover(person, "moves out", who="the landlord")
    referral, member, huddle = drafted(person, None, provider=ray, text=TEXT), uuid.uuid4(), uuid.uuid4()
    client = cast.signed_in(cast.CM1)
    look = client.get(f"/people/{person}/referrals/{referral.pk}/look/").content.decode()
    assert "may say more than they wish" in look and '<b dir="auto">moves out</b>' in look
    with cast.acting(cast.CM1) as by:
        given: dict[str, Any] = {"by": by, "participant": person}
        circle.save_member(**given, member=member, said=circle.MemberSaid(name=ray))
        circle.plan_huddle(**given, huddle=huddle, agenda="her room", members=(member,))
        attendee = Attendee.objects.get().pk
    released(person, None, person=ray, purpose="together", methods=["meeting"])
    invite = f"/people/{person}/circle/huddles/invite/{attendee}/"
    look = client.post(invite, {"do": "look", "text": TEXT}).content.decode()
    assert "moves out" in look
    sends = {"do": "send", "text": TEXT, "previewed": digest(TEXT)}
    assert client.post(invite, sends).status_code == 422
