"""Asking donors on a screen and on a phone: an alias is caught, the sheet has the thing alone, the desk sees it."""

from playwright.sync_api import expect

from alongside.project.demo.cast import ADMIN, CM1, DROP_IN, known_id
from tests.browser.desk import Desk

MAPLE = known_id("Maple")


def test_from_a_need_to_the_sheet_and_to_the_desk(desk: Desk) -> None:
    thing = f"winter coat {desk.width}"
    page = desk.of(CM1, f"/people/{MAPLE}/")
    if desk.width < 700:  # a phone shows one of the two strands
        page.locator("label[for=show-plan]").click()
    page.get_by_role("link", name="Needs, and what would help").first.click()
    desk.nothing_serious(page, "needs")
    page.get_by_role("link", name="Ask donors for something").first.click()
    page.get_by_label("What would help").fill(f"{thing} for Maple")
    page.get_by_label("Size or amount").fill("child size 5")
    page.get_by_label("How we hand it over, kindly").fill("in a plain bag")
    expect(page.locator("[data-saved]").last).to_contain_text("Draft saved", timeout=10_000)
    with desk.forgiving(r"422"):
        desk.send(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_text("Donors could tell from this who it is for")).to_be_visible()
    expect(page.get_by_label("How we hand it over, kindly")).to_have_value("in a plain bag")
    desk.nothing_serious(page, "an ask that was caught")
    page.get_by_label("What would help").fill(thing)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, thing, "child size 5", "in a plain bag")
    paper = desk.of(CM1, "/donations/sheet/")
    desk.stands(paper, thing)
    expect(paper.get_by_text("Maple")).to_have_count(0)
    expect(paper.get_by_text("plain bag")).to_have_count(0)
    desk.nothing_serious(paper, "the sheet")
    page = desk.of(CM1, f"/people/{MAPLE}/needs/")
    row = page.locator("li", has_text=thing)
    row.get_by_text("How far it has come").click()
    desk.send(row.get_by_role("button", name="It is here"))
    there = desk.of(DROP_IN, "/donations/")
    desk.stands(there, thing, within="section:has(#here-title)")
    expect(there.get_by_text("Maple")).to_have_count(0)
    desk.nothing_serious(there, "what the desk sees")
    desk.send(page.get_by_role("button", name="Undo"))
    expect(page.locator("li", has_text=thing).get_by_text("Asked for").first).to_be_visible()


def test_before_a_first_meeting_and_the_words_that_say_what_we_are(desk: Desk) -> None:
    page = desk.of(CM1, f"/people/{MAPLE}/preparing/")
    desk.stands(page, "Do not assume - ask.", "a plan on paper")
    page.get_by_label("Another language, community or faith").fill("Tigrinya")
    desk.send(page.get_by_role("button", name="Show notes"))
    desk.stands(page, "Eritrean Orthodox")
    desk.nothing_serious(page, "before a first meeting")
    words = desk.of(ADMIN, "/program/sharing/words/en/")
    desk.nothing_serious(words, "words that say what we are")
