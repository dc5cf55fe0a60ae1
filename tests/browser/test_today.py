"""Today and People on the demo's busiest day: how much there is to read, whole words, finding while typing."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from alongside.project.demo.cast import CM1, CM2, SUPERVISOR, known_id
from tests.browser.desk import Desk
from tests.browser.stage import House

BUSIEST = "2027-02-22T09:00"
# What is seen: not what only a screen reader says, nor the round marks.
READ = """(() => {
    const main = document.querySelector("main").cloneNode(true);
    main.querySelectorAll(".visually-hidden, .seal").forEach((one) => one.remove());
    document.body.append(main);
    const words = main.innerText.trim().split(/\\s+/).length;
    main.remove();
    return words;
})()"""
SCREENS = "document.documentElement.scrollHeight / window.innerHeight"
# Every word that is drawn on more than one line, among what matches.
BROKEN = """(what) => [...document.querySelectorAll(what)].filter((one) => one.offsetParent).flatMap((one) => {
    const found = [], walk = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    for (let text = walk.nextNode(); text; text = walk.nextNode())
        for (const word of text.data.matchAll(/[\\p{L}\\p{N}]+/gu)) {
            const range = document.createRange();
            range.setStart(text, word.index);
            range.setEnd(text, word.index + word[0].length);
            const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
            if (lines.size > 1) found.push(word[0]);
        }
    return found;
})"""


@pytest.fixture(scope="module")
def desk_of_now(browser: Browser) -> Iterator[Desk]:
    """The demo where it stands."""
    with House(beginning=False).opened() as house:
        desk = Desk(browser, house, 1280)
        desk.clock(CM1, BUSIEST)
        yield desk
        desk.close()


def at(desk: Desk, path: str, width: int, height: int) -> Page:
    page = desk.of(CM1)
    page.set_viewport_size({"width": width, "height": height})
    desk.goto(page, path)
    return page


@pytest.mark.parametrize(("width", "height", "screens"), [(1280, 800, 1.2), (375, 667, 2.5)])
def test_today_is_read_at_a_glance(desk_of_now: Desk, width: int, height: int, screens: float) -> None:
    page = at(desk_of_now, "/", width, height)
    assert page.evaluate(READ) <= 200
    assert page.evaluate(SCREENS) <= screens


@pytest.mark.parametrize(("language", "width"), [("en", 375), ("es", 375), ("en", 320), ("es", 320)])
def test_no_word_is_broken_in_the_bar_nor_in_a_list(desk_of_now: Desk, language: str, width: int) -> None:
    page = at(desk_of_now, "/", width, 667)
    other = page.locator(f".more-sheet button[name=language][value={language}]")
    if other.count():
        page.locator(".bar .more > summary").click()
        other.click()
    for path in ("/", "/people/", "/people/?as=table"):
        desk_of_now.goto(page, path)
        assert page.evaluate(BROKEN, ".bar, th, td, .chip, .btn, .glance") == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (375, 667)])
def test_somebody_is_found_while_one_types(desk_of_now: Desk, width: int, height: int) -> None:
    page = at(desk_of_now, "/people/", width, height)
    page.keyboard.press("/")
    page.keyboard.type("lant")
    expect(page.locator(".hits:visible").get_by_role("link")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lantern")
    page.keyboard.press("/")
    page.keyboard.type("zzz")
    expect(page.locator(".hits:visible .why")).to_be_visible()  # nobody is found
    page.keyboard.press("Escape")
    expect(page.locator(".hits:visible")).to_have_count(0)


def test_the_only_hit_opens_by_enter(desk_of_now: Desk) -> None:
    page = at(desk_of_now, "/people/", 1280, 800)
    page.keyboard.press("/")
    page.keyboard.type("lantern")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lantern")


def away(page: Page, *ways: str) -> int:
    """How many clicks it takes to come to the last of these and press it: each is in sight after those before it."""
    for way in ways:
        here = page.locator(way).locator("visible=true").first
        expect(here, way).to_be_visible()
        if way != ways[-1]:
            here.click()
    return len(ways)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (375, 667)])
def test_what_one_may_have_to_do_in_a_hurry_takes_two_clicks(
    desk_of_now: Desk, width: int, height: int
) -> None:
    menu = ".top .menu > summary" if width == 1280 else ".bar .more > summary"
    lantern = f"/people/{known_id('Lantern')}/"
    for path in ("/", f"{lantern}record/"):
        page = at(desk_of_now, path, width, height)
        assert away(page, menu, "a[href='/off/']") == 2
        page = at(desk_of_now, path, width, height)
        assert away(page, "a[href^='/in-it-now/']", "#overlay form[action='/debrief/'] button.btn") == 2
    page = at(desk_of_now, f"{lantern}sharing/", width, height)
    assert away(page, "details:has(> form[action$='/stop/']) > summary", "form[action$='/stop/'] button") == 2


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (375, 667)])
def test_the_door_is_open_in_two_clicks(desk_of_now: Desk, width: int, height: int) -> None:
    """Somebody who was away goes on, and an anonymous contact becomes a case with one sentence."""
    page = desk_of_now.of(CM2)
    page.set_viewport_size({"width": width, "height": height})
    desk_of_now.goto(page, "/people/")
    birch = f"/people/{known_id('Birch')}/"
    assert away(page, f"main a[href='{birch}']", "form[action$='/again/'] button") == 2
    page = desk_of_now.of(SUPERVISOR)
    page.set_viewport_size({"width": width, "height": height})
    desk_of_now.goto(page, "/calls/new/")
    desk_of_now.send(page.get_by_role("button", name="Save this call"))
    assert away(page, "a[href$='/start/']", "#asked button.btn") == 2
    assert page.locator("#asked textarea, #asked input[type=text]").count() == 1
