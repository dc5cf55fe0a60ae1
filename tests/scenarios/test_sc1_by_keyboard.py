"""SC1, acts 1 and 2, by somebody who has a keyboard and no mouse: the same story, every press and word by keys."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import ElementHandle, Locator, Page

from tests.browser.desk import Desk
from tests.scenarios.test_sc1 import test_act_1_first_contact as act_1
from tests.scenarios.test_sc1 import test_act_2_welcome_intake_and_goals as act_2

FARTHEST = 300  # steps of Tab, once around a page of many blanks
# What is pressed when this is pressed: a label stands for its blank, words for the button they stand in.
PRESSED = """one => {
    const found = one.closest("a, button, summary, input, select, textarea, label") || one;
    return found.matches("label") ? found.control : found;
}"""
HERE = "one => document.activeElement === one"
IN_GROUP = "one => document.activeElement.type === 'radio' && document.activeElement.name === one.name"
LEADS = (
    "one => one.matches('a[href]:not([data-note], [download])') && !one.getAttribute('href').startsWith('#')"
)
LABEL = "(one, wish) => [...one.options].find(each => wish in {[each.value]: 1, [each.label]: 1}).label"


def go_to(page: Page, one: ElementHandle, there: str = HERE) -> None:
    """Tab until this has the focus."""
    for _step in range(FARTHEST):
        if one.evaluate(there):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not lead to {one.evaluate('one => one.outerHTML')[:200]} on {page.url}")


def meant(locator: Locator) -> ElementHandle:
    """What a finger would reach."""
    found = locator.element_handle().evaluate_handle(PRESSED).as_element()
    assert found is not None
    return found


def press(locator: Locator, **_more: Any) -> None:
    """Press a link or a button; choose among answers by the arrows."""
    one, page = meant(locator), locator.page
    if one.evaluate("one => one.type === 'radio'"):
        go_to(page, one, IN_GROUP)
        for _step in range(FARTHEST):
            if one.evaluate(HERE):
                break
            page.keyboard.press("ArrowDown")
        if not one.is_checked():
            page.keyboard.press("Space")
        assert one.is_checked()
        return
    go_to(page, one)
    if one.evaluate(LEADS):
        with page.expect_navigation():
            page.keyboard.press("Enter")
        return
    page.keyboard.press("Space" if one.evaluate("one => one.type === 'checkbox'") else "Enter")


def tick(locator: Locator, **_more: Any) -> None:
    """Tick a blank that is not ticked yet."""
    if not meant(locator).is_checked():
        press(locator)


def write(locator: Locator, value: str, **_more: Any) -> None:
    """Write in place of what stands there."""
    go_to(locator.page, meant(locator))
    locator.page.keyboard.press("Control+a")
    locator.page.keyboard.insert_text(value)


def choose(locator: Locator, value: str | None = None, *, label: str | None = None, **_more: Any) -> None:
    """Choose from a list by typing what it is called."""
    one = meant(locator)
    go_to(locator.page, one)
    locator.page.keyboard.type(one.evaluate(LABEL, value or label))


@pytest.fixture(autouse=True)
def _no_mouse(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name, by_keys in {"click": press, "check": tick, "fill": write, "select_option": choose}.items():
        monkeypatch.setattr(Locator, name, by_keys)
    yield


@pytest.fixture(scope="module", params=[1280])
def width(request: pytest.FixtureRequest) -> int:
    """A screen with a keyboard before it."""
    return int(request.param)


def test_a_first_contact_a_welcome_an_intake_and_a_goal_sheet(desk: Desk) -> None:
    act_1(desk)
    act_2(desk)
