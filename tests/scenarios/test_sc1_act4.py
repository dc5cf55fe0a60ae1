"""SC1, act 4, six weeks of silence (but for the guard and the pause panel); of act 8, parting and coming back."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, PROGRAM
from tests.browser.desk import Desk

WISH = "one text, then wait two weeks"
GOAL, STEP = "fix my tooth", "ask the dental clinic who interprets"
UNKIND = re.compile(r"overdue|\bno-show|missed|refused|failed|incomplete|regress|\d ?%", re.IGNORECASE)


def path_of(page: Page) -> str:
    """The address in front of somebody."""
    return urlsplit(page.url).path


def nothing_unkind(page: Page) -> None:
    """No word of blame, no score and no counter on the page."""
    found = UNKIND.search(page.locator("main").inner_text())
    assert found is None, found


def test_act_4_six_weeks_of_silence(desk: Desk) -> None:
    page = desk.of(CM1)
    person = before_the_silence(desk, page)
    we_did_not_meet(desk, page, person)
    quiet(desk, page, person)
    february(desk, page, person)
    walks_in_again(desk, page, person)
    desk.lived.add(person)


def before_the_silence(desk: Desk, page: Page) -> str:
    """What acts 1 to 3 left: a wish, an agreement, a goal with its step, and a meeting on 5 February."""
    desk.clock(CM1, "2027-01-20T10:00")
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill("Lantern")
    page.get_by_label("What they would like help with").fill("my tooth")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = path_of(page)
    desk.goto(page, f"{person}welcome/")
    desk.send(page.get_by_role("button", name="We talked about this"))
    desk.goto(page, f"{person}about/")
    page.get_by_label("If we do not hear from you").fill(WISH)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, f"{person}agreement/write/")
    page.get_by_label("In our words").fill("Monday to Friday, nine to five. Text is fine.")
    page.get_by_label("In their words").fill("never after six")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, f"{person}goals/")
    goal = page.locator("#sheet .goal").first
    goal.get_by_text("When, steps, what is in the way").click()
    goal.get_by_label("My goals", exact=True).fill(GOAL)
    goal.get_by_role("listitem").first.get_by_label("Steps", exact=True).fill(STEP)
    desk.send(page.get_by_role("button", name="Save the sheet"))
    page.locator("#sheet .goal").first.get_by_role("link", name="Edit").click()
    step = page.locator("#sheet .goal").first.get_by_role("listitem").first
    step.locator("summary").first.click()
    desk.send(step.get_by_role("button", name="Done"))
    desk.goto(page, person)
    page.get_by_role("link", name="Plan a meeting").click()
    page.get_by_label("When", exact=True).fill("2027-02-05T10:00")
    desk.send(page.get_by_role("button", name="Plan this meeting"))
    return person


def we_did_not_meet(desk: Desk, page: Page, person: str) -> None:
    """Step 19: two taps, no reason and no counter; their own wish first, the agreement beside it; 19 February."""
    desk.clock(CM1, "2027-02-05T11:00")
    desk.goto(page, "/")
    desk.send(page.get_by_role("button", name="We didn't meet"))
    desk.stands(page, "Lantern")
    desk.send(page.get_by_role("button", name="How we go on"))
    desk.stands(page, "If I go quiet", WISH, "Our agreement", "never after six")
    first = page.get_by_role("group", name="How we go on").locator("label").first
    expect(first).to_contain_text("As they wished for when they go quiet")
    expect(page.get_by_label("The next gentle hello")).to_have_value("02/19/2027")
    assert page.locator("main form [required]").count() == 0
    desk.nothing_serious(page, "after a shift")
    page.get_by_label("As they wished for when they go quiet").check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, person)
    nothing_unkind(page)
    desk.stands(
        page, "We didn't meet", "As they wished for when they go quiet", "The next gentle hello: about Feb 19"
    )
    note(desk, page, person, "Reached out, no answer", "We didn't meet today. I texted once, as agreed.", "5")


def note(desk: Desk, page: Page, person: str, kind: str, words: str, minutes: str) -> None:
    """A quick note about Lantern."""
    desk.goto(page, f"/note/?with={person.split('/')[2]}")
    page.get_by_label("How we responded").fill(words)
    page.get_by_text("More: what it was, services given").click()
    page.get_by_label(kind, exact=True).check()
    page.get_by_label("Minutes").fill(minutes)
    desk.send(page.get_by_role("button", name="Save note"))


def quiet(desk: Desk, page: Page, person: str) -> None:
    """Step 21: the season Quiet in a neutral hue, a small hello every three weeks, a wondering, twice on Today."""
    desk.clock(CM1, "2027-02-19T10:00")
    desk.goto(page, "/")
    needed = page.get_by_role("region", name="People who may need me")
    expect(needed).to_contain_text("a gentle hello")
    desk.goto(page, f"{person}season/")
    page.get_by_label("Quiet", exact=True).check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Quiet")
    expect(page.locator(".ribbon li.s-quiet")).to_have_count(1)
    desk.goto(page, f"{person}season/")
    expect(page.locator("svg.seasons rect.s-quiet")).to_have_count(1)
    desk.goto(page, f"{person}presence/")
    page.get_by_label("A hello as they would like it").fill("a short hello, a sun")
    page.get_by_label("Every three weeks").check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    page.get_by_role("link", name="How we go on from here").first.click()
    page.get_by_label("We do not know yet").check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "We wondered whether...", "We do not know yet")
    desk.send(page.get_by_role("button", name="We said hello"))
    hellos = []
    for day in ("2027-02-26", "2027-03-05", "2027-03-12", "2027-03-19", "2027-03-26", "2027-04-02"):
        desk.clock(CM1, f"{day}T09:00")
        desk.goto(page, "/")
        if "a short hello, a sun" in page.locator("main").inner_text():
            hellos.append(day)
            nothing_unkind(page)
            desk.goto(page, f"{person}presence/")
            desk.send(page.get_by_role("button", name="We said hello"))
            desk.send(page.get_by_role("button", name="Go on"))  # a breath before the third without an answer
    assert hellos == ["2027-03-12", "2027-04-02"]
    desk.clock(CM1, "2027-02-26T09:00")
    note(desk, page, person, "Work without contact", "Asked the dental clinic to keep the place.", "20")


def february(desk: Desk, page: Page, person: str) -> None:
    """Step 23: the month's work counts what was done, although no contact happened."""
    desk.clock(CM1, "2027-02-28T18:00")
    desk.goto(page, f"{person}activity/")
    desk.stands(page, "Reached out, no answer", "Work without contact", "20", "5")
    nothing_unkind(page)
    desk.nothing_serious(page, "a month's work")


def walks_in_again(desk: Desk, page: Page, person: str) -> None:
    """Step 24: Returning. Nothing is asked again, and a step that comes back is no failure."""
    desk.clock(CM1, "2027-03-19T14:00")
    desk.goto(page, f"{person}season/")
    page.get_by_label("Returning", exact=True).check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Returning", "Quiet", GOAL)
    desk.stands(page, WISH, within=".person-head")
    desk.goto(page, f"{person}goals/")
    page.locator("#sheet .goal").first.get_by_role("link", name="Edit").click()
    desk.send(page.locator("#sheet").get_by_role("button", name="Back again").first)
    desk.stands(page, "Back again")
    nothing_unkind(page)
    desk.goto(page, f"{person}moved/")
    page.get_by_role("radio", name="Engagement").check()
    page.get_by_label("How, in a few words").fill("She walked in, with the letter.")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Engagement", "She walked in, with the letter.", "Returning", "my tooth")
    desk.nothing_serious(page, "how things have moved")
    desk.goto(page, person)
    nothing_unkind(page)
    desk.stands(page, "Our agreement", "in both our words")
    desk.nothing_serious(page, "their page after the silence")


def test_act_8_closing_and_coming_back(desk: Desk) -> None:
    if not desk.lived:
        pytest.skip("act 4 comes first")
    person = next(iter(desk.lived))
    page = desk.of(CM1)
    desk.clock(CM1, "2028-12-01T10:00")
    desk.goto(page, f"{person}choices/")
    desk.nothing_serious(page, "what they choose")
    page.get_by_role("link", name="They would like to stop").click()
    desk.nothing_serious(page, "closing")
    page.get_by_role("link", name="A card with our number").click()
    desk.stands(page, "555-0100", "Riverbend Community Services", within="body")
    assert not re.search(f"{PROGRAM}|Lantern|traffick|survivor", page.content(), re.IGNORECASE)
    desk.nothing_serious(page, "the card")
    desk.goto(page, f"{person}closing/")
    page.get_by_label("How it ends for now").fill("I have my own keys")
    page.get_by_label("What they would like us to keep").fill("keep my goals")
    desk.send(page.get_by_role("button", name="Close, with the door open"))
    desk.send(page.get_by_role("button", name="Go on"))
    desk.nothing_serious(page, "a pause after an ending")
    desk.send(page.get_by_role("link", name="Go on"))
    desk.stands(page, "Closed (door open)", "I have my own keys")
    nothing_unkind(page)
    desk.clock(CM1, "2029-03-09T10:00")
    desk.goto(page, person)
    desk.send(page.get_by_role("button", name="They are back: reopen the case"))
    desk.stands(page, "Case manager: you", within=".person-head")
    desk.stands(page, "back again", GOAL, "in both our words")
    desk.stands(page, WISH, within=".person-head")
    desk.nothing_serious(page, "back again")
    page.get_by_role("link", name="Whole timeline").click()
    page.get_by_role("link", name="Plan", exact=True).click()
    expect(page.locator("#timeline")).not_to_contain_text("I have my own keys")
    page.locator("#timeline").get_by_role("link", name="2027", exact=True).click()
    expect(page.locator("#timeline")).to_contain_text(GOAL)
