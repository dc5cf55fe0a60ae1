"""The quick note: by keyboard alone, and never a word lost to a lock, a reload or a lost connection."""

import re

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1
from tests.browser.desk import Desk

WORDS = "Sat by the window. ሻይ with honey, أم خالد. It's fine 🌱"


def begin_note(page: Page) -> None:
    """Open the quick note by its keys, wherever one is."""
    page.keyboard.press("Alt+n")
    expect(page.locator("#overlay select, #main form[data-draft] select").first).to_be_focused()


def type_on_to(page: Page, label: str) -> None:
    """Go on with Tab until the blank of that name has the cursor."""
    for _step in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.labels?.[0]?.textContent.trim()") == label:
            return
    raise AssertionError(f"Tab does not lead to {label!r}")


def kept(page: Page) -> None:
    """The draft stands on the server."""
    expect(page.locator("[data-saved]").last).to_contain_text("Draft saved", timeout=10_000)


def test_a_note_is_written_and_saved_by_keyboard_alone(desk: Desk) -> None:
    page = desk.of(CM1, "/")
    begin_note(page)
    desk.nothing_serious(page, "the quick note")
    page.keyboard.type("Maple")
    type_on_to(page, "What happened")
    page.keyboard.insert_text(f"{WORDS} {desk.width}")
    type_on_to(page, "How we responded")
    page.keyboard.type("I listened.")
    for _step in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == "Save note":
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(re.compile("saved|kept", re.IGNORECASE))
    desk.goto(page, "/people/")
    page.get_by_role("link", name="Maple", exact=True).click()
    desk.timeline(page)
    desk.stands(page, f"{WORDS} {desk.width}", "I listened.")


def test_a_draft_survives_the_privacy_screen(desk: Desk) -> None:
    page = desk.of(CM1, "/people/")
    begin_note(page)
    page.locator("#overlay").get_by_label("What happened").fill("half a sent")
    with page.expect_response("**/lock/"):
        page.keyboard.press("Alt+p")
        expect(page.locator("#cover-password")).to_be_focused()
    assert page.title() == "Riverbend Community Services"
    expect(page.locator("main")).to_be_hidden()
    other = page.context.new_page()
    with desk.forgiving("423"):
        assert (answer := other.goto("/people/")) and answer.status == 423
    assert "half a sent" not in other.content()
    other.close()
    page.keyboard.type(desk.house.sign_ins["cm1"].password)
    page.keyboard.press("Enter")
    happened = page.locator("#overlay").get_by_label("What happened")
    expect(happened).to_have_value("half a sent")
    expect(happened).to_be_focused()
    page.keyboard.type("ence")
    kept(page)
    forget_draft(desk, page)


def test_a_draft_survives_a_reload(desk: Desk) -> None:
    page = desk.of(CM1, "/")
    begin_note(page)
    page.locator("#overlay").get_by_label("What happened").fill("written before the bus came")
    kept(page)
    page.reload()
    begin_note(page)
    expect(page.locator("#overlay").get_by_label("What happened")).to_have_value(
        "written before the bus came"
    )
    expect(page.locator("#overlay")).to_contain_text("You had begun this.")
    forget_draft(desk, page)


def test_words_typed_without_a_connection_are_kept_when_it_is_back(desk: Desk) -> None:
    page = desk.of(CM1, "/note/")
    with desk.forgiving("ERR_INTERNET_DISCONNECTED", "Failed to fetch"):
        page.context.set_offline(True)
        page.get_by_label("How we responded").fill("written on a train")
        expect(page.locator("[data-saved]").last).to_contain_text("Not kept yet", timeout=10_000)
        expect(page.get_by_label("How we responded")).to_have_value("written on a train")
        page.context.set_offline(False)
        kept(page)
    desk.goto(page, "/note/")
    expect(page.get_by_label("How we responded")).to_have_value("written on a train")
    forget_draft(desk, page)


def forget_draft(desk: Desk, page: Page) -> None:
    """Begin anew, so that the next test has an empty note."""
    desk.goto(page, "/note/")
    desk.send(page.get_by_role("button", name="Begin anew"))
    expect(page.get_by_label("What happened")).to_have_value("")
