"""From an empty installation to the first saved anonymous contact, as somebody who is no developer does it."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.stage import House, SignIn
from tests.conftest import ROOT, clone, prepared


class EmptyHouse(House):
    """An installation that nobody has set up yet, in the mode for real use."""

    def surroundings(self, role: str = "desk") -> dict[str, str]:
        return super().surroundings(role) | {"ALONGSIDE_MODE": "production"}

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
    begun = time.monotonic()
    page = desk.fresh()
    desk.goto(page, "/first/")
    code = house.new_code()
    assert code
    page.reload()
    desk.nothing_serious(page)
    with desk.forgiving(r"422"):
        page.get_by_label("The one-time code").fill("not-the-code")
        page.get_by_role("button", name="Go on").click()
        expect(page.get_by_text("This is not the code.")).to_be_visible()
    page.get_by_label("The one-time code").fill(code.upper())
    desk.send(page.get_by_role("button", name="Go on"))
    expect(page.get_by_label("Name that people outside read")).to_be_visible()
    desk.nothing_serious(page)
    page.get_by_label("Name that people outside read").fill("Lakeside Neighbours")
    page.get_by_label("Hotline number").fill("555-0123")
    page.get_by_label("Programs").fill("Night door")
    page.get_by_label("Drop-in", exact=True).first.uncheck()  # a small agency leaves it off
    page.get_by_label("Your name, as colleagues read it").fill("Rosa")
    page.get_by_label("Name you sign in with").fill("rosa")
    page.get_by_label("A password of your own").fill("lamp quiet river seven")
    page.get_by_label("Hotline and on call").check()
    desk.send(page.get_by_role("button", name="Begin"))
    expect(page.get_by_role("heading", name="Set up your authenticator app")).to_be_visible()
    desk.nothing_serious(page)
    secret = page.locator("code").inner_text().strip()
    rosa = SignIn("rosa", "lamp quiet river seven", secret, "Rosa")
    page.locator("[name=code]").fill(rosa.code(int(time.time()) // 30))
    desk.send(page.get_by_role("button", name="Done"))
    desk.goto(page, "/")
    expect(page.locator("header")).not_to_contain_text("Log a visit")
    page.goto("/calls/new/")
    page.locator("[name=words]").fill("Whispered. Will ring again.")
    desk.nothing_serious(page)
    desk.send(page.get_by_role("button", name="Save this call"))
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
