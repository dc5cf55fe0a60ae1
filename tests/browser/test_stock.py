"""Stock of basic needs on the demo, on a screen and on a phone: out in three taps, undo, counting, a donor's gift."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM2, DIRECTOR, DROP_IN, SITE, known_id
from alongside.project.demo.stock import OFFICE
from tests.browser.desk import Desk
from tests.browser.stage import House

SPARROW = f"/people/{known_id('Sparrow')}/needs/"


@pytest.fixture(scope="module")
def house(width: int) -> Iterator[House]:
    """The demo where it stands, new for each width: what came is here and is not asked for again."""
    with House(beginning=False).opened() as opened:
        yield opened


def shelf(page: Page, thing: str) -> int:
    """How many are left of a thing without sizes, as its button says."""
    said = page.get_by_role("link", name=re.compile(rf"^{thing}, .* left")).inner_text()
    return int(re.findall(r"\d+", said)[-1])


def opens_stock(desk: Desk, page: Page) -> None:
    """From Today, with one tap."""
    desk.goto(page, "/")
    page.locator("main").get_by_role("link", name="Basic needs", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Basic needs")


def test_three_taps_take_it_out_and_one_brings_it_back(desk: Desk) -> None:
    page = desk.of(DROP_IN)
    opens_stock(desk, page)
    expect(page.get_by_role("heading", level=2, name=SITE)).to_be_visible()
    desk.nothing_serious(page, "stock")
    before = shelf(page, "Hygiene kit")
    people = desk.of(DROP_IN, "/").locator("main").inner_text()
    desk.goto(page, "/stock/")  # the first tap, as above
    page.get_by_role("link", name=re.compile("^Hygiene kit, ")).click()  # the second
    desk.nothing_serious(page, "how many")
    desk.send(page.get_by_role("button", name="2 taken", exact=True))  # the third
    expect(page.get_by_text("Taken: 2 × Hygiene kit.")).to_be_visible()
    assert shelf(page, "Hygiene kit") == before - 2
    desk.send(page.get_by_role("button", name="Undo"))
    desk.stands(page, "the count is as before", times=0)
    assert shelf(page, "Hygiene kit") == before
    assert desk.of(DROP_IN, "/").locator("main").inner_text() == people  # nobody came of it


def test_of_what_few_are_left_is_told_by_name_and_both_places_are_near(desk: Desk) -> None:
    page = desk.of(DROP_IN, "/")
    page.get_by_text(re.compile(r"^Few left: \d thing")).click()
    expect(page.get_by_text(f"1 left of Winter coat, size M, at {SITE}")).to_be_visible()
    desk.nothing_serious(page, "few left, on Today")
    desk.goto(page, "/stock/")
    page.get_by_role("link", name=OFFICE).click()
    desk.stands(page, "Bag of groceries")
    expect(page.get_by_text("Winter coat")).to_have_count(0)


def test_what_is_counted_stands_and_an_empty_blank_changes_nothing(desk: Desk) -> None:
    page = desk.of(DROP_IN, "/stock/")
    kits = shelf(page, "Hygiene kit")
    page.get_by_role("link", name="Count what is there").click()
    desk.nothing_serious(page, "counting")
    page.get_by_label("Diapers, size 4").fill(str(desk.width))
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Counted. What changed: Diapers, size 4", times=0)
    desk.stands(page, f"size 4 · {desk.width} left")
    assert shelf(page, "Hygiene kit") == kits


def test_a_gift_that_was_asked_for_arrives_and_whoever_asked_reads_it(desk: Desk) -> None:
    page = desk.of(DROP_IN, "/donations/")
    coat = page.locator("li", has_text="winter coat")
    desk.nothing_serious(page, "what donors are asked for")
    desk.send(coat.get_by_role("button", name="It came: into stock"))
    desk.stands(page, "In stock: 1 × Winter coat, child size 5.", times=0)
    asked = desk.of(CM2, SPARROW).locator("li", has_text="winter coat")
    expect(asked).to_contain_text("It is here")
    desk.goto(page, "/donations/")
    assert "Sparrow" not in page.content()
    opens_stock(desk, page)
    desk.stands(page, "child size 5")
    desk.goto(page, "/stock/months/")
    desk.nothing_serious(page, "stock by month")
    desk.nothing_serious(desk.of(DIRECTOR, "/stock/months/"), "stock by month, for the director")
