"""Paper for people's own hands: one language, our number, asked first whether it is safe, and spoken to them."""

import re
import uuid

import pytest

from alongside.agency.actions import reword
from alongside.consent.actions import decide_exception
from alongside.consent.gate import To, passage
from tests import cast
from tests.consent.make import ASKED, clinic, released, sent
from tests.consent.test_gate import exception
from tests.goals.make import with_goals
from tests.house.test_participant_words import own_papers
from tests.journey.make import own_law
from tests.people import lantern

PRINTS = (
    "welcome/print/", "goals/print/", "agreement/print/", "doing/print/", "sharing/moves/print/", "circle/who/print/",
    "closing/card/",
)  # fmt: skip
OUTSIDE = re.compile(r'<main id="main".*?</main>', re.DOTALL)


def page(person: uuid.UUID, leaf: str) -> str:
    answer = cast.signed_in(cast.CM1).get(f"/people/{person}/{leaf}")
    assert answer.status_code == 200, (leaf, answer.status_code)
    return answer.content.decode()


def paper(shown: str) -> str:
    """What is printed: what stands around it on the screen alone is left out."""
    found = OUTSIDE.search(shown)
    assert found
    return re.sub(r"<[^>]+>", " ", found[0])


@pytest.mark.parametrize("leaf", PRINTS)
def test_it_is_asked_first_whether_it_is_safe_to_take_home(leaf: str) -> None:
    person = lantern()
    own_law()
    shown = page(person, leaf)
    assert "Is it safe to take this home?" in shown and "take only the number" in shown
    assert "headers and footers off" in shown
    assert "Is it safe" not in paper(shown)


@pytest.mark.parametrize("leaf", PRINTS)
def test_every_paper_stands_in_one_language_whole(leaf: str) -> None:
    person = lantern()
    own_law("en", "es")
    with_goals(person, "una habitación")
    shown = page(person, f"{leaf}?language=es")
    assert '<html lang="es"' in shown
    assert "¿Es seguro llevarse esto?" in shown


@pytest.mark.parametrize("leaf", [leaf for leaf in PRINTS if leaf != "closing/card/"])
def test_our_number_stands_on_every_paper(leaf: str) -> None:
    person = lantern()
    own_law()
    foot = page(person, leaf).split('class="paper-foot"')[1]
    assert "555-0100" in foot and "24 hours" in foot


def test_our_number_stands_where_one_signs_in() -> None:
    shown = cast.nobody().get("/sign-in/").content.decode()
    assert "555-0100" in shown


def test_the_agency_says_in_its_own_words_what_is_asked_first() -> None:
    with cast.acting(cast.ADMIN) as by:
        reword(by=by, key="agency.take_home", language="en", text="Who could find it?")
    assert "Who could find it?" in page(lantern(), "goals/print/")


def test_a_permission_s_paper_speaks_to_them_in_the_language_it_was_signed_in() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency, methods=["workspace", "letter"])
    said = paper(page(person, f"sharing/{release.pk}/print/"))
    for ours in (
        "Who we share with",
        "What we share",
        "First day, last day",
        "On a web page only they can open",
    ):
        assert ours in said
    for staff in ("participant", "their own yes", "On the partner", "From and until", "What for"):
        assert staff.lower() not in said.lower()
    assert "Who we share with" in paper(page(person, f"sharing/{release.pk}/print/?language=es"))
    cast.signed_in(cast.CM1).post(f"/people/{person}/sharing/{release.pk}/stop/", {"how": "spoken"})
    assert "You stopped this" in paper(page(person, f"sharing/{release.pk}/print/"))


def test_with_no_permission_the_page_does_not_say_that_nobody_is_told() -> None:
    said = page(lantern(), "sharing/moves/")
    assert "unless a law or a judge makes us" in said and "so we tell nobody" not in said
    assert "we tell you after, as soon as it is" in said


def test_what_went_out_without_their_yes_says_so_on_their_own_page() -> None:
    person, agency = lantern(), clinic()
    marked = "You did not say yes to this."
    released(person, agency)
    with cast.acting(cast.CM1) as by:
        sent(by, person, to=To(agency=agency))
    assert marked not in page(person, "sharing/moves/print/")
    asked, court = (
        exception(person, (other := clinic("Court office", "other"))),
        {"information": {"first_contact"}},
    )
    with cast.acting(cast.SUPERVISOR) as by:
        decide_exception(by=by, participant=person, exception=asked, decision="approved")
    with cast.acting(cast.CM1) as by:
        sent(by, person, passage(person, to=To(agency=other), **ASKED | court))
    for leaf in ("sharing/moves/", "sharing/moves/print/"):
        shown = page(person, leaf)
        lines = [line for line in shown.split("</li>") if marked in line]
        assert len(lines) == 1 and "Court office" in lines[0].split("<li>")[-1]


def test_what_we_gave_them_reads_as_theirs() -> None:
    person, agency = lantern(), clinic()
    release = released(person, agency)
    cast.signed_in(cast.CM1).post(f"/people/{person}/sharing/{release.pk}/print/")
    said = paper(page(person, "sharing/moves/print/"))
    assert "your permission paper" in said and "Given to the participant" not in said


def test_no_paper_says_today() -> None:
    """It is read on another day."""
    papers = own_papers()
    assert len(papers) > 10
    for each in papers:
        assert not re.search(r"\|(day|when)\b", each.read_text()), each.name
