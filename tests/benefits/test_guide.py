"""The pathway guide is information: about nobody, asked of nobody, and reworded by an agency."""

from django.utils import translation

from alongside.agency.actions import reword
from alongside.benefits.words import PATHWAYS, WORDS
from tests import cast
from tests.people import lantern


def test_every_pathway_stands_on_one_page_with_its_sources_for_all_staff() -> None:
    for member in (cast.CM1, cast.ON_CALL, cast.ADMIN):
        page = cast.signed_in(member).get("/pathways/").content.decode()
        for words in ("From another country", "From this country", "Under 18", "22 U.S.C. 7105", "looked up"):
            assert words in page, words
        assert "<form" not in page.split("<main")[1].split("</main")[0]
        assert "ligible" not in page.replace("eligibility of children", "")
    person = lantern()
    page = cast.signed_in(cast.CM1).get(f"/people/{person}/clocks/").content.decode()
    assert 'href="/pathways/"' in page


def test_it_reads_in_spanish_and_in_the_agencys_own_words() -> None:
    assert {f"guide.{name}" for name in PATHWAYS} <= set(WORDS)
    with translation.override("es"):
        assert str(WORDS["guide.minor.title"]) == "Menos de 18 años"
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key="guide.domestic", language="en", text="Ask us first, as we like to say it.")
    page = cast.signed_in(cast.CM1).get("/pathways/").content.decode()
    assert "Ask us first, as we like to say it." in page
    assert "You need no letter" not in page
