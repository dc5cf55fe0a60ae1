"""Plain pages about rights and the short library: read, printed in the umbrella's name, and talked about."""

import re

import pytest
from django.utils import translation

from alongside.agency.actions import reword
from alongside.consent.outing import ALL_OURS, found_in
from alongside.safety.pages import LIBRARY, RESTS, RIGHTS, WORDS
from tests import cast
from tests.people import lantern


@pytest.mark.no_database
def test_each_page_has_words_and_a_source_with_its_day() -> None:
    assert set(RESTS) == {key.split(".")[1] for key in WORDS}
    assert len(RIGHTS) == 5 and len(LIBRARY) == 6
    for name, rests in RESTS.items():
        assert rests.sources and all(
            re.fullmatch(r"20\d\d-\d\d-\d\d", each.seen) for each in rests.sources
        ), name


@pytest.mark.no_database
@pytest.mark.parametrize("language", ["en", "es"])
def test_no_page_says_what_kind_of_place_we_are_or_cites_a_law_in_its_words(language: str) -> None:
    with translation.override(language):
        for key, text in WORDS.items():
            assert found_in(str(text), ALL_OURS) == [], key
            assert not re.search(r"U\.?S\.?C|§|\b1367\b|\b3771\b", str(text)), key


def test_the_page_about_papers_promises_no_protection() -> None:
    body = cast.signed_in(cast.CM1).get(f"/people/{lantern()}/rights/").content.decode()
    assert "does not keep you from being stopped, held or sent away" in body and "8 U.S.C. 1367" in body


def test_a_page_is_printed_in_the_umbrellas_name_in_both_languages() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    for language, said in (("en", "You can have an interpreter with us"), ("es", "intérprete")):
        paper = client.get(f"/people/{person}/rights/interpreter/print/?language={language}").content.decode()
        sheet = paper[paper.index('class="sheet"') :]
        assert said in sheet and "Lant" not in sheet and "Alongside" not in sheet
        assert "Riverbend Community Services" in sheet
    assert client.post(f"/people/{person}/rights/interpreter/print/").status_code == 302
    assert "printed a page about rights" in client.get(f"/people/{person}/record/").content.decode()
    assert client.get(f"/people/{person}/rights/nothing/print/").status_code == 404


def test_that_it_was_talked_about_is_kept_with_its_day_and_can_be_taken_back() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    page = f"/people/{person}/rights/"
    assert "Talked about:" not in client.get(page).content.decode()
    assert client.post(f"{page}federal_case/talked/").status_code == 302
    body = client.get(page).content.decode()
    assert "Talked about:" in body
    back = re.search(rf"/people/{person}/talked/[0-9a-f-]+/remove/", body)
    assert back is not None
    assert client.post(back[0]).status_code == 302
    assert "Talked about:" not in client.get(page).content.decode()
    assert cast.signed_in(cast.CM3).post(f"{page}federal_case/talked/").status_code == 404


def test_the_agency_puts_its_own_words_and_may_hide_a_page() -> None:
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key="pages.threats", language="en", text="Our own page.")
        reword(by=by, key="pages.reporting", language="en", text="", hidden=True)
    body = cast.signed_in(cast.ON_CALL).get("/library/").content.decode()
    assert "Our own page." in body and "To report, or not" not in body and "Why it is hard to leave" in body


def test_the_cards_and_the_plan_lead_to_the_library() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    assert f"/people/{person}/rights/" in client.get(f"/people/{person}/safety-plan/").content.decode()
    assert '"/library/' in client.get("/in-it-now/").content.decode()


def test_a_hint_about_leaving_leads_to_the_page_that_says_why() -> None:
    entries = cast.signed_in(cast.CM1).get("/guard/words/").json()["entries"]
    leads = [each for each in entries if each.get("read")]
    assert len(leads) == 3 and {each["read"] for each in leads} == {"/library/#why_leaving"}
