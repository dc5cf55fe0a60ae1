"""SC1, of act 7: a clock and its rule, a monthly approval, an exception that is granted."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import ADMIN, CM1
from tests.browser.desk import Desk

RULE, RENT = "Cash and medical, invented", "Rent, per-person contract"


def test_act_7_visa_and_clocks(desk: Desk) -> None:
    page = desk.of(CM1)
    desk.clock(CM1, "2027-08-31T10:00")
    _the_rule(desk)
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill("Lantern")
    page.get_by_label("What they would like help with").fill("my tooth")
    desk.send(page.get_by_role("button", name="Open a case"))
    person = urlsplit(page.url).path
    clock = _certified(desk, page, person)
    _the_month(desk, page)
    _the_rule_changes(desk, page, person, clock)
    _sixty_days(desk, page, clock)
    desk.lived.add(person)


def _the_rule(desk: Desk) -> None:
    """The invented rule of the story: eight months to the same day."""
    admin = desk.of(ADMIN)
    desk.goto(admin, "/program/clock-rules/new/")
    admin.get_by_label("What your agency calls it").fill(RULE)
    admin.get_by_label("How long", exact=True).fill("8")
    admin.get_by_label("Counted in").select_option("months")
    admin.get_by_label("How it is counted").select_option("same_day")
    admin.get_by_label("Days before the end on which it comes up").fill("60, 30")
    admin.get_by_label("Where this stands, or who decided it").fill("Invented for this story")
    desk.send(admin.get_by_role("button", name="Save", exact=True))


def _certified(desk: Desk, page: Page, person: str) -> str:
    """Step 32: the clock ends on 30 April 2028; the guide asks nothing; an approval through 30 September."""
    desk.goto(page, f"{person}clocks/certification/")
    page.get_by_label("Which document").select_option("letter")
    page.get_by_label("Its date").fill("08/31/2027")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Certification letter", "Nothing we do depends on it.")
    desk.goto(page, f"{person}clocks/new/")
    page.get_by_label("What it is about").select_option(label=RULE)
    page.get_by_label("What day it starts").fill("08/31/2027")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Ends, by our rule: Apr 30, 2028", "243 days left", "Likely; check with counsel.")
    clock = urlsplit(page.url).path
    desk.goto(page, f"{person}clocks/approvals/new/")
    page.get_by_label("What is approved, and by whom").fill(RENT)
    page.get_by_label("Approved through").fill("09/30/2027")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, RENT, "approved through Sep 30", "ask again Sep 23")
    page.get_by_role("link", name="Pathway guide").click()
    desk.stands(page, "From another country", "From this country", "Under 18")
    expect(page.locator("main form")).to_have_count(0)
    return clock


def _the_month(desk: Desk, page: Page) -> None:
    """Step 33: a week before its last day the approval is on Today, and is asked for with all of the month."""
    desk.clock(CM1, "2027-09-24T10:00")
    desk.goto(page, "/")
    expect(page.get_by_role("region", name="Waiting on others")).to_contain_text(RENT)
    desk.goto(page, "/approvals/")
    desk.stands(page, "Lantern", RENT)
    desk.send(page.get_by_role("button", name="I asked for these"))
    expect(page.get_by_text("Asked for the next month: 1 approval.")).to_be_visible()
    desk.stands(page, "Asked, no answer yet")


def _the_rule_changes(desk: Desk, page: Page, person: str, clock: str) -> None:
    """Step 33: the rule becomes four months; the clock that runs keeps its end, and a new one counts four."""
    desk.clock(CM1, "2027-10-01T10:00")
    admin = desk.of(ADMIN)
    desk.goto(admin, "/program/clock-rules/")
    admin.locator("summary", has_text=RULE).click()
    admin.get_by_role("link", name=f"Change - {RULE}").click()
    admin.get_by_label("How long", exact=True).fill("4")
    desk.send(admin.get_by_role("button", name="Save", exact=True))
    desk.goto(page, clock)
    desk.stands(page, "Ends, by our rule: Apr 30, 2028", "The rule has changed", "Nothing was changed here")
    desk.goto(page, f"{person}clocks/new/")
    page.get_by_label("What it is about").select_option(label=RULE)
    page.get_by_label("What day it starts").fill("10/01/2027")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Ends, by our rule: Feb 1, 2028")


def _sixty_days(desk: Desk, page: Page, clock: str) -> None:
    """Step 34: sixty days before its end it is on Today; an exception is asked, and granted with a new end."""
    desk.clock(CM1, "2028-03-01T10:00")
    desk.goto(page, "/")
    row = page.get_by_role("region", name="Waiting on others").locator(f'a[href="{clock}"]')
    expect(row.first).to_be_visible()
    desk.clock(CM1, "2028-03-10T10:00")
    desk.goto(page, f"{clock}turn/")
    page.get_by_label("An extension or exception was asked for").check()
    page.get_by_label("Asked by whom, or who answered").fill("Lantern, with me")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Waiting for an answer", "Lantern, with me")
    desk.clock(CM1, "2028-03-20T10:00")
    desk.goto(page, f"{clock}turn/")
    page.get_by_label("It was granted: a new end").check()
    page.get_by_label("The new end, if there is one").fill("06/30/2028")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "Ends, as was decided: Jun 30", "It was granted: a new end", "Ends Apr 30")
