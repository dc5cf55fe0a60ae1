"""Two who press that they have read the same answer of a partner at the same moment: it is taken in once."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from alongside.access.actor import as_actor
from alongside.consent.actions import answer_as_partner
from alongside.consent.models import SharedLink
from alongside.consent.queries import replies_about
from alongside.referrals.bringing import take_in_answers
from alongside.referrals.models import PartnerAnswer, ReferralStateChange
from tests import cast
from tests.conftest import clone, drop
from tests.consent.make import clinic, released
from tests.consent.test_race import PATIENCE, Desk, done
from tests.people import lantern
from tests.referrals.make import drafted, sent
from tests.workspace.door import invited, workspace


@pytest.fixture
def database() -> Iterator[str]:
    name = clone(f"alongside_two_{uuid.uuid4().hex[:8]}")
    yield name
    drop(name)


def answered(_by: Any) -> uuid.UUID:
    """A referral on a partner's page, to which they have said yes there."""
    person, agency = lantern(), clinic()
    released(person, agency, methods=["workspace"])
    alder = invited(agency)
    row = sent(person, drafted(person, agency, method="workspace"))
    with cast.acting(cast.CM1):
        item = SharedLink.objects.get(disclosure_id=row.disclosure_id).pk
    with workspace(), as_actor(alder.actor):
        answer_as_partner(by=alder.actor, item=item, reply=uuid.uuid4(), kind="accept")
    return person


def test_two_readers_at_once_bring_it_once(database: str) -> None:
    person = done(database, answered)

    def read(by: Any) -> None:
        take_in_answers(by, person, [each.pk for each in replies_about(person)])

    first = Desk(database, cast.CM1, read).begin()
    assert first.worked.wait(PATIENCE)
    second = Desk(database, cast.CM2, read).begin()
    assert not second.worked.wait(0.5)  # it waits for whoever came first
    first.end()
    second.end()
    assert first.error is None
    assert second.error is None

    def count(_by: Any) -> tuple[int, int]:
        return PartnerAnswer.objects.count(), ReferralStateChange.objects.filter(state="accepted").count()

    assert done(database, count) == (1, 1)
