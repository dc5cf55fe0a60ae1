"""An agreement with a partner that ended is said on every way of sharing with it."""

import uuid

import pytest

from alongside.circle import actions as circle
from alongside.circle.models import Attendee
from tests import cast
from tests.consent.make import clinic, released
from tests.goals.make import lantern
from tests.partners.make import agreement, day
from tests.referrals.make import drafted

ENDED = "agreement ended <time"


def _ways(person: uuid.UUID, agency: uuid.UUID) -> dict[str, str]:
    """Every page on which something is shared with a partner, or a permission for it is given."""
    member, huddle, said = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    with cast.acting(cast.CM1) as by:
        given = {"by": by, "participant": person}
        circle.save_member(**given, member=member, said=circle.MemberSaid(agency=agency))
        circle.plan_huddle(**given, huddle=huddle, members=(member,))
        circle.add_case_commitment(**given, commitment=said, words="a list", member=member)
        attendee = Attendee.objects.get().pk
    referral = drafted(person, agency).pk
    of = f"/people/{person}"
    return {
        "letter": f"{of}/sharing/letter/?to={agency}",
        "their page": f"{of}/sharing/on-their-page/?to={agency}",
        "permission": f"{of}/sharing/new/?to={agency}",
        "referral": f"{of}/referrals/{referral}/look/",
        "invitation": f"{of}/circle/huddles/invite/{attendee}/",
        "commitment": f"{of}/circle/commitments/{said}/their-page/",
    }


@pytest.mark.parametrize("ended", [True, False])
def test_every_way_says_that_the_agreement_ended(ended: bool) -> None:
    person, agency = lantern(), clinic()
    released(person, agency)
    agreement(agency, may_share="Room and day", ends_on=day("2027-01-05") if ended else None)
    client = cast.signed_in(cast.CM1)
    for way, address in _ways(person, agency).items():
        answer = client.get(address)
        assert answer.status_code in (200, 409), way  # 409: it may not go out, and is looked at all the same
        page = answer.content.decode()
        assert (page.count(ENDED), "Room and day" in page) == ((1, False) if ended else (0, True)), way
