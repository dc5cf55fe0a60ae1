"""What a participant reads of us: who the case manager is, what is not therapy, that we are glad; and under 18."""

import pytest

from alongside.agency.models import Staff
from alongside.participants.actions import set_under_18
from alongside.participants.models import Moment
from tests import cast
from tests.agency.test_modules import leave_off
from tests.journey.make import own_law
from tests.people import lantern


def test_the_welcome_says_what_they_trained_in_and_that_it_is_not_therapy() -> None:
    person = lantern()
    own_law("en", "es")
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1):
        trained = Staff.objects.get(pk=cast.CM1.id).credentials
    assert trained
    for language, said in (("en", "I am not your therapist"), ("es", "No soy su terapeuta")):
        paper = client.get(f"/people/{person}/welcome/print/?language={language}").content.decode()
        assert said in paper and trained in paper


@pytest.mark.parametrize("of", ["doing/print/", "goals/print/", "circle/who/print/"])
@pytest.mark.parametrize(("language", "said"), [("en", "We are glad you are here"), ("es", "Nos alegra")])
def test_their_papers_say_that_we_are_glad(of: str, language: str, said: str) -> None:
    paper = cast.signed_in(cast.CM1).get(f"/people/{lantern()}/{of}?language={language}").content.decode()
    assert said in paper[paper.index('class="sheet"') :]


def test_under_18_the_way_to_a_lawful_report_is_one_click_away() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    with cast.acting(cast.CM1) as by:
        set_under_18(by=by, participant=person, under_18="yes")
    for page in (f"/people/{person}/about/", f"/people/{person}/welcome/"):
        body = client.get(page).content.decode()
        assert f"/people/{person}/sharing/without/" in body and f"/people/{person}/aloud/#report" in body, (
            page
        )
        assert "A guardian may not be safe" in body and "may agree to alone here" in body


def test_from_the_welcome_a_referral_to_a_counselor_is_one_click_and_a_no_leaves_nothing() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    way = f"/people/{person}/referrals/new/"
    assert way in client.get(f"/people/{person}/welcome/").content.decode()
    with cast.acting(cast.CM1):
        before = Moment.objects.count()
    assert client.get(way).status_code == 200
    with cast.acting(cast.CM1):
        assert Moment.objects.count() == before
    leave_off("referrals")
    assert way not in client.get(f"/people/{person}/welcome/").content.decode()
