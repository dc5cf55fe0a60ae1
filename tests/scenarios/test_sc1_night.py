"""SC1, act 5: the days around a deposition. The call at night that opens a brief (27), a question and no news (28)."""

import re

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, ON_CALL, SUPERVISOR
from tests.browser.desk import Desk
from tests.scenarios.test_sc1_act4 import path_of

KNOW, NOT_YET = "Knocking frightens her; say who you are first", "She has a sister in town"


def test_act_5_the_night_and_the_question(desk: Desk) -> None:
    page = desk.of(CM1)
    person = the_days_around_it(desk, page)
    the_call_at_night(desk, person)
    the_opening_is_looked_at(desk)
    when_is_the_trial(desk, page, person)


def the_days_around_it(desk: Desk, page: Page) -> str:
    """The window of step 25, and a brief that Lantern approved line by line."""
    desk.clock(CM1, "2027-04-06T10:00")
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill("Lantern")
    page.get_by_label("What they would like help with").fill("know if I am allowed to stay")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = path_of(page)
    desk.goto(page, f"{person}reaching/new/")
    page.get_by_label("Number, address or whom to ask for").fill("555-0199")
    page.get_by_label("Code word").fill("maple leaf")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, f"{person}periods/")
    desk.stands(page, "Proposed", "First weeks with us")
    desk.nothing_serious(page, "critical periods, proposed")
    desk.send(page.get_by_role("button", name="Decline"))
    page.get_by_role("link", name="Set a critical period").click()
    page.get_by_label("What it is about").select_option(label="Deposition")
    page.get_by_label("First day").fill("4/23/2027")
    page.get_by_label("Last day").fill("5/10/2027")
    page.get_by_label("Intense").check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Agreed", "Deposition", "Intense")
    desk.goto(page, f"{person}brief/")
    page.get_by_label("The line, in their words").fill(KNOW)
    page.get_by_label("I read it to them, and they approve it").check()
    desk.send(page.get_by_role("button", name="Add this line"))
    page.get_by_label("The line, in their words").fill(NOT_YET)
    desk.send(page.get_by_role("button", name="Add this line"))
    desk.stands(page, KNOW, "They approved it on", NOT_YET, "Not approved yet", "maple leaf")
    desk.nothing_serious(page, "the brief, with its person")
    return person


def the_call_at_night(desk: Desk, person: str) -> None:
    """Step 27: an alias and the code word lead to the brief; the file stays shut; the press is kept."""
    desk.clock(CM1, "2027-04-26T20:00")
    lead = desk.of(SUPERVISOR, "/on-call/")
    if lead.get_by_text("Put somebody on call").locator("visible=true").count():
        lead.get_by_text("Put somebody on call").first.click()
    lead.get_by_label("Who", exact=True).select_option(label="On-call advocate")
    lead.get_by_label("First", exact=True).check()
    lead.get_by_label("From", exact=True).fill("4/26/2027, 8 PM")
    lead.get_by_label("Until", exact=True).fill("4/27/2027, 8 AM")
    desk.send(lead.get_by_role("button", name="Put on call"))
    desk.clock(CM1, "2027-04-27T01:30")
    night = desk.of(ON_CALL, "/")
    desk.stands(night, "Log a call", "Lantern", "Critical period through May 10")
    desk.nothing_serious(night, "Today at night")
    night.get_by_role("link", name="A name and a code word").click()
    night.get_by_label("The name they gave").fill("Heron")
    night.get_by_label("The code word they said").fill("maple leaf")
    desk.send(night.locator("main").get_by_role("button", name="Find", exact=True))
    desk.stands(night, "No record opened", "They say they were with us")
    desk.send(night.get_by_role("link", name="Try once more"))
    night.get_by_label("The name they gave").fill("lantern")
    night.get_by_label("The code word they said").fill("maple leaf")
    desk.send(night.locator("main").get_by_role("button", name="Find", exact=True))
    expect(night.locator("main")).not_to_contain_text(KNOW)
    desk.send(night.get_by_role("button", name="Open the brief"))
    desk.stands(night, KNOW, "maple leaf", "Code word first")
    expect(night.locator("main")).not_to_contain_text(re.compile(f"{NOT_YET}|555-0199|allowed to stay"))
    desk.nothing_serious(night, "the brief at night")
    with desk.forgiving("404"):
        answer = night.goto(person)
        assert answer is not None and answer.status == 404


def the_opening_is_looked_at(desk: Desk) -> None:
    """Listed for review on the next morning, and gone once it was looked at."""
    desk.clock(CM1, "2027-04-27T09:00")
    lead = desk.of(SUPERVISOR, "/")
    card = lead.get_by_role("region", name="On-call briefs that were opened")
    expect(card).to_contain_text("Lantern")
    expect(card).to_contain_text("On-call advocate")
    desk.send(card.get_by_role("button", name="I looked at it"))
    expect(lead.get_by_role("region", name="On-call briefs that were opened")).to_have_count(0)


def when_is_the_trial(desk: Desk, page: Page, person: str) -> None:
    """Step 28: asked on Monday, promised for Friday, and on Friday there is no news, which is an answer."""
    desk.clock(CM1, "2027-05-03T10:00")
    desk.goto(page, f"{person}questions/new/")
    page.get_by_label("What they asked, in their words").fill("When is the trial?")
    page.get_by_label("Who holds the answer").fill("the victim-witness coordinator")
    page.get_by_label("They may not say yet").check()
    page.get_by_label("The day we asked").fill("5/3/2027")
    page.get_by_label("How they can ask themselves").fill("555-0133, weekdays")
    page.get_by_label("They hear from us by").fill("5/7/2027")
    page.get_by_text("I am not allowed to say", exact=True).click()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.clock(CM1, "2027-05-07T09:00")
    desk.goto(page, "/")
    expect(page.get_by_role("region", name="People who may need me")).to_contain_text("When is the trial?")
    page.get_by_role("link", name=re.compile("Give an update|Update promised")).first.click()
    page.get_by_label("No news yet").check()
    page.get_by_label("They hear from us again by").fill("5/14/2027")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.nothing_serious(page, "their questions")
    page.get_by_role("link", name="Print", exact=True).click()
    desk.stands(
        page,
        "We asked the victim-witness coordinator on May 3.",
        "They cannot say yet.",
        "You can ask them yourself: 555-0133, weekdays",
        "No news yet, May 7.",
        "You hear from us by May 14, even if there is no news.",
        within="body",
    )
    desk.nothing_serious(page, "their questions on paper")
