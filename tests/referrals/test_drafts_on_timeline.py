"""A referral stands on the timeline from its first draft on, not only once it was sent."""

import html
import uuid

from alongside.referrals import actions
from alongside.referrals.rules import Drafted
from tests import cast
from tests.people import lantern
from tests.referrals.make import NEED, drafted


def timeline(member: cast.Member, person: uuid.UUID) -> tuple[int, str]:
    answer = cast.signed_in(member).get(f"/people/{person}/timeline/")
    return answer.status_code, html.unescape(answer.content.decode())


def test_a_draft_is_there_once_with_its_need_as_it_says_now_and_goes_when_it_is_taken_away() -> None:
    person = lantern()
    row = drafted(person, None, provider="Dr. Alem")
    status, page = timeline(cast.CM1, person)
    assert status == 200 and page.count("Referral begun") == 1
    assert "Dr. Alem" in page and NEED in page and f"/people/{person}/referrals/{row.pk}/" in page
    with cast.acting(cast.CM1) as by:
        told = Drafted(provider="Dr. Sol", need="my tooth")
        actions.draft_referral(by=by, participant=person, referral=row.pk, told=told, seen=row.version)
    page = timeline(cast.CM1, person)[1]
    assert page.count("Referral begun") == 1 and "Dr. Sol" in page and "my tooth" in page
    assert "Dr. Alem" not in page and NEED not in page
    assert timeline(cast.CM3, person)[0] == 404
    with cast.acting(cast.CM1) as by:
        actions.remove_referral(by=by, participant=person, referral=row.pk)
    assert "Referral begun" not in timeline(cast.CM1, person)[1]
