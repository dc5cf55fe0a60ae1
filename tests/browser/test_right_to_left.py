"""Arabic is laid out from right to left wherever it is typed or shown, beside English that is not."""

import pytest
from playwright.sync_api import Locator, Page, expect

from alongside.project.demo.cast import CM1
from tests.browser.desk import Desk

ARABIC = "غرفة فيها قفل، وبابها يُغلق من الداخل."


@pytest.fixture
def page(desk: Desk) -> Page:
    """Maple's page, before case manager 1."""
    page = desk.of(CM1, "/people/")
    page.get_by_role("link", name="Maple", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Maple")
    return page


def runs(place: Locator) -> str:
    """The direction in which the words of a place are laid out."""
    return str(place.evaluate("place => getComputedStyle(place).direction"))


def first_letter_is_on_the_right(place: Locator) -> bool:
    """Whether the first letter stands right of the middle of its words, as they are drawn."""
    return bool(
        place.evaluate(
            """place => {
                const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
                let text = walk.nextNode();
                while (text && !text.data.trim()) text = walk.nextNode();
                const range = document.createRange();
                const at = text.data.search(/\\S/);
                range.setStart(text, at);
                range.setEnd(text, at + 1);
                const letter = range.getBoundingClientRect();
                const block = place.getBoundingClientRect();
                return letter.left > block.left + block.width / 2;
            }"""
        )
    )


def test_a_note_and_the_timeline(desk: Desk, page: Page) -> None:
    page.keyboard.press("Alt+n")
    note = page.locator("#overlay")
    note.locator("select").select_option("Maple")
    happened = note.get_by_label("What happened")
    happened.fill(ARABIC)
    note.get_by_label("How we responded").fill("I listened.")
    assert runs(happened) == "rtl"
    assert runs(note.get_by_label("How we responded")) == "ltr"
    desk.send(note.get_by_role("button", name="Save note"))
    page.reload()
    shown = page.locator("#timeline").get_by_text(ARABIC).first
    expect(shown).to_be_visible()
    assert runs(shown) == "rtl"
    assert first_letter_is_on_the_right(shown)
    assert runs(page.locator("#timeline").get_by_text("I listened.").first) == "ltr"
    assert runs(page.locator("main")) == "ltr"
    desk.nothing_serious(page, "a page with Arabic")


def test_a_goal_sheet_and_its_paper(desk: Desk, page: Page) -> None:
    if desk.width < 700:  # a phone shows one of the two strands
        page.locator("label[for=show-plan]").click()
    page.get_by_role("link", name="Open goal sheet").click()
    page.get_by_role("link", name="Edit the whole sheet").click()
    around = page.get_by_label("What should this plan fit around?")
    around.fill(ARABIC)
    assert runs(around) == "rtl"
    goal = page.locator("#sheet .goal").get_by_label("My goals", exact=True).last
    goal.fill(ARABIC)
    assert runs(goal) == "rtl"
    desk.send(page.get_by_role("button", name="Save the sheet"))
    page.reload()
    assert runs(page.locator("#fits .theirs")) == "rtl"
    desk.nothing_serious(page, "a goal sheet in Arabic")
    page.get_by_role("link", name="Print a plain copy").click()
    written = page.get_by_text(ARABIC).first
    assert runs(written) == "rtl"
    assert first_letter_is_on_the_right(written)
