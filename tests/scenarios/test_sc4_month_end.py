"""SC4, a month's end with nothing typed twice: one note, what is claimed, the check, approvals, hours, two programs.

June itself is in june.py. Steps 8 to 10 and what follows are in test_sc4_reports.py.
"""

import re
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, CM2, CM3, DIRECTOR, PROGRAM, SUPERVISOR, known_id
from tests.browser.desk import Desk
from tests.browser.stage import House
from tests.browser.test_quick_note import begin_note, type_on_to
from tests.conftest import ROOT
from tests.scenarios import june

WRITES = "import django; django.setup(); from tests.scenarios import june; june.write()"
MONTH_END = "/program/month-end/?month=2027-06"
SPARROW = f"/people/{known_id(june.WRITES_TODAY)}/"
WORDS = "We read the letter twice, and she laughed at the stamp."
NAMES = re.compile(rf"\b({'|'.join((*june.OF, june.DOMESTIC))})\b")


def lived(house: House) -> House:
    """The same house on 30 June, with a month behind it."""
    done = subprocess.run(
        [sys.executable, "-c", WRITES],
        cwd=ROOT, env=house.surroundings(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return house


@pytest.fixture(scope="module")
def house(width: int) -> Iterator[House]:
    """The demo before Lantern calls, with June written, new for each width."""
    with House().opened() as opened:
        yield lived(opened)


def says_nothing_of_anybody(page: Page) -> None:
    """No alias and no word of a note."""
    said = page.locator("main").inner_text()
    assert not NAMES.search(said), said
    assert june.SECRET not in said and WORDS not in said


def test_step_1_one_note_by_keys_alone_is_in_every_place(desk: Desk) -> None:
    desk.clock(SUPERVISOR, "2027-06-30T10:00")
    page = desk.of(CM2, SPARROW)
    begins = time.monotonic()
    begin_note(page)
    type_on_to(page, "What happened")
    page.keyboard.insert_text(WORDS)
    type_on_to(page, "How we responded")
    page.keyboard.type("I stayed.")
    to_the_button(page)
    assert time.monotonic() - begins <= 60
    desk.timeline(page)
    desk.stands(page, WORDS)
    desk.goto(page, f"{SPARROW}activity/?month=2027-06")
    row = page.get_by_role("row").filter(has_text="In contact")
    expect(row).to_contain_text(re.compile("1.*45", re.DOTALL))
    desk.nothing_serious(page, "a month's work")
    sheet = desk.of(SUPERVISOR, f"/supervision/of/{CM2.id}/")
    sheet.get_by_role("link", name="Sheet for the session").click()
    theirs = sheet.locator("section.walked", has_text=june.WRITES_TODAY)
    expect(theirs.get_by_role("region", name="Connection")).to_contain_text("Lately: We met")
    assert WORDS not in sheet.content()


def to_the_button(page: Page) -> None:
    """What it was and the minutes on the way, then the button that saves."""
    for _step in range(60):
        page.keyboard.press("Tab")
        here = page.evaluate("[document.activeElement.name || '', document.activeElement.textContent.trim()]")
        if here[1].startswith("More: what it was"):
            page.keyboard.press("Enter")
        elif here[0] == "minutes":
            page.keyboard.type("45")
        elif here[1] == "Save note":
            break
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text(re.compile("saved|kept", re.IGNORECASE))


def claim_of(desk: Desk, stream: str) -> Page:
    """A month of one stream, from the month's end."""
    page = desk.of(DIRECTOR, MONTH_END)
    page.get_by_role("region", name="By stream").get_by_role("link", name=stream).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{stream}, June 2027")
    return page


def test_step_2_eleven_months_of_a_person_open_to_dates_and_kinds(desk: Desk) -> None:
    page = desk.of(DIRECTOR, "/program/")
    page.get_by_role("link", name="Month-end").first.click()
    desk.nothing_serious(page, "month-end")
    row = page.get_by_role("row").filter(has_text=june.CONTRACT)
    expect(row).to_contain_text("11 months of a person")
    expect(row.locator("[data-title='Does not qualify']")).to_have_text("2")
    expect(page.get_by_role("img", name="What counts and what does not qualify")).to_be_visible()
    expect(row).to_contain_text("$4,950")
    says_nothing_of_anybody(page)
    page = claim_of(desk, june.CONTRACT)
    desk.stands(page, "11 months of a person")
    desk.nothing_serious(page, "a claim")
    says_nothing_of_anybody(page)
    counted = page.get_by_role("region", name="What counts")
    expect(counted.get_by_role("link", name=re.compile("^Number"))).to_have_count(11)
    counted.get_by_role("link", name=re.compile("^Number")).first.click()
    desk.stands(page, "We met", "Jun")
    desk.nothing_serious(page, "dates and kinds")
    says_nothing_of_anybody(page)


def test_step_3_two_do_not_qualify_each_a_sentence_and_a_link(desk: Desk) -> None:
    page = claim_of(desk, june.CONTRACT)
    check = page.get_by_role("region", name="Check before claiming")
    rows = check.get_by_role("listitem")
    expect(rows).to_have_count(2)
    expect(check).to_contain_text("It does not count: no work is written down for this month.")
    expect(check).to_contain_text("It does not count: this month is not approved.")
    expect(check).to_contain_text("Nothing from the participant.")
    assert not re.search(r"\b(call|ask|contact|visit) (her|him|them|the participant)\b", check.inner_text())
    for row in rows.all():
        expect(row.get_by_role("link")).to_have_count(1)
    for number in range(2):
        page = claim_of(desk, june.CONTRACT)
        page.get_by_role("region", name="Check before claiming").get_by_role("link").nth(number).click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        says_nothing_of_anybody(page)
    theirs = desk.of(CM3, "/month-check/?month=2027-06")
    desk.stands(theirs, june.NOT_APPROVED, "this month is not approved")
    expect(theirs.locator("main")).not_to_contain_text(june.NO_NOTE)
    desk.nothing_serious(theirs, "the check of one's own people")


def test_step_4_the_approvals_that_july_needs_stand_on_one_page(desk: Desk) -> None:
    page = desk.of(DIRECTOR, MONTH_END)
    asks = page.get_by_role("region", name="Approvals for July 2027")
    expect(asks.get_by_role("listitem")).to_have_count(8)
    expect(asks).to_contain_text("To ask for: 8")
    says_nothing_of_anybody(page)
    theirs = desk.of(CM1, "/approvals/")
    expect(theirs.get_by_role("checkbox")).to_have_count(5)
    desk.nothing_serious(theirs, "approvals to ask for")


def logs(desk: Desk, kind: str, hours: str, stream: str, day: str = "") -> Page:
    """Hours beside the work with people, and which stream pays for them."""
    page = desk.of(CM3, "/me/hours/")
    page.get_by_label(kind, exact=True).check()
    page.get_by_label("Hours", exact=True).fill(hours)
    if stream:
        page.get_by_label("Which stream pays for it").select_option(label=stream)
    if day:
        page.get_by_label("Day", exact=True).fill(day)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_text(re.compile("saved"))).to_be_visible()
    return page


def test_step_5_hours_that_nothing_covers_are_said_and_enrolment_by_month(desk: Desk) -> None:
    logs(desk, "Downtime", "6", "")
    logs(desk, "Training", "4", june.CONTRACT)
    logs(desk, "On call", "12", june.CONTRACT, "6/22/2027")
    page = logs(desk, "On call", "12", june.CONTRACT, "6/23/2027")
    desk.stands(page, "6 h not covered by any stream", "24 h")
    desk.nothing_serious(page, "my hours")
    lead = desk.of(SUPERVISOR, "/program/team-hours/?month=2027-06")
    desk.stands(lead, CM3.name, "6 h not covered by any stream")
    desk.nothing_serious(lead, "hours of the team")
    page = desk.of(DIRECTOR, "/program/time/?month=2027-06")
    desk.stands(page, "6 h not covered by any stream", "Enrolled by month")
    row = page.get_by_role("row").filter(has_text="June 2027")
    expect(row.locator(f"[data-title='{june.CONTRACT}']")).to_have_text("13")
    expect(row.locator(f"[data-title='{june.STATE}']")).to_have_text("1")
    assert CM3.name not in page.locator("main").inner_text()


def test_step_6_work_in_two_programs_is_divided(desk: Desk) -> None:
    page = desk.of(CM1, "/me/hours/?month=2027-06")
    divides = page.get_by_role("region", name="How this month divides").get_by_role("table")
    for stream, program in ((june.CONTRACT, PROGRAM), (june.STATE, june.SECOND)):
        row = divides.get_by_role("row").filter(has_text=stream)
        expect(row).to_contain_text(program)
        expect(row).to_contain_text(re.compile(r"[1-9][\d.]* h"))
    page = desk.of(DIRECTOR, "/program/time/?month=2027-06")
    desk.stands(page, PROGRAM, june.SECOND)
    desk.nothing_serious(page, "time and enrollment")
    says_nothing_of_anybody(page)


def test_step_7_the_same_services_whoever_pays(desk: Desk) -> None:
    page = claim_of(desk, june.STATE)
    desk.stands(page, "2 services (2 h)", "Everything qualifies.")
    says_nothing_of_anybody(page)
    page.go_back()
    desk.goto(page, "/streams/")
    desk.stands(page, "Services are the same whoever pays for them.")
    desk.nothing_serious(page, "funding streams")
    theirs = desk.of(CM1, f"/people/{known_id(june.DOMESTIC)}/funding/")
    desk.stands(theirs, june.STATE)
    expect(theirs.locator("main")).not_to_contain_text(june.CONTRACT)
    desk.nothing_serious(theirs, "whose funding")


def test_a_month_is_closed_when_it_is_over_and_what_comes_later_is_a_correction(desk: Desk) -> None:
    page = claim_of(desk, june.CONTRACT)
    desk.stands(page, "It can be closed when it is over.")
    desk.clock(SUPERVISOR, "2027-07-02T09:00")
    page = claim_of(desk, june.CONTRACT)
    desk.send(page.get_by_role("button", name="Close this month"))
    desk.stands(page, "Closed by Program director", "11 months of a person")
    desk.stands(page, "Nothing came or went since.")
    desk.nothing_serious(page, "a closed month")
    desk.clock(SUPERVISOR, "2027-06-30T10:00")
