"""SC4, what is told of a month: gaps, time and activity by report, a file for the funder, a rule that changes."""

import csv
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from alongside.project.demo.cast import ADMIN, CM1, DIRECTOR, SUPERVISOR, Member, known_id
from tests.browser.desk import Desk
from tests.browser.stage import House
from tests.conftest import ROOT
from tests.scenarios import june
from tests.scenarios.test_sc4_month_end import MONTH_END, NAMES, lived, says_nothing_of_anybody

RULE = "Cash and medical, invented"
NOON = "2027-06-30T12:00"


@pytest.fixture(scope="module")
def house(width: int) -> Iterator[House]:
    """The demo before Lantern calls, with June written, new for each width."""
    with House().opened() as opened:
        yield lived(opened)


def the_worker_counts(house: House) -> None:
    """Let the worker do what waits."""
    words = [sys.executable, "manage.py", "work", "--once"]
    subprocess.run(words, cwd=ROOT, env=house.surroundings("worker"), check=True, capture_output=True)


def made(desk: Desk, member: Member, kind: str, title: str) -> Page:
    """A report of June, asked for, counted and opened again from the list."""
    page = desk.of(member, f"/reports/?kind={kind}&month=2027-06")
    expect(page.get_by_label("What to count").locator("option:checked")).to_have_text(title)
    page.get_by_label("A funder's report").check()
    desk.nothing_serious(page, "asking for a report")
    desk.send(page.get_by_role("button", name="Make the report"))
    expect(page.get_by_role("heading", name="Being counted")).to_be_visible()
    the_worker_counts(desk.house)
    page.get_by_role("link", name="Look whether it is ready").click()
    expect(page.get_by_role("table")).to_be_visible()
    desk.nothing_serious(page, f"a report: {title}")
    desk.goto(page, "/reports/")
    page.get_by_role("region", name="Reports made").get_by_role("link", name=title).first.click()
    return page


def numbers(page: Page, row: str) -> list[str]:
    """What stands in a row of the table."""
    found = page.get_by_role("row").filter(has=page.locator("th", has_text=re.compile(rf"^\s*{row}\s*$")))
    return [each.strip() for each in found.locator("td").all_inner_texts()]


def test_step_8_six_are_told_and_three_are_fewer_than_five(desk: Desk) -> None:
    desk.clock(SUPERVISOR, NOON)
    page = made(desk, DIRECTOR, "gaps", "Gaps: looked for and not found")
    assert numbers(page, "Long-term housing") == ["6"]
    assert numbers(page, "Dental care") == ["fewer than 5"]
    assert numbers(page, "Long-term housing / Adults with children \\+ Men") == ["6"]
    says_nothing_of_anybody(page)


def test_step_9_time_by_phase_and_all_work_without_a_name(desk: Desk) -> None:
    page = made(desk, DIRECTOR, "time", "Time invested, by phase")
    desk.stands(page, "Hours", "Months of support", "People")
    says_nothing_of_anybody(page)
    page = made(desk, DIRECTOR, "activity", "All work, with contact and without")
    desk.stands(page, "Reached out, no answer", "Work without contact")
    says_nothing_of_anybody(page)
    theirs = made(desk, SUPERVISOR, "activity", "All work, with contact and without")
    desk.stands(theirs, "True counts of people whose records you may open.")
    says_nothing_of_anybody(theirs)


def test_step_10_the_funders_file_holds_sums_and_says_what_for(desk: Desk) -> None:
    page = desk.of(DIRECTOR, MONTH_END)
    page.get_by_role("region", name="By stream").get_by_role("link", name=june.CONTRACT).click()
    page.get_by_role("link", name="Take as a file").click()
    desk.nothing_serious(page, "a claim as a file")
    with desk.forgiving("422"):
        desk.send(page.get_by_role("button", name="Make the file"))
    expect(page.get_by_text("Please say what it is for.")).to_be_visible()
    page.get_by_label("A claim to the funder").check()
    with page.expect_download() as loading:
        page.get_by_role("button", name="Make the file").click()
    told = loading.value
    assert told.suggested_filename == "table-2027-06.csv"
    rows = list(csv.reader(told.path().read_text("utf-8-sig").splitlines()))
    assert ["Months of a person", "10"] in [row[3:5] for row in rows], rows
    said = told.path().read_text("utf-8-sig")
    assert not NAMES.search(said) and june.SECRET not in said


def rule(desk: Desk, **told: str) -> None:
    """A rule for clocks of the agency's own, or one more of a kind it has."""
    page = desk.of(ADMIN, "/program/clock-rules/new/")
    for name, value in told.items():
        field = page.locator(f"main [name={name}]")
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Rules for clocks")


def starts(desk: Desk, alias: str, day: str) -> Page:
    """A clock by that rule."""
    page = desk.of(CM1, f"/people/{known_id(alias)}/clocks/")
    page.get_by_role("link", name="Start a clock").click()
    page.get_by_label("What it is about").select_option(label=RULE)
    page.get_by_label("What day it starts").fill(day)
    desk.send(page.get_by_role("button", name=re.compile("Start|Save")))
    desk.goto(page, f"/people/{known_id(alias)}/clocks/")
    return page


def test_step_12_a_rule_changes_for_new_clocks_alone(desk: Desk) -> None:
    whence = {"unit": "Months", "source_title": "Invented for this story"}
    way = "To the same day of the last month, or its last day if that is shorter"
    rule(desk, name=RULE, amount="8", way=way, ends_on="9/30/2027", **whence)
    page = starts(desk, "Maple", "6/15/2027")
    desk.stands(page, RULE, "Feb 15, 2028")
    rule(desk, key=RULE, amount="4", way=way, from_on="10/1/2027", **whence)
    page = desk.of(ADMIN, "/program/clock-rules/")
    page.get_by_text(RULE).first.click()
    desk.nothing_serious(page, "rules for clocks")
    desk.clock(SUPERVISOR, "2027-10-04T09:00")
    page = starts(desk, "Linden", "10/2/2027")
    desk.stands(page, RULE, "Feb 2, 2028")
    desk.nothing_serious(page, "clocks")
    desk.stands(desk.of(CM1, f"/people/{known_id('Maple')}/clocks/"), "Feb 15, 2028")
    desk.clock(SUPERVISOR, NOON)


def test_step_14_capacity_funds_waiting_and_gaps_on_one_page(desk: Desk) -> None:
    page = desk.of(DIRECTOR, "/program/overview/")
    desk.stands(
        page,
        "Waiting for a case manager",
        "Capacity by team",
        june.GIFT,
        "$2,000.00 left",
        "Long-term housing",
    )
    says_nothing_of_anybody(page)
    desk.nothing_serious(page, "the overview")


def test_step_15_the_set_up_goes_along_into_an_empty_house(desk: Desk) -> None:
    page = desk.of(ADMIN, "/program/set-up-file/")
    desk.nothing_serious(page, "the set-up file")
    with page.expect_download() as loading:
        page.get_by_role("link", name="Save the file").click()
    told = loading.value.path().read_bytes()
    said = told.decode()
    assert not NAMES.search(said) and june.SECRET not in said
    assert june.CONTRACT in said and RULE in said
    with House(staff_only=True).opened() as empty:
        other = Desk(desk.browser, empty, desk.width)
        page = other.of(ADMIN, "/program/set-up-file/")
        page.locator("main input[type=file]").set_input_files(
            {"name": "set-up.json", "mimeType": "application/json", "buffer": told}
        )
        other.send(page.get_by_role("button", name="Take it over"))
        other.stands(other.of(DIRECTOR, "/streams/"), june.CONTRACT, june.STATE)
        other.stands(other.of(ADMIN, "/program/clock-rules/"), RULE)
        expect(other.of(SUPERVISOR, "/people/").locator("main")).not_to_contain_text("Maple")
        assert other.wrong == []
        other.close()
