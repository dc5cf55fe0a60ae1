"""Every page that a role can come to by links: nothing serious, nothing told to a passer-by, nothing heavy."""

import re
from collections import Counter
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from alongside.project.demo.cast import (
    ADMIN,
    ADVISER,
    CM1,
    CUSTODIAN,
    DIRECTOR,
    DROP_IN,
    ON_CALL,
    PRACTICE,
    PROGRAM,
    SUPERVISOR,
    UMBRELLA,
    Member,
)
from alongside.project.demo.people import PEOPLE
from tests.browser.desk import Desk, devtools
from tests.browser.looks import faults

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
NOT_PAGES = re.compile(
    r"^/(s|gallery|hsds)/|\.(pdf|json)$|/(calendar|download|export|paper)/$|^/sign-out/|^/me/again/"
)
NAMES = "|".join([PROGRAM, *(person.alias for person in PEOPLE)])
TELLING = re.compile(rf"traffick|\b(?:{NAMES})\b", re.IGNORECASE)  # "members" names nobody called Ember
SPANISH = ("/", "/people/", "/note/", "/on-call/", "/program/activity/", "/me/sessions/", "/clock/")
ROLES = (CM1, SUPERVISOR, ON_CALL, DROP_IN, DIRECTOR, ADMIN, CUSTODIAN, PRACTICE, ADVISER)


def pattern(address: str) -> str:
    """What kind of page an address is: its references and values left out."""
    parts = urlsplit(address)
    names = sorted({each.split("=")[0] for each in parts.query.split("&") if each})
    path = re.sub(r"/intake/[a-z-]+/", "/intake/~/", UUID.sub("*", parts.path))
    return re.sub(r"\d+", "#", path) + ("?" + "&".join(names) if names else "")


def links(page: Page) -> list[str]:
    """Where the links of a page lead to inside the house."""
    found = page.evaluate(
        """() => [...document.querySelectorAll("a[href]")].map(one => new URL(one.href))
            .filter(to => to.origin === location.origin).map(to => to.pathname + to.search)"""
    )
    return [address for address in dict.fromkeys(found) if not NOT_PAGES.search(address)]


def tells_nothing(page: Page) -> list[str]:
    """What title and address would tell somebody who looks at the window or the history."""
    title = page.title()
    wrong = [] if title.endswith(UMBRELLA) else [f"a title without the umbrella: {title}"]
    wrong += [f"{text} tells" for text in (title, page.url) if TELLING.search(text)]
    return wrong


class Walk:
    """A walk through every page within reach, each kind once for each role."""

    looked_at: Counter[tuple[int, str]] = Counter()

    def __init__(self, desk: Desk, member: Member) -> None:
        self.desk, self.member = desk, member
        self.page = desk.of(member)
        self.seen: set[str] = set()
        self.wrong: list[str] = []

    def go(self) -> None:
        """Follow every link to a kind of page not seen yet."""
        ahead = ["/"]
        while ahead:
            address = ahead.pop(0)
            if pattern(address) in self.seen:
                continue
            self.seen.add(pattern(address))
            answer = self.page.goto(address)
            if answer is None or answer.status != 200:
                self.wrong.append(f"{address}: {answer and answer.status}")
                continue
            self.look(address)
            ahead += links(self.page)

    def look(self, address: str) -> None:
        """Look at one page: closely where nobody did at this width."""
        self.wrong += [f"{address}: {each}" for each in tells_nothing(self.page)]
        if self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            self.wrong.append(f"{address}: wider than the window")
        kind = (self.desk.width, pattern(address))
        if address == "/" or not self.looked_at[kind]:
            self.looked_at[kind] += 1
            try:
                self.desk.nothing_serious(self.page, address)
            except AssertionError as why:
                self.wrong.append(str(why))
            self.wrong += faults(self.page, self.desk, address)


@pytest.mark.parametrize("member", ROLES, ids=lambda member: member.username)
def test_every_page_within_reach(desk: Desk, member: Member) -> None:
    walk = Walk(desk, member)
    walk.go()
    assert walk.wrong == [], "\n".join(walk.wrong)
    assert len(walk.seen) > 5, walk.seen


def test_the_door_itself(desk: Desk) -> None:
    page = desk.fresh()
    desk.goto(page, "/sign-in/")
    desk.nothing_serious(page)
    assert tells_nothing(page) == []
    with desk.forgiving("404"):
        answer = page.goto("/nothing-here/")
    assert answer is not None and answer.status in (302, 404)
    page.context.close()


def test_the_pages_of_a_case_manager_in_spanish(desk: Desk) -> None:
    page = desk.of(CM1, "/people/")
    person = urlsplit(page.locator("main .rows h3 a").first.get_attribute("href") or "").path
    language = {"name": "desk_language", "value": "es", "url": desk.house.origin}
    page.context.add_cookies([language])  # type: ignore[list-item]
    try:
        for address in (*SPANISH, person, *(f"{person}{part}/" for part in ("goals", "welcome", "about"))):
            desk.goto(page, address)
            expect(page.locator("html")).to_have_attribute("lang", "es")
            assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), address
            assert tells_nothing(page) == []
        desk.goto(page, person)
        desk.nothing_serious(page, "a participant's page in Spanish")
    finally:
        page.context.clear_cookies(name="desk_language")


def carried(page: Page, address: str) -> dict[str, int]:
    """Bytes on the wire for one page, typefaces apart."""
    line = devtools(page)
    kinds: dict[str, str] = {}
    sizes = {"typefaces": 0, "rest": 0}

    def finished(told: dict[str, Any]) -> None:
        kind = "typefaces" if kinds.get(told["requestId"], "").endswith(".woff2") else "rest"
        sizes[kind] += int(told["encodedDataLength"])

    line.on(
        "Network.requestWillBeSent", lambda told: kinds.update({told["requestId"]: told["request"]["url"]})
    )
    line.on("Network.loadingFinished", finished)
    line.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    line.detach()
    return sizes


@pytest.mark.parametrize("place", ["Today", "a participant's page"])
def test_a_page_is_light(desk: Desk, place: str) -> None:
    signed_in = desk.of(CM1, "/people/")
    address = "/"
    if place != "Today":
        signed_in.get_by_role("link", name="Maple", exact=True).click()
        expect(signed_in.get_by_role("heading", level=1)).to_have_text("Maple")
        address = urlsplit(signed_in.url).path
    page = desk.fresh(storage_state=signed_in.context.storage_state())
    first, again = carried(page, address), carried(page, address)
    page.context.close()
    assert 5_000 < first["rest"] < 100_000, first
    assert 10_000 < first["typefaces"] < 90_000, first
    assert again["rest"] + again["typefaces"] < 30_000, again
