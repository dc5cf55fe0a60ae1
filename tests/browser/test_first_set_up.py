"""From an empty installation to the first saved anonymous contact, as somebody who is no developer does it."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.stage import House, SignIn
from tests.conftest import ROOT, clone, prepared


class EmptyHouse(House):
    """An installation that nobody has set up yet, in the mode for real use."""

    def surroundings(self, role: str = "desk") -> dict[str, str]:
        return super().surroundings(role) | {"ALONGSIDE_MODE": "production", "ALONGSIDE_BIND": "127.0.0.1"}

    def fill(self) -> None:
        clone(self.database, prepared())

    def _read_sign_ins(self) -> dict[str, SignIn]:
        return {}

    def new_code(self) -> str:
        """The code that the command prints."""
        done = subprocess.run(
            [sys.executable, "manage.py", "first_code"],
            cwd=ROOT,
            env=self.surroundings(),
            capture_output=True,
            text=True,
            check=True,
        )
        found = re.search(r"One-time code: (\S+)", done.stdout)
        return found[1] if found else ""


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with EmptyHouse().opened() as opened:
        yield opened


@pytest.fixture(scope="module", params=[375])
def width(request: pytest.FixtureRequest) -> int:
    """A phone: the smallest screen that somebody may begin on."""
    return int(request.param)


def test_from_nothing_to_the_first_contact(desk: Desk, house: EmptyHouse) -> None:
    """From what people type by themselves to a call that is kept: six clicks, and no page without a way on."""
    begun = time.monotonic()
    page, clicks = desk.fresh(), list[str]()

    def click(role: Literal["button", "link"], name: str) -> None:
        clicks.append(name)
        desk.send(page.get_by_role(role, name=name).first)

    code = house.new_code()
    assert code
    page.goto(f"http://localhost:{house.port}/")
    expect(page).to_have_url(f"{house.origin}/first/")
    desk.wrong = [each for each in desk.wrong if "http://localhost" not in each]
    desk.nothing_serious(page)
    with desk.forgiving(r"422"):
        page.get_by_label("The one-time code").fill("not-the-code")
        page.get_by_role("button", name="Go on").click()
        expect(page.get_by_text("This is not the code.")).to_be_visible()
    page.get_by_label("The one-time code").fill(code.upper())
    click("button", "Go on")
    expect(page.get_by_label("Name that people outside read")).to_be_visible()
    desk.nothing_serious(page)
    page.get_by_label("Name that people outside read").fill("Lakeside Neighbours")
    page.get_by_label("Hotline number").fill("555-0123")
    page.get_by_label("Programs").fill("Night door")
    page.get_by_label("Drop-in", exact=True).first.uncheck()  # a small agency leaves it off
    page.get_by_label("Your name, as colleagues read it").fill("Rosa")
    page.get_by_label("Name you sign in with").fill("rosa")
    page.get_by_label("A password of your own").fill("lamp quiet river seven")
    expect(page.get_by_label("Hotline and on call")).to_be_checked()
    click("button", "Begin")
    expect(page.get_by_role("heading", name="Set up your authenticator app")).to_be_visible()
    desk.nothing_serious(page)
    secret = page.locator("code").inner_text().strip()
    rosa = SignIn("rosa", "lamp quiet river seven", secret, "Rosa")
    page.locator("[name=code]").fill(rosa.code(int(time.time()) // 30))
    click("button", "Done")
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    desk.nothing_serious(page)
    click("link", "Continue")
    expect(page.get_by_role("heading", name="Get started")).to_be_visible()
    expect(page.locator("header")).not_to_contain_text("Log a visit")
    desk.nothing_serious(page)
    page.get_by_role("link", name="Log a call").locator("visible=true").first.click()
    clicks.append("Log a call")
    page.locator("[name=words]").locator("visible=true").fill("Whispered. Will ring again.")
    desk.nothing_serious(page)
    click("button", "Save this call")
    assert len(clicks) == 6, clicks
    desk.goto(page, "/contacts/")
    page.locator("main a[href^='/contacts/']").first.click()
    expect(page.get_by_text("Whispered. Will ring again.")).to_be_visible()
    assert time.monotonic() - begun < 15 * 60
    with desk.forgiving("404"):
        other = desk.fresh()
        for path in ("/first/", "/first/set-up/"):
            answer = other.goto(path)
            assert answer is not None and answer.status == 404
    assert house.new_code() == ""
