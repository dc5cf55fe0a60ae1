"""SC1, act 8, step 40: at night an alias and a code word open the door of a closed record again, in two clicks."""

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM2, ON_CALL, SUPERVISOR
from tests.browser.desk import Desk
from tests.scenarios.test_sc1_act4 import GOAL, STEP, nothing_unkind, path_of

ALIAS, WORD = "Lanterna", "river stone"  # Lantern of the acts before is in the same house
THEIRS = "I have my own keys"


def test_act_8_it_is_lantern(desk: Desk) -> None:
    page = desk.of(CM2)
    person = closed_with_the_door_open(desk, page)
    the_advocate_is_on_call(desk)
    back_in_two_clicks(desk, person)
    nothing_is_asked_again(desk, page, person)


def closed_with_the_door_open(desk: Desk, page: Page) -> str:
    """What the acts before left: a code word, an agreement, a goal; and closing in their words."""
    desk.clock(CM2, "2028-12-01T10:00")
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill(ALIAS)
    page.get_by_label("What they would like help with").fill("my tooth")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = path_of(page)
    desk.goto(page, f"{person}reaching/new/")
    page.get_by_label("Number, address or whom to ask for").fill("555-0177")
    page.get_by_label("Code word").fill(WORD)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, f"{person}agreement/write/")
    page.get_by_label("In our words").fill("Monday to Friday, nine to five.")
    page.get_by_label("In their words").fill("never after six")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, f"{person}goals/")
    goal = page.locator("#sheet .goal").first
    goal.get_by_text("When, steps, what is in the way").click()
    goal.get_by_label("My goals", exact=True).fill(GOAL)
    goal.get_by_role("listitem").first.get_by_label("Steps", exact=True).fill(STEP)
    desk.send(page.get_by_role("button", name="Save the sheet"))
    desk.goto(page, f"{person}closing/")
    page.get_by_label("How it ends for now").fill(THEIRS)
    page.get_by_label("What they would like us to keep").fill("keep my goals")
    desk.send(page.get_by_role("button", name="Close, with the door open"))
    desk.send(page.get_by_role("button", name="Go on"))
    desk.send(page.get_by_role("link", name="Go on"))
    desk.stands(page, "Closed (door open)", THEIRS)
    return person


def the_advocate_is_on_call(desk: Desk) -> None:
    """The night of 9 March 2029."""
    desk.clock(CM2, "2029-03-08T18:00")
    lead = desk.of(SUPERVISOR, "/on-call/")
    if lead.get_by_text("Put somebody on call").locator("visible=true").count():
        lead.get_by_text("Put somebody on call").first.click()
    lead.get_by_label("Who", exact=True).select_option(label="On-call advocate")
    lead.get_by_label("First", exact=True).check()
    lead.get_by_label("From", exact=True).fill("3/8/2029, 8 PM")
    lead.get_by_label("Until", exact=True).fill("3/9/2029, 8 AM")
    desk.send(lead.get_by_role("button", name="Put on call"))
    desk.clock(CM2, "2029-03-09T02:10")


def back_in_two_clicks(desk: Desk, person: str) -> None:
    """The name and the word find them, one press opens the door; the advocate reads nothing of the record."""
    night = desk.of(ON_CALL, "/")
    expect(night.locator("main")).not_to_contain_text(ALIAS)
    night.get_by_role("link", name="A name and a code word").click()
    night.get_by_label("The name they gave").fill(ALIAS)
    night.get_by_label("The code word they said").fill(WORD)
    desk.send(night.locator("main").get_by_role("button", name="Find", exact=True))
    desk.stands(night, "It is them", "Nothing has to be told twice.")
    desk.nothing_serious(night, "a closed record at night")
    desk.send(night.locator("main").get_by_role("button", name="They are back"))
    expect(night.locator("body")).to_contain_text("with whoever walked with them last. Today tells them.")
    expect(night.locator("main")).not_to_contain_text(THEIRS)
    expect(night.locator("main")).not_to_contain_text(GOAL)
    with desk.forgiving("404"):
        answer = night.goto(person)
        assert answer is not None and answer.status == 404


def nothing_is_asked_again(desk: Desk, page: Page, person: str) -> None:
    """The case manager they had is theirs; goals and agreement are as they were, and Today says that they called."""
    desk.clock(CM2, "2029-03-09T09:00")
    desk.goto(page, "/")
    needed = page.get_by_role("region", name="People who may need me")
    expect(needed).to_contain_text(ALIAS)
    expect(needed).to_contain_text("They called and gave their code word. On-call advocate took the call.")
    desk.nothing_serious(page, "Today after the night")
    desk.goto(page, person)
    desk.stands(page, "Case manager: you", within=".person-head")
    desk.stands(page, "back again", GOAL, "in both our words")
    nothing_unkind(page)
    desk.goto(page, f"{person}goals/")
    desk.stands(page, GOAL, STEP)
    desk.nothing_serious(page, "goals after coming back")
