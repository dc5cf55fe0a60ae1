"""What is said at a hard moment: every text on one page, and the pages to take home with what we know filled in."""

import re
import uuid

import pytest

from alongside.agency.actions import reword
from alongside.consent.actions import decide_exception
from alongside.consent.gate import To, passage
from alongside.consent.queries import disclosures
from alongside.journey.aloud import PAPERS, TEXTS, WORDS
from tests import cast
from tests.consent.make import ASKED, clinic, released, sent
from tests.consent.test_gate import exception
from tests.desk.test_own_paper import page, paper
from tests.people import lantern


def complaint(language: str = "en", text: str = "You can call Ada at 555-0142.") -> None:
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key="aloud.complain", language=language, text=text)


def test_every_text_stands_on_one_page_and_is_marked_as_our_draft() -> None:
    shown = page(lantern(), "aloud/")
    for name in TEXTS:
        assert f'id="{name}"' in shown and str(WORDS[f"aloud.{name}.title"]).replace("'", "&#39;") in shown
    assert shown.count("A draft of ours.") == len(TEXTS)
    assert "{" not in re.sub(r"<[^>]+>", " ", shown.split("<main")[1].split("</main>")[0])
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key="aloud.danger", language="en", text="Call the desk: {number}.")
        reword(by=by, key="aloud.donors", language="en", text="", hidden=True)
    shown = page(lantern(), "aloud/")
    assert "Call the desk: 555-0100 · 24 hours." in shown and 'id="donors"' not in shown
    assert shown.count("A draft of ours.") == len(TEXTS) - 2


@pytest.mark.parametrize("text", [text for text in PAPERS if text != "rights"])
def test_a_page_to_take_home_says_nothing_of_us_and_is_kept_as_given(text: str) -> None:
    person = lantern()
    leaf = f"aloud/{text}/print/"
    shown = page(person, leaf)
    assert "Is it safe to take this home?" in shown and "draft" not in shown.lower()
    said = paper(shown)
    assert str(WORDS[f"aloud.{text}.title"]) in said and "Lantern" not in said and "{" not in said
    with cast.acting(cast.CM1):
        assert not disclosures(person)
    cast.signed_in(cast.CM1).post(f"/people/{person}/{leaf}")
    with cast.acting(cast.CM1):
        assert [row.what for row in disclosures(person)] == ["card"]
    assert '<html lang="es"' in page(person, f"{leaf}?language=es")


def test_their_rights_are_printed_once_the_agency_says_who_hears_a_complaint() -> None:
    person, client = lantern(), cast.signed_in(cast.CM1)
    leaf = f"/people/{person}/aloud/rights/print/"
    answer = client.get(leaf, follow=True)
    assert answer.redirect_chain[-1][0] == f"/people/{person}/aloud/#rights"
    assert "first who hears a complaint" in answer.content.decode()
    assert client.post(leaf).status_code == 302
    with cast.acting(cast.CM1):
        assert not disclosures(person)
    complaint()
    said = paper(page(person, "aloud/rights/print/"))
    assert "You can call Ada at 555-0142." in said and "____" not in said
    assert client.get(f"{leaf}?language=es").status_code == 302  # our Spanish says nobody yet
    complaint("es", "Puede llamar a Ada.")
    assert "Puede llamar a Ada." in paper(page(person, "aloud/rights/print/?language=es"))


def test_what_we_had_to_share_and_what_ends_are_filled_in_for_this_person_alone() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency)
    said = paper(page(person, f"aloud/ends/print/?of={release.pk}"))
    assert re.search(r"Your yes to share with Legal clinic ends on \w.*2027\.", said)
    court = clinic("Court office", "other")
    asked = exception(person, court)
    with cast.acting(cast.SUPERVISOR) as by:
        decide_exception(by=by, participant=person, exception=asked, decision="approved")
    with cast.acting(cast.CM1) as by:
        went = sent(
            by, person, passage(person, to=To(agency=court), **ASKED | {"information": {"first_contact"}})
        )
    assert "we had to tell Court office (Ms. Alder) about you." in paper(
        page(person, f"aloud/shared/print/?of={went.pk}")
    )
    for leaf in (
        f"aloud/shared/print/?of={uuid.uuid4()}",
        "aloud/shared/print/?of=none",
        "aloud/shared/print/",
    ):
        assert "On ____ we had to tell ____ about you." in paper(page(person, leaf))
    # Somebody else's permission fills in nothing.
    assert "share with ____ ends on ____." in paper(page(lantern(), f"aloud/ends/print/?of={release.pk}"))


def test_only_what_is_meant_for_paper_is_printed_and_only_by_who_has_them_within_reach() -> None:
    person = lantern()
    client = cast.signed_in(cast.CM1)
    assert client.get(f"/people/{person}/aloud/report/print/").status_code == 404
    assert client.get(f"/people/{person}/aloud/no-such/print/").status_code == 404
    for leaf in ("aloud/", "aloud/new/print/"):
        assert cast.signed_in(cast.CM3).get(f"/people/{person}/{leaf}").status_code == 404


def test_each_text_is_one_click_away_where_its_moment_is() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency)
    cast.signed_in(cast.CM1).post(f"/people/{person}/welcome/", {"once": str(uuid.uuid4())})
    for leaf, leads_to in {
        "welcome/": "aloud/#rights",
        "closing/": "aloud/#closing",
        "choices/": "aloud/#police",
        "team/": "aloud/#new",
        "agreement/": "aloud/#agreement",
        "sharing/without/": "aloud/#report",
        f"sharing/{release.pk}/": f"aloud/ends/print/?of={release.pk}",
    }.items():
        assert f"/people/{person}/{leads_to}" in page(person, leaf), leaf
    assert "Can anyone hear us or see this?" in page(person, "intake/")
