"""SC1, act 5 and act 8, the strands: a deposition with its plan, a long note from court, and an end of every strand."""

import re

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, CM2
from tests.browser.desk import Desk
from tests.scenarios.test_sc1_act4 import nothing_unkind, path_of

LONG = "We sat on the second bench and waited with tea. " * 13
CASE = "the case against the household"
PLAN = {
    "What they asked us to be there for": "to see somebody I know",
    "Plan before": "Breakfast, and we walk in together.",
    "Where we meet": "The bakery across the street",
    "Side door": "On the left",
    "Agreed signal to stop": "pen down",
    "Ride home": "I drive her to the corner",
    "Plan after": "Tea. Nobody asks.",
}


def test_step_25_26_38_39_a_deposition_and_the_end_of_every_strand(desk: Desk) -> None:
    page = desk.of(CM1)
    person = with_a_backup(desk, page)
    strands(desk, page, person)
    meeting = deposition(desk, page, person)
    on_both_todays(desk, meeting)
    a_long_note(desk, page, person)
    two_strands_end(desk, page, person)
    all_have_ended(desk, page, person)


def with_a_backup(desk: Desk, page: Page) -> str:
    """Somebody of case manager 1, with case manager 2 as backup."""
    desk.clock(CM1, "2027-04-06T10:00")
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill("Harbor Light")
    page.get_by_label("What they would like help with").fill("know if I am allowed to stay")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = path_of(page)
    desk.goto(page, f"{person}team/")
    page.get_by_label("Case manager 2").last.check()
    desk.send(page.get_by_role("button", name="Choose as backup"))
    return person


def strands(desk: Desk, page: Page, person: str) -> None:
    """Services, immigration and the criminal case, each with a state of its own."""
    desk.goto(page, person)
    page.get_by_role("link", name="Legal & clocks").click()
    desk.nothing_serious(page, "no strand yet")
    for kind, words, state in (
        ("Services", "a room with a lock", "Open"),
        ("Immigration", "my papers", "Waiting on a decision by others"),
        ("Criminal case", CASE, "Open"),
    ):
        page.get_by_role("link", name="Add a strand").click()
        page.get_by_label(kind, exact=True).check()
        page.get_by_label("What it is called").fill(words)
        page.get_by_label(state, exact=True).check()
        desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "a room with a lock", "my papers", CASE, "Waiting on a decision by others")
    desk.nothing_serious(page, "strands")
    nothing_unkind(page)


def deposition(desk: Desk, page: Page, person: str) -> str:
    """Step 25: the plan before and after, who comes, the side door, the signal and the ride home."""
    page.get_by_role("link", name=f"Plan an event - {CASE}").click()
    desk.nothing_serious(page, "planning an event")
    page.get_by_label("Deposition", exact=True).check()
    page.get_by_label("When", exact=True).fill("04/26/2027 9:00 AM")
    expect(page.get_by_label("Backup")).to_have_value(re.compile("."))
    for label, words in PLAN.items():
        page.get_by_label(label).fill(words)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    meeting = path_of(page)
    page.get_by_role("link", name="More support around this day").click()
    desk.stands(page, "Deposition", "Apr 23", "May 10")
    desk.goto(page, meeting)
    desk.stands(page, "Deposition", CASE, *PLAN.values())
    desk.nothing_serious(page, "the page of a deposition")
    return meeting


def on_both_todays(desk: Desk, meeting: str) -> None:
    """The one appointment stands on both workers' Today."""
    for member in (CM1, CM2):
        page = desk.of(member)
        desk.clock(member, "2027-04-26T08:00")
        desk.goto(page, "/")
        expect(page.locator(f'main a[href="{meeting}"]')).to_have_count(1)
        desk.stands(page, "Deposition")


def a_long_note(desk: Desk, page: Page, person: str) -> None:
    """Step 26: a long note from court keeps every word and is told once; a decision has no code; a pause is offered."""
    desk.clock(CM1, "2027-04-26T15:00")
    desk.goto(page, f"/note/?with={person.split('/')[2]}")
    page.get_by_label("What happened").fill(LONG)
    page.get_by_label("Court", exact=True).check()
    desk.send(page.get_by_role("button", name="Save note"))
    expect(page.locator("body")).to_contain_text("facts of support only")
    desk.stands(page, "What you wrote is kept.")
    desk.send(page.get_by_role("link", name="Go on"))
    desk.goto(page, person)
    assert "facts of support only" not in page.locator("main").inner_text()
    desk.stands(page, LONG.strip()[:80])
    desk.goto(page, f"/note/?with={person.split('/')[2]}")
    page.get_by_label("How we responded").fill("She chose to testify. We sat where she could see us.")
    page.get_by_text("More: what it was, services given").click()
    page.get_by_label("A decision they made").check()
    desk.send(page.get_by_role("button", name="Save note"))
    desk.goto(page, f"{person}timeline/")
    desk.stands(page, "A decision they made", "She chose to testify.")
    nothing_unkind(page)


def end(desk: Desk, page: Page, person: str, strand: str, words: str) -> None:
    """One strand has ended, in their words."""
    desk.goto(page, f"{person}strands/")
    page.get_by_role("link", name=strand, exact=True).click()
    page.get_by_label("Ended", exact=True).check()
    page.get_by_label("What changed, or how it ended").fill(words)
    desk.send(page.get_by_role("button", name="Save", exact=True))


def two_strands_end(desk: Desk, page: Page, person: str) -> None:
    """Step 38: services and immigration end; the work stays open, for the criminal strand is."""
    desk.clock(CM1, "2028-09-01T10:00")
    end(desk, page, person, "a room with a lock", "I have keys")
    end(desk, page, person, "my papers", "I can stay")
    expect(page.get_by_role("link", name="Close together")).to_have_count(0)
    desk.goto(page, f"{person}closing/")
    desk.stands(page, f"They choose to end our work although {CASE} is still open")
    desk.nothing_serious(page, "closing over an open strand")
    page.get_by_label("How it ends for now").fill("not yet, really")
    with desk.forgiving("422"):
        desk.send(page.get_by_role("button", name="Close, with the door open"))
        expect(page.locator("main")).to_contain_text("Their work closes when every strand has ended")
        expect(page.get_by_label("How it ends for now")).to_have_value("not yet, really")


def all_have_ended(desk: Desk, page: Page, person: str) -> None:
    """Step 39: sentencing is done; closing is offered, and nothing closes by itself; their words, and no code."""
    desk.clock(CM1, "2028-12-01T10:00")
    end(desk, page, person, CASE, "it is over")
    desk.stands(page, "All strands have ended.")
    desk.goto(page, person)
    desk.stands(page, "Active", within="body")
    desk.goto(page, f"{person}strands/")
    page.locator("main").get_by_role("link", name="Close together").first.click()
    expect(page.locator("#asked")).to_be_visible()
    assert page.locator("#asked [type=checkbox], #asked [type=radio]").count() == 0
    page.get_by_label("How it ends for now").fill("I have my own keys")
    page.get_by_label("What they would like us to keep").fill("keep my goals")
    desk.send(page.get_by_role("button", name="Close, with the door open"))
    desk.send(page.get_by_role("button", name="Go on"))
    desk.send(page.get_by_role("link", name="Go on"))
    desk.stands(page, "Closed (door open)", "I have my own keys")
    nothing_unkind(page)
