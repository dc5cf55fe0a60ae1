"""Saving without a connection: the words stay on the page, and are sent once when the line is back."""

import re

import pytest
from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1
from tests.browser.desk import Desk
from tests.browser.test_quick_note import begin_note

OFFLINE = ("ERR_INTERNET_DISCONNECTED", "Failed to fetch")
UNSENT = "Not saved yet: no connection."
WARNS = """() => {
    const leaving = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(leaving);
    return leaving.defaultPrevented;
}"""


def stays_until_the_line_is_back(desk: Desk, page: Page, button: str, **words: str) -> None:
    """Press a button without a connection: the page stays with every word; with one it goes on by itself."""
    with desk.forgiving(*OFFLINE):
        page.context.set_offline(True)
        page.get_by_role("button", name=button).last.click()
        alert = page.locator("p[data-unsent]")
        expect(alert).to_contain_text(UNSENT)
        expect(alert).to_contain_text("Leave it open")
        for label, said in words.items():
            expect(page.get_by_label(label.replace("_", " ")).last).to_have_value(said)
        assert page.evaluate(WARNS)  # going away is asked about
        page.get_by_role("button", name=button).last.click()  # pressed again: still one
        expect(alert).to_contain_text(UNSENT)
        with page.expect_navigation():
            page.context.set_offline(False)
    expect(page.locator("p[data-unsent]")).to_have_count(0)


@pytest.mark.parametrize("place", ["page", "overlay"])
def test_a_note_saved_without_a_connection_is_sent_once_when_it_is_back(desk: Desk, place: str) -> None:
    page, words = (
        desk.of(CM1, "/note/" if place == "page" else "/people/"),
        f"on a train {place} {desk.width}",
    )
    if place == "overlay":
        begin_note(page)
    within = page.locator("#overlay" if place == "overlay" else "#main")
    within.locator("select").first.select_option(label="Maple")
    within.get_by_label("What happened").fill(words)
    stays_until_the_line_is_back(desk, page, "Save note", What_happened=words)
    expect(page.get_by_role("status").first).to_contain_text(re.compile("saved|kept", re.IGNORECASE))
    desk.goto(page, "/people/")
    page.get_by_role("link", name="Maple", exact=True).click()
    desk.timeline(page)
    expect(page.locator("#timeline").get_by_text(words)).to_have_count(1)
    desk.goto(page, "/note/")
    expect(page.get_by_label("What happened")).to_have_value("")


def test_what_is_written_after_back_is_saved_as_well(desk: Desk) -> None:
    page, words = desk.of(CM1, "/note/"), f"before and after {desk.width}"
    page.locator("#main select").first.select_option(label="Maple")
    page.get_by_label("What happened").fill(f"{words}, first")
    desk.send(page.get_by_role("button", name="Save note"))
    page.go_back()
    page.locator("#main select").first.select_option(label="Maple")
    page.get_by_label("What happened").fill(f"{words}, second")
    desk.send(page.get_by_role("button", name="Save note"))
    if page.get_by_role("heading", name="Your words are here").count():
        desk.send(page.get_by_role("button", name="Send it again"))
    desk.goto(page, "/people/")
    page.get_by_role("link", name="Maple", exact=True).click()
    desk.timeline(page)
    desk.stands(page, f"{words}, first", f"{words}, second")


@pytest.mark.parametrize("leaf", ["goals/?edit=all", "intake/what-matters/"])
def test_a_sheet_and_an_intake_stay_without_a_connection(desk: Desk, leaf: str) -> None:
    page, words = desk.of(CM1, "/people/"), f"a quiet street {leaf} {desk.width}"
    page.get_by_role("link", name="Maple", exact=True).click()
    desk.goto(page, page.url.split("?")[0].replace(desk.house.origin, "") + leaf)
    blank = page.locator("#main form[data-draft] textarea:visible").first
    blank.fill(words)
    form = page.locator("#main form[data-draft]").first
    with desk.forgiving(*OFFLINE):
        page.context.set_offline(True)
        form.locator("button:not([type=button])").last.click()
        expect(page.locator("p[data-unsent]")).to_contain_text(UNSENT)
        expect(blank).to_have_value(words)
        with page.expect_navigation():
            page.context.set_offline(False)
    expect(page.locator("p[data-unsent]")).to_have_count(0)
