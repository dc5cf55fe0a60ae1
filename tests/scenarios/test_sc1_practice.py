"""SC1, steps 2 and 22: two minutes after a call at night, and not knowing what to do next after six weeks of quiet."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, CM2, ON_CALL, SUPERVISOR
from tests.browser.desk import Desk

WHISPERED = "Whispering. Works in a house. Asked what happens if they come in."
QUESTIONS = (
    "What happens if we wait until tomorrow?",
    "What did they say they want when this happens?",
    "Who else should know first?",
)
ASKS = "Six weeks of quiet. How do you hold the pull to close?"


def path_of(page: Page) -> str:
    """The address in front of somebody."""
    return urlsplit(page.url).path


def test_step_2_a_pause_after_a_call_and_a_debrief_without_content(desk: Desk) -> None:
    desk.clock(SUPERVISOR, "2027-01-06T02:15")
    page = desk.of(ON_CALL, "/")
    page.locator("main").get_by_role("link", name="Log a call").click()
    page.get_by_label("What they said, in their words").fill(WHISPERED)
    page.get_by_text("More: a call back, another time, a heavy call").click()
    page.get_by_label("This was heavy for me").check()
    desk.send(page.get_by_role("button", name="Save this call"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Two minutes for you")
    desk.stands(page, "What you wrote is kept.", "Both feet on the floor.", "Go on")
    page.get_by_text("A quiet line for two minutes").click()
    expect(page.get_by_text("Two minutes have passed.")).to_be_hidden()
    desk.nothing_serious(page, "the pause after a call")
    desk.send(page.get_by_role("button", name="Ask for a debrief"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Anonymous contact, Jan 6, 2:15 AM")
    expect(page.get_by_text("Your supervisor sees that you ask, and nothing else.")).to_be_visible()
    desk.clock(SUPERVISOR, "2027-01-06T08:00")
    leader = desk.of(SUPERVISOR, "/")
    part = leader.get_by_role("region", name="Debrief")
    expect(part).to_contain_text("On-call advocate asks for a debrief")
    for content in ("Whispering", "house", "Anonymous"):
        expect(part).not_to_contain_text(content)
    assert part.get_by_role("link").count() == 0
    leader.reload()
    expect(part).to_contain_text("On-call advocate asks for a debrief")
    desk.nothing_serious(leader, "the supervisor's Today with a debrief")
    desk.send(part.get_by_role("button", name="I have seen it"))
    expect(part).to_have_count(0)
    desk.goto(page, "/")
    expect(page.get_by_role("region", name="Debrief")).to_contain_text("seen by Supervisor")


def test_step_22_three_questions_and_then_a_question_to_colleagues(desk: Desk) -> None:
    desk.clock(SUPERVISOR, "2027-02-26T10:00")
    page = desk.of(CM1, "/people/new/")
    page.get_by_role("textbox", name="Alias", exact=True).fill("Lantern")
    page.get_by_label("What they would like help with, in their own words").fill("a room with a lock")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = path_of(page)
    if not re.fullmatch(r"/people/[\w-]{36}/", person):
        pytest.fail(f"no page of somebody: {person}")
    desk.goto(page, f"{person}state/")
    page.get_by_label("Closed").check()
    desk.send(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Whose urgency is this? · Lantern")
    desk.stands(page, *QUESTIONS)
    expect(page.get_by_role("button", name="Go on")).to_be_visible()
    desk.nothing_serious(page, "the pause before closing")
    page.get_by_role("link", name="I don’t know what to do next").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("I don’t know what to do next · Lantern")
    desk.stands(page, "Read the card", "Ask colleagues", "Bring it to supervision", "Lantern")
    desk.nothing_serious(page, "three ways on")
    page.get_by_role("link", name="Ask colleagues").click()
    page.get_by_label("What would you like to think through together?").fill(f"Lantern. {ASKS}")
    desk.nothing_serious(page, "asking colleagues")
    with desk.forgiving("422"):
        desk.send(page.get_by_role("button", name="Ask", exact=True))
    expect(page.get_by_role("alert")).to_contain_text("This could point to somebody: Lantern")
    desk.nothing_serious(page, "a name pointed out")
    page.get_by_label("What would you like to think through together?").fill(ASKS)
    desk.send(page.get_by_role("button", name="Ask", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("My question to colleagues")
    consult = path_of(page)
    answer(desk, consult, person)
    page.reload()
    desk.stands(page, "I choose a day and tell my supervisor.", CM2.name)
    desk.send(page.get_by_role("button", name="Thank you"))
    desk.stands(page, "thanked")
    desk.goto(page, person)
    expect(page.get_by_role("heading", level=1)).to_have_text("Lantern")


def answer(desk: Desk, consult: str, person: str) -> None:
    """A colleague finds the question, without a link to anybody, and answers it."""
    page = desk.of(CM2, "/practice/")
    desk.nothing_serious(page, "practice")
    page.get_by_role("link", name="Questions to colleagues").click()
    page.get_by_role("link", name=re.compile("Six weeks of quiet")).click()
    assert path_of(page) == consult
    expect(page.get_by_role("heading", level=1)).to_have_text("A colleague asks")
    main = page.locator("main")
    assert person not in page.content()
    for link in ("Lantern", CM1.name):
        expect(main).not_to_contain_text(link)
    page.get_by_label("What you would hold on to").fill("I choose a day and tell my supervisor.")
    desk.nothing_serious(page, "a colleague's question")
    desk.send(page.get_by_role("button", name="Answer"))
    desk.stands(page, "I choose a day and tell my supervisor.")


def test_the_plan_did_not_hold_over_a_half_written_note(desk: Desk) -> None:
    """A card opened over a goal sheet acts on the goal, and the note that was begun is still there."""
    page = desk.of(CM1, "/people/new/")
    page.get_by_role("textbox", name="Alias", exact=True).fill("Aspen")
    page.get_by_label("What they would like help with, in their own words").fill("a quiet room")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = path_of(page)
    desk.goto(page, f"{person}goals/")
    page.locator("#sheet .goal").first.get_by_label("My goals", exact=True).fill("a room with a lock")
    desk.send(page.get_by_role("button", name="Save the sheet"))
    desk.goto(page, f"/note/?with={person.split('/')[2]}")
    page.get_by_label("What happened").fill("half a sent")
    expect(page.locator("[data-saved]").last).to_contain_text("Draft saved", timeout=10_000)
    desk.goto(page, f"{person}goals/")
    page.get_by_role("link", name="The plan did not hold").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Set it aside")).to_be_visible()
    for name in ("Make it smaller", "Swap it", "Pause everything"):
        expect(dialog.get_by_role("button", name=name)).to_be_visible()
    desk.nothing_serious(page, "a card over the goal sheet")
    desk.send(dialog.get_by_role("button", name="Pause everything"))
    expect(page.get_by_text("Everything holds now.")).to_be_visible()
    desk.nothing_serious(page, "the card on its page")
    desk.send(page.get_by_role("button", name="Undo"))
    desk.goto(page, f"/note/?with={person.split('/')[2]}")
    expect(page.get_by_label("What happened")).to_have_value("half a sent")
