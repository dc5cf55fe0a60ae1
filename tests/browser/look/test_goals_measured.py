"""What the goal sheet measures on the demo: few controls while it is read, one goal open at a time, Save in sight."""

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1
from tests.browser.desk import Desk

CONTROLS = """() => [...document.querySelectorAll("main :is(a, button, summary, input, select, textarea)")]
    .filter(one => one.type !== "hidden" && one.checkVisibility()).length"""
PLENTY = 25
GOALS = 3


def lanterns(desk: Desk, page: Page) -> str:
    """The sheet of somebody of the demo with three goals."""
    desk.goto(page, "/people/")
    person = page.get_by_role("link", name="Lantern", exact=True).first.get_attribute("href")
    assert person is not None
    desk.goto(page, f"{person}goals/")
    expect(page.locator("#sheet .goal")).to_have_count(GOALS)
    return person


def test_a_sheet_of_three_goals_is_read_and_one_is_open_with_save_in_sight(desk: Desk) -> None:
    page = desk.of(CM1)
    lanterns(desk, page)
    assert page.evaluate(CONTROLS) <= PLENTY
    expect(page.locator("#sheet textarea")).to_have_count(0)
    page.locator("#sheet .goal").nth(1).get_by_role("link", name="Edit").click()
    expect(page.locator("#sheet").get_by_label("My goals")).to_have_count(1)
    save = page.locator("#sheet").get_by_role("button", name="Save", exact=True)
    for down in (0, 400, 5000):
        page.evaluate(f"window.scrollTo(0, {down})")
        expect(save).to_be_in_viewport()
    desk.nothing_serious(page, "one goal open")


def test_without_a_script_a_goal_opens_and_is_saved(desk: Desk) -> None:
    person = lanterns(desk, desk.of(CM1))
    page = desk.fresh(storage_state=desk.of(CM1).context.storage_state(), java_script_enabled=False)
    desk.goto(page, f"{person}goals/")
    page.locator("#sheet .goal").first.get_by_role("link", name="Edit").click()
    page.get_by_label("What is in the way").fill(f"they ask for papers, {desk.width}")
    page.locator("#sheet").get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("#sheet .goal").first).to_contain_text(f"they ask for papers, {desk.width}")
    expect(page.locator("#sheet textarea")).to_have_count(0)
    page.context.close()


STEPS = 3
AT_ONCE = 20
SEEN = CONTROLS.replace("checkVisibility()", "checkVisibility() && one.ariaHidden !== 'true'")


def test_permission_and_referral_ask_little_at_once(desk: Desk) -> None:
    page = desk.of(CM1)
    person = lanterns(desk, page)
    desk.goto(page, f"{person}sharing/new/")
    grant = page.locator("main a[href*='to=']").first.get_attribute("href")
    for address in (f"{person}sharing/new/{grant}&step=", f"{person}referrals/new/?step="):
        for step in range(STEPS):
            desk.goto(page, f"{address}{step}")
            assert page.evaluate(SEEN) <= AT_ONCE, (address, step)
            desk.nothing_serious(page, f"{address}{step}")
