"""How many clicks away things are, counted from every page of a person: what stands there, and what one opens first."""

import csv
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.look.test_person_measured import fullest
from tests.conftest import ROOT

OF_A_PERSON = "/people/<uuid:participant>/"
PAPER = re.compile(r"(^|/)(print|card)/$")  # a sheet to be printed: nothing is pressed on it
FEWEST = 70  # pages with the frame; below it something of this test does not look any more
# The pages of a person that a tab leads to, at one click from each of them.
TABS = ("goals/", "circle/", "referrals/", "sharing/")


def leaves() -> list[str]:
    """Every page that names nothing but a person and that a case manager may open, as roles.csv has it."""
    with open(ROOT / "tests" / "roles.csv", newline="") as told:
        rows = [row for row in csv.DictReader(told) if row["address"].startswith(OF_A_PERSON)]
    found = [row["address"].removeprefix(OF_A_PERSON) for row in rows if row["cm1"].startswith("o/")]
    return [leaf for leaf in found if "<" not in leaf and not PAPER.search(leaf)]


def shown(page: Page) -> set[str]:
    """Where links of the page lead, of those one sees."""
    found: list[str] = page.locator("a[href]").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.pathname)"
    )
    return set(found)


def test_from_every_page_of_a_person_what_is_needed_at_once_is_one_click_away(desk: Desk) -> None:
    page, person = fullest(desk)
    wide = desk.width == 1280
    looked_at = []
    for leaf in leaves():
        with desk.forgiving("404"):
            answer = page.goto(f"{person}{leaf}")
        if answer is None or answer.status == 404 or urlsplit(page.url).path != f"{person}{leaf}":
            continue  # there is nothing of this kind of theirs, or it leads on at once
        assert answer.status == 200, (leaf, answer.status)
        looked_at.append(leaf)
        leads = shown(page)
        assert "/in-it-now/" in leads and "/note/" in leads, leaf
        assert {f"{person}{tab}" for tab in TABS} - {f"{person}{leaf}"} <= leads, leaf
        expect(page.get_by_role("button", name=re.compile("Privacy")).first).to_be_visible()
        expect(page.locator(".person-line")).to_be_visible()  # whom it is about, and how to reach them
        if wide:
            expect(page.get_by_text("On call now").first).to_be_visible()
    assert len(looked_at) >= FEWEST, looked_at


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("referrals/", "a[href$='/another-way/']"),
        ("", "a[href$='/support/']"),
        ("goals/", "a[href*='edit=']"),
    ],
)
def test_what_takes_two_clicks_takes_two(desk: Desk, first: str, then: str) -> None:
    page, person = fullest(desk)
    desk.goto(page, f"{person}record/")
    page.locator(f"nav a[href='{person}{first}']").locator("visible=true").first.click()
    if desk.width == 375 and not first:
        page.locator("label[for=show-connection]").click()
    expect(page.locator(then).locator("visible=true").first).to_be_visible()
