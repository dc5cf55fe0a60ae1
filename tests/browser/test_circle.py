"""A Circle on a screen and on a phone: what is unclear comes first, and what feels off stays with its author."""

from playwright.sync_api import expect

from alongside.project.demo.cast import CM1, SUPERVISOR, known_id
from tests.browser.desk import Desk

MAPLE = known_id("Maple")
CIRCLE = f"/people/{MAPLE}/circle/"


def test_a_matter_goes_from_unclear_to_somebody(desk: Desk) -> None:
    page, words = desk.of(CM1, f"/people/{MAPLE}/"), f"Who brings the letter {desk.width}"
    page.get_by_role("link", name="Circle", exact=True).first.click()
    desk.stands(page, "Who is responsible", "Who is involved", "How clear is it?")
    desk.nothing_serious(page, "the Circle")
    page.get_by_role("link", name="Add an open item").click()
    page.get_by_label("What is open").fill(words)
    expect(page.locator("[data-saved]").last).to_contain_text("Draft saved", timeout=10_000)
    desk.nothing_serious(page, "a matter")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, words)
    desk.stands(desk.of(SUPERVISOR, "/"), words)
    page.get_by_role("link", name=words).click()
    page.get_by_label("Who is responsible").select_option(label="The participant")
    page.get_by_label("What comes next").fill("ask on Friday")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, words, "ask on Friday")
    expect(desk.of(SUPERVISOR, "/").get_by_text(words)).to_have_count(0)
    page.get_by_role("link", name="Who is doing what, as they see it").click()
    desk.stands(page, words, "You", "ask on Friday")
    desk.nothing_serious(page, "who is doing what")
    page.get_by_role("link", name="Print", exact=True).click()
    page.get_by_role("link", name="español").click()
    desk.stands(page, "Quién hace qué", words, "Usted")
    desk.nothing_serious(page, "the print")


def test_a_decision_asks_gently_and_a_huddle_says_who_may_hear(desk: Desk) -> None:
    page, words = desk.of(CM1, f"{CIRCLE}decisions/new/"), f"We wait with the form {desk.width}"
    page.get_by_label("What was decided").fill(words)
    desk.nothing_serious(page, "a decision")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_text("It can be answered whenever you know.")).to_be_visible()
    page.get_by_label("Yes", exact=True).check(force=True)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, words)
    page.get_by_role("link", name="Add somebody").click()
    page.get_by_label("Or somebody else").fill(f"Court office {desk.width}")
    page.get_by_label("What they answer for").fill("The court file")
    desk.nothing_serious(page, "a member")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    page.locator("summary", has_text=f"Court office {desk.width}").click()
    desk.stands(page, f"Court office {desk.width}", "No permission", "The court file")
    page.get_by_role("link", name="Plan a huddle").last.click()
    page.get_by_label(f"Court office {desk.width}").check(force=True)
    page.get_by_label("What we talk about").fill("Who calls the school")
    desk.nothing_serious(page, "planning")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Who comes", "Not yet", "There is no permission for this yet.")
    desk.nothing_serious(page, "a huddle")
    page.get_by_label("Something open").fill(f"Who pays {desk.width}")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, f"Who pays {desk.width}", "Unclear")
    desk.goto(page, CIRCLE)
    desk.nothing_serious(page, "the Circle, filled")


def test_something_feels_off_in_two_clicks_and_its_story_stays(desk: Desk) -> None:
    page, words = desk.of(CM1, f"/people/{MAPLE}/"), f"The way they laughed {desk.width}"
    page.locator("header .menu summary, nav.bar summary").locator("visible=true").first.click()
    page.get_by_role("link", name="Something feels off").locator("visible=true").first.click()
    page.get_by_label("What feels off").fill(words)
    desk.nothing_serious(page, "something off")
    desk.send(page.get_by_role("button", name="Save it for me"))
    desk.stands(page, words, "Sit with it", "Take it to supervision", "Raise it")
    desk.nothing_serious(page, "three ways on")
    desk.send(page.get_by_role("button", name="Raise it"))
    expect(page.get_by_label("What I saw or heard")).to_have_value(words)
    page.get_by_label("The story I am telling myself").fill("They do not care")
    page.get_by_label("What I am asking").fill("Could you ask in a room?")
    desk.nothing_serious(page, "the composer")
    desk.send(page.get_by_role("button", name="Save and preview"))
    desk.stands(page, words, "Could you ask in a room?")
    expect(page.get_by_text("They do not care")).to_have_count(0)
    desk.nothing_serious(page, "a concern")
    desk.send(page.get_by_role("button", name="Hold until tomorrow"))
    desk.stands(page, "Nothing is raised before tomorrow.")
    desk.send(page.get_by_role("button", name="Take it up now"))
    desk.send(page.get_by_role("button", name="We spoke"))
    page.get_by_role("textbox", name="What we agreed").fill("They ask in a room.")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "We agreed on something")
    desk.of(CM1, "/off/mine/")
    desk.nothing_serious(page, "what I kept")
    expect(desk.of(SUPERVISOR, "/off/mine/").get_by_text(words)).to_have_count(0)
