"""Partners on a screen and on a phone: a search that says what is not known, a gap in one click, a file taken in."""

import json
import re

from playwright.sync_api import expect

from alongside.project.demo.cast import CM1, DIRECTOR, ON_CALL
from tests.browser.desk import Desk
from tests.partners.make import entry


def test_at_night_a_bed_is_found_in_two_taps(desk: Desk) -> None:
    page = desk.of(ON_CALL, "/partners/")
    page.get_by_label("Open tonight").check()
    desk.send(page.get_by_role("button", name="Search", exact=True).last)
    desk.stands(page, "Family rooms", "Beds for young people", within="section:has(#fits-title)")
    desk.stands(page, "Guest room", "Immigration advice", within="section:has(#perhaps-title)")
    desk.nothing_serious(page, "a search")


def test_nothing_found_is_logged_in_one_click_and_taken_back(desk: Desk) -> None:
    page = desk.of(CM1, "/partners/")
    page.get_by_label("What for").select_option(label="Long-term housing")
    page.get_by_role("checkbox", name="Men", exact=True).check()
    page.get_by_role("checkbox", name="Adults with children").check()
    desk.send(page.get_by_role("button", name="Search", exact=True).last)
    desk.stands(page, "Nothing we know of fits all of this.")
    desk.send(page.get_by_role("button", name="Log this gap"))
    expect(page.get_by_text("Counted as a gap.")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Men", exact=True)).to_be_checked()
    desk.send(page.get_by_role("button", name="Undo"))
    expect(page.get_by_text("The gap is not counted any more.")).to_be_visible()


def test_a_partner_s_page_says_all_without_a_score(desk: Desk) -> None:
    page, words = desk.of(CM1, "/partners/agencies/"), f"Free advice, and a warm room {desk.width}."
    desk.nothing_serious(page, "the partners")
    page.get_by_role("link", name="Riverside Legal Clinic").first.click()
    desk.stands(page, "protected while it stays between the two", "Staff attorney", "Paralegal", "holds until",
                "before that:", "They stayed two hours")  # fmt: skip
    desk.nothing_serious(page, "a partner")
    page.get_by_role("link", name="Change what we know").click()
    page.get_by_label("Their role").fill(words)
    expect(page.locator("[data-saved]").last).to_contain_text("Draft saved", timeout=10_000)
    desk.nothing_serious(page, "a partner's form")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, words)


def test_a_directory_is_taken_in_with_a_bar_and_taken_back(desk: Desk) -> None:
    page = desk.of(DIRECTOR, "/partners/exchange/")
    body = json.dumps([entry(number) for number in range(300)]).encode()
    page.get_by_label("A file in HSDS format").set_input_files(
        {"name": "directory.json", "mimeType": "application/json", "buffer": body}
    )
    desk.nothing_serious(page, "taking in")
    told: list[str] = []
    page.on("response", lambda answer: told.append(answer.url))
    desk.send(page.get_by_role("button", name="Take it in"))
    desk.stands(page, "300 new")
    assert any(re.search(r"/progress/$", url) for url in told)
    page.get_by_role("button", name="Take it back").first.click()
    expect(page.get_by_text("Taken back. What it renewed")).to_be_visible()
