"""The partner's side of a test in a real browser: another host, another process, a context of its own."""

import re
import time
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from alongside.project.demo.cast import CM1, SUPERVISOR
from tests.browser.desk import Desk
from tests.browser.stage import House, SignIn

PASSWORD = "a long walk along the river"


class PartnerDesk(Desk):
    """The same eye on every page, at the partner's address."""

    def __init__(self, browser: Browser, house: House, width: int) -> None:
        there: Any = SimpleNamespace(origin=house.partner_origin)
        super().__init__(browser, there, width)


def invited(desk: Desk, agency: str, contact: str, username: str) -> str:
    """The link that case manager 1 asks for, a supervisor agrees to, and case manager 1 makes."""
    page = desk.of(CM1, "/partners/agencies/")
    page.get_by_role("link", name=agency, exact=True).click()
    page.get_by_role("link", name=f"Partner access - {contact}").click()
    desk.nothing_serious(page, "a link for a contact")
    name = page.get_by_label("Name to sign in with")
    if name.count():
        name.fill(username)
    desk.send(page.get_by_role("button", name="Ask a colleague to agree"))
    desk.nothing_serious(page, "a link that waits")
    second = desk.of(SUPERVISOR, urlsplit(page.url).path)
    desk.nothing_serious(second, "a link to agree to")
    desk.send(second.get_by_role("button", name="Agree", exact=True))
    page.reload()
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


def stopped(desk: Desk, person: str, agency: str) -> None:
    """A spoken word ends the permission for an agency."""
    page = desk.of(CM1, f"{person}sharing/")
    page.get_by_role("link", name=re.compile(agency)).first.click()
    page.locator("summary", has_text="Stop").click()
    desk.send(page.get_by_role("button", name="Yes, stop it now"))


__all__ = ["PartnerDesk", "come_in", "invited", "stopped"]
