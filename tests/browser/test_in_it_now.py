"""In it now: a card lies over a half-written note, which stands as it was; on a page, their own words are first."""

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1
from tests.browser.desk import Desk


def open_cards(page: Page) -> None:
    """One click, from the head of the page or the bar at its foot."""
    page.locator("a[data-note]:visible", has_text="In it now").first.click()
    expect(page.get_by_role("dialog", name="In it now")).to_be_visible()


def test_a_card_opens_over_a_half_written_note_and_leaves_it_alone(desk: Desk) -> None:
    page, words = desk.of(CM1, "/note/"), f"half a sent {desk.width}"
    page.get_by_label("What happened").fill(words)
    expect(page.locator("[data-saved]").last).to_contain_text("Draft saved", timeout=10_000)
    open_cards(page)
    desk.nothing_serious(page, "the cards over a page")
    page.get_by_text("Someone is activated").click()
    expect(page.get_by_text("both feet on the floor")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#overlay")).to_be_hidden()
    assert page.get_by_label("What happened").input_value() == words
    assert page.url.endswith("/note/")


def test_on_a_person_s_page_their_own_words_come_first(desk: Desk) -> None:
    page = desk.of(CM1, "/people/")
    page.get_by_role("link", name="Maple", exact=True).click()
    open_cards(page)
    first = page.locator("#overlay h2").nth(1)
    expect(first).to_contain_text("Maple")
