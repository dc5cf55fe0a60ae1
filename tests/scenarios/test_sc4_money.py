"""SC4 and SC1, steps 17 and 18, with money: asked from a need, agreed, handed over; above the limit; not this time."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, DIRECTOR, SUPERVISOR
from tests.browser.desk import Desk

NEED, FUND = "a ride to the dentist", "Community gift"


def test_help_with_money(desk: Desk) -> None:
    desk.clock(CM1, "2027-01-25T10:00")
    page = desk.of(CM1)
    what_there_is(desk)
    person = somebody(desk, page)
    asked_from_the_need(desk, page, person)
    the_supervisor_agrees(desk)
    handed_over(desk, page, person)
    the_director_above_the_limit(desk, page, person)
    not_this_time(desk, page, person)
    the_fund_is_true(desk)
    assert desk.wrong == []


def what_there_is(desk: Desk) -> None:
    """A fund, and the limit up to which a supervisor decides."""
    page = desk.of(DIRECTOR, "/funds/new/")
    page.get_by_label("Name", exact=True).fill(FUND)
    page.get_by_label("What is in it now").fill("2000")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.goto(page, "/money/kinds/")
    desk.stands(page, "A supervisor decides about any amount.", "help with travel")
    desk.nothing_serious(page, "kinds of help")
    page.get_by_role("link", name="Change the limits").click()
    page.get_by_label("Up to this amount a supervisor decides").fill("150")
    page.get_by_label("Cap for one person in a year").fill("250")
    desk.nothing_serious(page, "limits")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "A supervisor decides up to $150.00, the director above it.")


def somebody(desk: Desk, page: Page) -> str:
    """Somebody with a need."""
    desk.goto(page, "/people/new/")
    page.get_by_label("Alias", exact=True).fill("Heron")
    page.get_by_label("What they would like help with").fill(NEED)
    desk.send(page.get_by_role("button", name="Open a case"))
    return urlsplit(page.url).path


def ask(desk: Desk, page: Page, kind: str, amount: str, words: str) -> None:
    """Fill in what is asked for."""
    page.get_by_label("What kind of help").select_option(label=kind)
    page.get_by_label("Amount").fill(amount)
    page.get_by_label("What it is for").fill("the dentist on Elm Street")
    page.get_by_label("Words for whoever decides").fill(words)
    fund = page.get_by_label("Out of which fund")
    fund.select_option(index=1)
    desk.send(page.get_by_role("button", name="Save", exact=True))


def asked_from_the_need(desk: Desk, page: Page, person: str) -> None:
    """SC1, step 17, with a ride."""
    desk.goto(page, f"{person}needs/")
    page.get_by_role("link", name="Ask for help with money").first.click()
    desk.nothing_serious(page, "asking for help with money")
    ask(desk, page, "Transport", "40", "Two rides.")
    desk.stands(page, "Asked", "Transport", "$40.00", NEED, FUND)
    desk.nothing_serious(page, "help with money")


def the_supervisor_agrees(desk: Desk) -> None:
    """It waits on her Today without a name; she agrees."""
    page = desk.of(SUPERVISOR, "/")
    expect(page.locator("main")).to_contain_text("Help with money: 1 to decide")
    desk.goto(page, "/money/")
    desk.nothing_serious(page, "what waits for a decision")
    desk.stands(page, "$40.00", "Two rides.")
    expect(page.locator("main")).not_to_contain_text("Heron")
    expect(page.locator("main")).not_to_contain_text("Elm Street")
    page.get_by_role("link", name="$40.00").click()
    desk.nothing_serious(page, "deciding")
    desk.send(page.get_by_role("button", name="Agree", exact=True))
    expect(page.locator("body")).to_contain_text("is set aside")


def handed_over(desk: Desk, page: Page, person: str) -> None:
    """Three taps from their page; the person reads "help with travel"."""
    desk.goto(page, person)
    if desk.width == 375:
        page.locator("label[for=show-plan]").click()
    page.get_by_role("link", name="Help with money").first.click()
    desk.send(page.get_by_role("button", name="Hand over").first)
    expect(page.locator("body")).to_contain_text("Handed over: $40.00 · Transport.")
    desk.goto(page, f"{person}doing/")
    desk.stands(page, "Help with travel.")
    expect(page.locator("main")).not_to_contain_text("Elm Street")


def the_director_above_the_limit(desk: Desk, page: Page, person: str) -> None:
    """180 for the first visit is hers to decide; she reads no name."""
    desk.goto(page, f"{person}needs/money/new/")
    ask(desk, page, "Fees", "180", "Nothing else pays for it.")
    sees = desk.of(SUPERVISOR, "/money/")
    desk.stands(sees, "Nothing waits.")
    directs = desk.of(DIRECTOR, "/money/")
    desk.stands(directs, "$180.00", "Nothing else pays for it.")
    expect(directs.locator("main")).not_to_contain_text("Heron")
    directs.get_by_role("link", name="$180.00").click()
    desk.stands(directs, "three quarters of what one person may have in a year")
    desk.send(directs.get_by_role("button", name="Agree", exact=True))
    desk.goto(page, f"{person}needs/money/")
    desk.stands(page, "Agreed", "This year $220.00 of $250.00.")


def not_this_time(desk: Desk, page: Page, person: str) -> None:
    """With words, which whoever asked reads."""
    desk.goto(page, f"{person}needs/money/new/")
    ask(desk, page, "Clothing", "20", "Shoes.")
    decides = desk.of(SUPERVISOR, "/money/")
    decides.get_by_role("link", name="$20.00").click()
    with desk.forgiving("422"):
        desk.send(decides.get_by_role("button", name="Not this time", exact=True))
    desk.stands(decides, "Please say why not this time", times=0)
    decides.get_by_label("Words for whoever asked").fill("There are shoes in stock.")
    desk.send(decides.get_by_role("button", name="Not this time", exact=True))
    desk.goto(page, f"{person}needs/money/")
    desk.stands(page, "Not this time", "There are shoes in stock.")


def the_fund_is_true(desk: Desk) -> None:
    """2000 less 40 handed over and 180 set aside; the overview says it too."""
    page = desk.of(DIRECTOR, "/funds/")
    desk.stands(page, "1,780.00")
    desk.goto(page, "/program/overview/")
    desk.stands(page, f"{FUND}", "$1,780.00 left")
    desk.nothing_serious(page, "overview")
