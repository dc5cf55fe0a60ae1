"""How many clicks away things are, counted from every page of a person: what stands there, and what one opens first."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.look.test_person_measured import fullest

LEAVES = (
    "", "timeline/", "goals/", "circle/", "referrals/", "referrals/new/", "sharing/", "about/", "record/", "holding/",
    "another-way/", "support/", "long-view/", "doing/",
)  # fmt: skip
# The pages of a person that a tab leads to, at one click from each of them.
TABS = ("goals/", "circle/", "referrals/", "sharing/")


def shown(page: Page) -> set[str]:
    """Where links of the page lead, of those one sees."""
    found: list[str] = page.locator("a[href]").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).map(one => one.pathname)"
    )
    return set(found)


def test_from_every_page_of_a_person_what_is_needed_at_once_is_one_click_away(desk: Desk) -> None:
    page, person = fullest(desk)
    wide = desk.width == 1280
    for leaf in LEAVES:
        desk.goto(page, f"{person}{leaf}")
        leads = shown(page)
        assert "/in-it-now/" in leads and "/note/" in leads, leaf
        assert {f"{person}{tab}" for tab in TABS} - {f"{person}{leaf}"} <= leads, leaf
        expect(page.get_by_role("button", name=re.compile("Privacy")).first).to_be_visible()
        expect(page.locator(".person-line")).to_be_visible()  # whom it is about, and how to reach them
        if wide:
            expect(page.get_by_text("On call now").first).to_be_visible()


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
