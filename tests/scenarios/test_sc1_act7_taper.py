"""SC1, of act 7, steps 35 to 37: needing us less, step by step, a step back up, and the long view."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from alongside.project.demo.cast import CM2
from tests.browser.desk import Desk

FIRST = "scared of doors"
NOW = "my own keys"
STEP = "bus pass"
UNKIND = re.compile(r"\b(behind|ahead|overdue|late|failed|regress\w*|relapse\w*|setback)\b", re.I)


def test_act_7_taper_and_the_long_view(desk: Desk) -> None:
    page = desk.of(CM2)
    person = _in_january(desk, page)
    _less_and_less(desk, page, person)
    _the_bus_pass(desk, page, person)
    _a_child_arrives(desk, page, person)
    _side_by_side(desk, page, person)
    desk.lived.add(person)


def _in_january(desk: Desk, page: Page) -> str:
    """What they said of their home in January 2027."""
    desk.clock(CM2, "2027-01-15T10:00")
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill("Lantern")
    page.get_by_label("What they would like help with").fill("a room with a lock")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = urlsplit(page.url).path
    _describes(desk, page, person, FIRST)
    return person


def _describes(desk: Desk, page: Page, person: str, words: str) -> None:
    desk.goto(page, f"{person}long-view/")
    page.get_by_label("Which part of life, as they choose").select_option(value="home")
    page.get_by_label("In their own words").fill(words)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, words)


def _less_and_less(desk: Desk, page: Page, person: str) -> None:
    """Step 35: a lot, regular, light, each with who asked; every week, two weeks, month; all of it can be read back."""
    for moment, level, asked in (
        ("2028-03-01T10:00", "A lot", "We agreed together"),
        ("2028-04-03T10:00", "Regular", "They asked"),
        ("2028-04-24T10:00", "Light", "They asked"),
    ):
        desk.clock(CM2, moment)
        desk.goto(page, f"{person}support/")
        card = page.locator("#asked")
        card.get_by_label(level, exact=True).check()
        card.get_by_label(asked, exact=True).check()
        desk.send(card.get_by_role("button", name="Save", exact=True))
        desk.stands(page, f"Now: {level}")
    page.get_by_role("link", name="Agree on steps").click()
    for number, pace in enumerate(("Every week", "Every two weeks", "Every month")):
        page.locator(f"[name=pace-{number}]").select_option(label=pace)
    page.get_by_label("What we agreed, in their words").fill("when the nights are calm")
    page.locator("#asked").get_by_label("They asked", exact=True).check()
    if desk.width == 1280:  # a phone's bar covers half of a button in a page this long
        desk.nothing_serious(page, "agreeing on steps")
    desk.send(page.get_by_role("button", name="Save these steps"))
    desk.stands(page, "Every week", "Every two weeks", "Every month", "when the nights are calm")
    for _step in range(2):
        desk.send(page.get_by_role("button", name="Step down"))
    here = page.locator("li[aria-current=step]")
    expect(here).to_contain_text("Every month")
    history = page.get_by_role("region", name="So far")
    for words in ("A lot", "Regular", "Light", "They asked", "We agreed together", "Stepped down", CM2.name):
        expect(history).to_contain_text(words)
    desk.nothing_serious(page, "the support level")
    _kind(page)


def _the_bus_pass(desk: Desk, page: Page, person: str) -> None:
    """A step moves from the case manager to together to Lantern alone, and is offered as something learned."""
    desk.goto(page, f"{person}goals/?edit=all")
    goal = page.locator("#sheet .goal").first
    goal.get_by_text("When, steps, what is in the way").click()
    goal.get_by_label("My goals", exact=True).fill("get around on my own")
    blank = goal.get_by_role("listitem").first
    blank.get_by_label("Steps", exact=True).fill(STEP)
    blank.get_by_label("Case manager (you)", exact=True).check()
    desk.send(page.get_by_role("button", name="Save the sheet"))
    for who in ("Together", "Lantern"):
        _moves_to(desk, page, person, who)
    desk.stands(page, "This step is now theirs alone.", "Case manager (you)", "Together")
    desk.nothing_serious(page, "a step that is theirs alone")
    desk.send(page.get_by_role("button", name="Yes, add it"))
    desk.goto(page, f"{person}long-view/")
    expect(page.get_by_role("region", name="Things I have learned to do")).to_contain_text(STEP)
    _kind(page)


def _moves_to(desk: Desk, page: Page, person: str, who: str) -> None:
    goal = _opened(desk, page, person)
    goal.locator(".step details summary").first.click()
    desk.send(goal.get_by_role("button", name=who, exact=True).first)


def _opened(desk: Desk, page: Page, person: str) -> Locator:
    desk.goto(page, f"{person}goals/")
    page.locator("#sheet .goal").first.get_by_role("link", name="Edit").click()
    goal = page.locator("#sheet .goal").first
    folded = goal.get_by_text("When, steps, what is in the way")
    if folded.count() and not goal.locator(".step").first.is_visible():
        folded.first.click()
    return goal


def _a_child_arrives(desk: Desk, page: Page, person: str) -> None:
    """Step 36: a reunification proposes a critical period, and one press takes the steps back up."""
    desk.clock(CM2, "2028-05-20T10:00")
    desk.goto(page, f"{person}periods/")
    page.get_by_role("link", name="Set a critical period").click()
    page.get_by_label("What it is about").select_option(label="Reunification")
    page.get_by_label("First day").fill("05/20/2028")
    page.get_by_label("Last day").fill("06/19/2028")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Reunification")
    desk.goto(page, f"{person}support/")
    expect(page.locator("li[aria-current=step]")).to_contain_text("Every month")
    desk.send(page.get_by_role("button", name="Step back up"))
    expect(page.locator("li[aria-current=step]")).to_contain_text("Every two weeks")
    expect(page.get_by_role("region", name="So far")).to_contain_text("Stepped back up")
    _kind(page)


def _side_by_side(desk: Desk, page: Page, person: str) -> None:
    """Step 37: then and now beside each other without a number between them; one press leads to 2027."""
    desk.clock(CM2, "2028-06-12T10:00")
    _describes(desk, page, person, NOW)
    home = page.locator("#area-home").locator("xpath=ancestor::section")
    expect(home).to_contain_text(FIRST)
    expect(home).to_contain_text(NOW)
    said = re.sub(r"[A-Z][a-z]+ \d{1,2}, \d{4}", "", home.inner_text())
    assert not re.search(r"\d", said), said
    desk.nothing_serious(page, "the long view")
    desk.timeline(page)
    page.get_by_role("link", name="2027", exact=True).first.click()
    desk.stands(page, FIRST)
    expect(page.locator("main")).not_to_contain_text(NOW)


def _kind(page: Page) -> None:
    found = UNKIND.search(page.locator("main").inner_text().replace("Nobody is ahead or behind.", ""))
    assert found is None, f"{found and found[0]!r} on {page.url}"
