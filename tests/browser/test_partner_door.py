"""A partner's door in a browser of its own: shared, answered, seen on Today, and gone by a spoken word."""

import re
import time
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from alongside.project.demo.cast import CM1
from alongside.project.demo.sharing import LANTERN
from tests.browser.desk import Desk
from tests.browser.stage import House, SignIn

PASSWORD = "a long walk along the river"
TEXT = "Somebody would like a first appointment, in Amharic. Mornings are best."


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """The demo where Lantern stands, with the partner's door open beside the desk."""
    with House(beginning=False).opened() as opened:
        opened.open_partner_door()
        yield opened


class PartnerDesk(Desk):
    """The partner's side of a test: the same eye on every page, at another address."""

    def __init__(self, browser: Browser, house: House, width: int) -> None:
        there: Any = SimpleNamespace(origin=house.partner_origin)
        super().__init__(browser, there, width)


def invited(desk: Desk) -> str:
    """The link that case manager 1 makes for the contact at the clinic."""
    page = desk.of(CM1, "/partners/agencies/")
    page.get_by_role("link", name="Legal clinic", exact=True).click()
    page.get_by_role("link", name="Their page - Ms. Alder").click()
    desk.nothing_serious(page, "a link for a contact")
    name = page.get_by_label("Name to sign in with")
    if name.count():
        name.fill("alder@clinic.example")
    desk.send(page.get_by_role("button", name="Make a link"))
    desk.nothing_serious(page, "the link")
    return str(page.get_by_label("The link").input_value())


def come_in(partner: PartnerDesk, link: str) -> Page:
    """By the link: a password, an app, and then what is shared."""
    page = partner.fresh()
    page.goto(link)
    partner.nothing_serious(page, "coming in")
    page.locator("[name=password]").fill(PASSWORD)
    partner.send(page.get_by_role("button", name="Go on"))
    page.get_by_role("link", name="Set up an app").click()
    secret = page.locator("code").inner_text().strip()
    code = SignIn("", "", secret, "").code(int(time.time()) // 30)
    page.locator("[name=code]").fill(code)
    partner.send(page.locator("main form button.btn").first)
    partner.goto(page, "/")
    return page


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
    theirs = come_in(partner, invited(desk))
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
    page = desk.of(CM1, f"/people/{LANTERN}/sharing/")
    page.get_by_role("link", name=re.compile("Legal clinic")).first.click()
    page.locator("summary", has_text="Stop").click()
    desk.send(page.get_by_role("button", name="Yes, stop it now"))
    with partner.forgiving("404"):
        gone = theirs.reload()
        assert gone is not None and gone.status == 404
    partner.goto(theirs, "/")
    partner.stands(theirs, "Nothing is shared with you just now.")
    expect(theirs.locator("main")).not_to_contain_text(TEXT)
    partner.close()
    assert partner.wrong == []
