"""What a person's page measures on the fullest person of the demo: numbers, not a picture."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from alongside.project.demo.cast import CM1
from tests.browser.desk import Desk

MEASURED = """() => {
    const box = name => {
        const found = [...document.querySelectorAll(name)].find(one => one.getClientRects().length);
        if (!found) return null;
        const {top, bottom, height} = found.getBoundingClientRect();
        return {top, bottom, height};
    };
    const main = document.querySelector("main");
    const asked = "a, button, summary, input:not([type=hidden]), select, textarea";
    return {
        words: main.innerText.split(/\\s+/).length,
        controls: [...main.querySelectorAll(asked)].filter(one => one.checkVisibility()).length,
        screens: document.documentElement.scrollHeight / window.innerHeight,
        line: box(".person-line"), rest: box(".person-rest"),
        connection: box(".strand.connection"), plan: box(".strand.plan"),
    };
}"""


def measured(page: Page, width: int, height: int, down: int = 0) -> dict[str, Any]:
    """The page in a window of this size, scrolled down so far."""
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(f"window.scrollTo(0, {down})")
    found: dict[str, Any] = page.evaluate(MEASURED)
    return found


def fullest(desk: Desk) -> tuple[Page, str]:
    """The page of whoever's has the most words."""
    page = desk.of(CM1, "/people/")
    links = page.locator("main a[href^='/people/']").evaluate_all("all => all.map(one => one.pathname)")
    people = [each for each in dict.fromkeys(links) if len(each.strip("/").split("/")) == 2]
    words = {}
    for each in people:
        desk.goto(page, each)
        words[each] = page.evaluate(MEASURED)["words"]
    assert len(words) > 3
    address = max(words, key=lambda one: words[one])
    desk.goto(page, address)
    return page, address


def test_a_persons_page_fits_its_screens_and_its_line_stays_in_sight(desk: Desk) -> None:
    page, _address = fullest(desk)
    width, height, screens, head = (1280, 800, 2.2, 160) if desk.width == 1280 else (375, 667, 4.5, 86)
    whole = measured(page, width, height)
    assert whole["words"] <= 450 and whole["controls"] <= 35, whole
    assert whole["screens"] <= screens, whole
    assert whole["rest"]["bottom"] - whole["line"]["top"] <= head, whole
    down = measured(page, width, height, 600)
    assert down["line"]["height"] <= 48 and 0 < down["line"]["top"] < 120 and down["rest"]["bottom"] < 0, down
    low = measured(page, 320, 256, 600)  # as at a zoom of 400 %
    assert low["line"]["bottom"] < 0, low
    if desk.width == 1280:
        short = measured(page, 1366, 650)
        assert short["connection"]["top"] == short["plan"]["top"] <= 260, short
        assert abs(short["connection"]["height"] - short["plan"]["height"]) < 1, short


def test_without_a_script_the_line_unfolds_and_both_strands_are_a_touch_away(desk: Desk) -> None:
    signed_in, address = fullest(desk)
    page = desk.fresh(storage_state=signed_in.context.storage_state(), java_script_enabled=False)
    desk.goto(page, address)
    page.locator(".person-more summary").click()
    assert page.locator(".person-sheet").is_visible()
    page.locator(".person-more summary").click()
    for strand in ("plan", "connection"):
        if desk.width == 375:
            page.locator(f"label[for=show-{strand}]").click()
        begins = page.locator(f".strand.{strand}").bounding_box()
        assert begins is not None and begins["y"] < 667, strand
    assert urlsplit(page.url).path == address
    page.context.close()


def test_the_tab_one_is_on_is_in_sight(desk: Desk) -> None:
    """On a phone a row of tabs is wider than the window: it begins where one is."""
    page, address = fullest(desk)
    for more in ("goals/", "strands/", "periods/", "about/"):
        desk.goto(page, f"{address}{more}")
        for each in page.locator(".tabs a[aria-current]").all():
            box = each.bounding_box()
            assert box is not None and box["x"] > -1 and box["x"] + box["width"] < desk.width + 1, more
