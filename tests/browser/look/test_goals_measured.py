"""What the goal sheet measures on the demo: few controls while it is read, one goal open at a time, Save in sight."""

from itertools import count
from urllib.parse import urlsplit

from playwright.sync_api import expect

from alongside.project.demo.cast import CM1
from tests.browser.desk import Desk

CONTROLS = """() => [...document.querySelectorAll("main :is(a, button, summary, input, select, textarea)")]
    .filter(one => one.type !== "hidden" && one.checkVisibility()).length"""
PLENTY = 25
NUMBER = count(100)  # each test has somebody of its own
GOALS = 3


def with_three(desk: Desk) -> str:
    """Somebody who has three goals, the first with two steps, what is in the way and what was tried."""
    page = desk.of(CM1, "/people/new/")
    page.get_by_role("textbox", name="Alias", exact=True).fill(f"Quartz {next(NUMBER)}")
    page.get_by_label("What they would like help with, in their own words").fill("a quiet room")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = urlsplit(page.url).path
    desk.goto(page, f"{person}goals/")
    for number in range(GOALS):
        goal = page.locator("#sheet .goal").nth(number)
        goal.get_by_label("My goals", exact=True).fill(f"a quiet room {number}")
        goal.locator("summary").first.click()
        for step in range(2):
            goal.get_by_role("listitem").nth(step).get_by_label("Steps", exact=True).fill(f"visit {step}")
        goal.get_by_label("What is in the way", exact=True).fill("they ask for papers")
    desk.send(page.get_by_role("button", name="Save the sheet"))
    expect(page.locator("#sheet .goal h3")).to_have_count(GOALS)
    return person


def test_a_sheet_of_three_goals_is_read_and_one_is_open_with_save_in_sight(desk: Desk) -> None:
    with_three(desk)
    page = desk.of(CM1)
    assert page.evaluate(CONTROLS) <= PLENTY
    expect(page.locator("#sheet textarea")).to_have_count(0)
    page.locator("#sheet .goal").nth(1).get_by_role("link", name="Edit").click()
    expect(page.locator("#sheet [name^=g-][name$=-words]")).to_have_count(1)
    save = page.locator("#sheet").get_by_role("button", name="Save", exact=True)
    for down in (0, 400, 5000):
        page.evaluate(f"window.scrollTo(0, {down})")
        expect(save).to_be_in_viewport()
    desk.nothing_serious(page, "one goal open")


def test_without_a_script_a_goal_opens_and_is_saved(desk: Desk) -> None:
    person = with_three(desk)
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
# The button of a picker belongs to its line.
SEEN = CONTROLS.replace(
    "checkVisibility()", "checkVisibility() && one.ariaHidden !== 'true' && !one.matches('.pick')"
)


def test_permission_and_referral_ask_little_at_once(desk: Desk) -> None:
    person = with_three(desk)
    page = desk.of(CM1)
    desk.goto(page, f"{person}sharing/new/")
    grant = page.locator("main a[href*='to=']").first.get_attribute("href")
    for address in (f"{person}sharing/new/{grant}&step=", f"{person}referrals/new/?step="):
        for step in range(STEPS):
            desk.goto(page, f"{address}{step}")
            assert page.evaluate(SEEN) <= AT_ONCE, (address, step)
            desk.nothing_serious(page, f"{address}{step}")
