"""A partner's door in a browser of its own: shared, answered, seen on Today, and gone by a spoken word."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from alongside.project.demo.cast import CM1
from alongside.project.demo.sharing import LANTERN
from tests.browser.desk import Desk
from tests.browser.partner import PartnerDesk, come_in, invited, stopped
from tests.browser.stage import House

PROMISE = "A first appointment with a woman who interprets"
TEXT = "Somebody would like a first appointment, in Amharic. Mornings are best."


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """The demo where Lantern stands, with the partner's door open beside the desk."""
    with House(beginning=False).opened() as opened:
        opened.open_partner_door()
        yield opened


def shared(desk: Desk) -> None:
    """Case manager 1 writes, looks at it as it goes out, and puts it on the clinic's page."""
    page = desk.of(CM1, f"/people/{LANTERN}/sharing/")
    page.get_by_role("link", name=re.compile("Legal clinic")).first.click()
    page.get_by_role("link", name="Share on their page").click()
    page.get_by_label(re.compile("First contact")).check()
    page.get_by_label("The text").fill(TEXT)
    desk.nothing_serious(page, "writing for a partner's page")
    desk.send(page.get_by_role("button", name="Preview"))
    desk.send(page.get_by_role("button", name="Put it on their page"))
    desk.stands(page, "They have not answered yet.")
    desk.nothing_serious(page, "what they answered")


def done_as_they_said(desk: Desk, partner: PartnerDesk, theirs: Page) -> None:
    """What the clinic said it would do is asked on its page; it says done, and that is settled."""
    page = desk.of(CM1, f"/people/{LANTERN}/circle/")
    page.get_by_role("link", name="Ask on their page").first.click()
    page.get_by_label(re.compile("What is needed")).check()
    desk.nothing_serious(page, "asking on their page")
    desk.send(page.get_by_role("button", name="Preview"))
    desk.stands(page, "Exactly as it goes out", PROMISE, times=0)
    expect(page.locator("main")).not_to_contain_text('">')
    desk.nothing_serious(page, "as it goes out")
    desk.send(page.get_by_role("button", name="Put it on their page"))
    partner.goto(theirs, "/")
    theirs.get_by_role("listitem").filter(has_text=PROMISE).get_by_role("link").click()
    partner.stands(theirs, PROMISE, "Not yet is a good answer too")
    partner.nothing_serious(theirs, "something they said they would do")
    theirs.get_by_label("It is done").check()
    partner.send(theirs.get_by_role("button", name="Send", exact=True))
    desk.stands(desk.of(CM1, "/"), "It is done")
    page = desk.of(CM1, f"/people/{LANTERN}/circle/")
    said = page.get_by_role("listitem").filter(has_text=PROMISE)
    expect(said).to_contain_text("Kept")
    desk.nothing_serious(page, "a Circle in which something is done")
    partner.goto(theirs, "/")
    theirs.get_by_role("link", name="For legal help").last.click()


def test_shared_answered_seen_and_gone_by_a_spoken_word(desk: Desk, browser: Browser, house: House) -> None:
    partner = PartnerDesk(browser, house, desk.width)
    theirs = come_in(partner, invited(desk, "Legal clinic", "Ms. Alder", "alder@clinic.example"))
    partner.nothing_serious(theirs, "what is shared")
    if desk.width == 375:
        # The permission was stopped at the other width, and stays so.
        partner.stands(theirs, "Nothing is shared with you just now.")
        partner.goto(theirs, "/together/")
        partner.nothing_serious(theirs, "between our agencies")
        partner.close()
        return
    shared(desk)
    partner.goto(theirs, "/")
    theirs.get_by_role("link", name="For legal help").first.click()
    partner.stands(theirs, TEXT, "What you may keep")
    partner.nothing_serious(theirs, "one thing that is shared")
    theirs.get_by_label("We can help with this").check()
    theirs.get_by_label("In your words").fill("Tuesday at ten.")
    partner.send(theirs.get_by_role("button", name="Send", exact=True))
    partner.stands(theirs, "Tuesday at ten.")
    page = desk.of(CM1, "/")
    desk.stands(page, "Partners answered", "We can help with this", "Tuesday at ten.")
    desk.nothing_serious(page, "Today")
    done_as_they_said(desk, partner, theirs)
    stopped(desk, f"/people/{LANTERN}/", "Legal clinic")
    with partner.forgiving("404"):
        gone = theirs.reload()
        assert gone is not None and gone.status == 404
    partner.goto(theirs, "/")
    partner.stands(theirs, "Nothing is shared with you just now.")
    expect(theirs.locator("main")).not_to_contain_text(TEXT)
    partner.close()
    assert partner.wrong == []
