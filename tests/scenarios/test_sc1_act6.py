"""SC1, act 6: the case manager leaves; a transfer with their say, an overlap, what is handed on, and a goodbye."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, CM2, SUPERVISOR
from tests.browser.desk import Desk

WHY = "Case manager 1 moves to another town"
AGAIN = "do not ask me to start over"
WAITED = "We waited by the window until she spoke"


def test_act_6_the_case_manager_leaves(desk: Desk) -> None:
    desk.clock(CM1, "2027-01-15T10:00")
    page = desk.of(CM1)
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill("Lantern")
    page.get_by_label("What they would like help with").fill("a room with a lock")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = urlsplit(page.url).path
    desk.goto(page, f"/note/?with={person.split('/')[2]}")
    page.get_by_label("How we responded").fill(WAITED)
    desk.send(page.get_by_role("button", name="Save note"))
    _proposed(desk, person)
    _talked(desk, page, person)
    _answered(desk)
    _overlap(desk, page, person)
    _done(desk, page, person)
    desk.lived.add(person)


def _proposed(desk: Desk, person: str) -> None:
    """Step 29: continuity first; it cannot be completed at once."""
    desk.clock(CM1, "2027-05-26T10:00")
    boss = desk.of(SUPERVISOR)
    desk.goto(boss, f"{person}team/")
    boss.get_by_role("link", name="Start a transfer").click()
    desk.stands(boss, "This would be the first change in 4 months.")
    boss.get_by_label("New case manager").select_option(label=_option(boss, "Case manager 2"))
    boss.get_by_label("Why", exact=True).fill(WHY)
    boss.get_by_label("Last day of the case manager of now, if there is one").fill("06/18/2027")
    desk.nothing_serious(boss, "propose a transfer")
    desk.send(boss.get_by_role("button", name="Propose the transfer"))
    desk.stands(boss, "From Case manager 1 to Case manager 2.", WHY)
    desk.nothing_serious(boss, "a transfer")
    with desk.forgiving("422"):
        desk.send(boss.get_by_role("button", name="Complete the transfer"))
        desk.stands(boss, "First write down the conversation with them", times=0)


def _option(page: Page, name: str) -> str:
    return str(page.locator("option", has_text=name).first.text_content())


def _talked(desk: Desk, page: Page, person: str) -> None:
    """Step 30: what Lantern says, and what the colleague reads before a yes."""
    desk.clock(CM1, "2027-05-28T10:00")
    desk.goto(page, "/")
    expect(page.locator("main")).to_contain_text("Transfer to Case manager 2: talk about it with them")
    desk.goto(page, f"{person}transfer/")
    page.get_by_role("link", name="Write down the conversation").click()
    page.get_by_label("We talked about it on").fill("05/28/2027")
    page.get_by_label("With whom they would like to go on, in their words").fill("the calm one")
    page.get_by_label("What the colleague reads before they say yes or no").fill("Amharic by phone")
    desk.nothing_serious(page, "the conversation")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    page.get_by_role("link", name="What is handed on").click()
    desk.stands(page, "Connection", "Plan", WAITED)
    desk.nothing_serious(page, "what is handed on")
    desk.send(page.get_by_role("button", name="Save it for your colleague"))


def _answered(desk: Desk) -> None:
    """The colleague knows little before the yes, and reads what is handed on after it."""
    colleague = desk.of(CM2, "/")
    colleague.get_by_role("link", name="Answer").first.click()
    desk.stands(colleague, "Will you walk with Lantern?", "Amharic by phone")
    expect(colleague.locator("main")).not_to_contain_text(WAITED)
    desk.nothing_serious(colleague, "asked to receive")
    colleague.get_by_label("Yes, I can walk with them").check()
    desk.send(colleague.get_by_role("button", name="Save my answer"))
    desk.stands(colleague, WAITED)
    desk.nothing_serious(colleague, "what is handed on to me")


def _overlap(desk: Desk, page: Page, person: str) -> None:
    """Both can open the record."""
    desk.goto(page, f"{person}transfer/")
    page.get_by_role("link", name="Begin the overlap").click()
    page.get_by_label("Last day of the overlap").fill("06/18/2027")
    desk.send(page.get_by_role("button", name="Begin the overlap"))
    desk.clock(CM1, "2027-06-09T15:00")
    desk.goto(page, f"{person}transfer/words/")
    page.get_by_label("Or it was held on").fill("06/09/2027")
    page.get_by_label("What not to ask them again").fill(AGAIN)
    page.get_by_label("The goodbye: how, when, with what words").fill("Tea, and a walk to the bus")
    desk.nothing_serious(page, "their words")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    colleague = desk.of(CM2)
    desk.goto(colleague, person)
    expect(colleague.get_by_role("heading", level=1)).to_have_text("Lantern")
    desk.goto(colleague, f"{person}transfer/")
    desk.stands(colleague, AGAIN)


def _done(desk: Desk, page: Page, person: str) -> None:
    """Done: the one before opens nothing any more, and more support is proposed through 16 July."""
    desk.clock(CM1, "2027-06-18T16:00")
    desk.goto(page, f"{person}transfer/")
    desk.send(page.get_by_role("button", name="Complete the transfer"))
    with desk.forgiving("404"):
        answer = page.goto(urlsplit(page.url)._replace(path=person).geturl())
        assert answer is not None and answer.status == 404
    colleague = desk.of(CM2, "/")
    expect(colleague.locator("main")).to_contain_text("Lantern")
    desk.goto(colleague, f"{person}periods/")
    desk.stands(colleague, "Change of case manager", "Jul 16")
    desk.goto(colleague, f"{person}transfer/")
    desk.stands(colleague, AGAIN, "Tea, and a walk to the bus")
    desk.nothing_serious(colleague, "a transfer that is done")
