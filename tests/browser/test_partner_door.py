"""A partner's door in a browser of its own: shared, answered, seen on Today, and gone by a spoken word."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from alongside.project.demo.cast import CM1
from alongside.project.demo.sharing import LANTERN
from tests.browser.desk import Desk
from tests.browser.partner import PartnerDesk, come_in, invited, stopped
from tests.browser.stage import House

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
    page.get_by_label("The text").fill(TEXT)
    desk.nothing_serious(page, "writing for a partner's page")
    desk.send(page.get_by_role("button", name="See it as it goes out"))
    desk.send(page.get_by_role("button", name="Put it on their page"))
    desk.stands(page, "They have not answered yet.")
    desk.nothing_serious(page, "what they answered")


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
    stopped(desk, f"/people/{LANTERN}/", "Legal clinic")
    with partner.forgiving("404"):
        gone = theirs.reload()
        assert gone is not None and gone.status == 404
    partner.goto(theirs, "/")
    partner.stands(theirs, "Nothing is shared with you just now.")
    expect(theirs.locator("main")).not_to_contain_text(TEXT)
    partner.close()
    assert partner.wrong == []
