"""A desk in a real browser: staff who come in by the door, and an eye on every page they see."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Locator, Page, Response, expect
from playwright.sync_api import Error as PlaywrightError

from alongside.project.demo.cast import Member
from tests.browser.stage import House
from tests.conftest import ROOT

HEIGHTS = {1280: 900, 375: 812}
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Targets of 24 pixels are WCAG 2.2 AA; axe leaves that rule off unless it is asked for.
ASKED = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}


@lru_cache
def _axe() -> str:
    return AXE.read_text()


class Desk:
    """The desks of everybody in one test, at one width, each in a browser of their own."""

    def __init__(self, browser: Browser, house: House, width: int) -> None:
        self.browser, self.house, self.width = browser, house, width
        self.wrong: list[str] = []
        self.forgiven: list[re.Pattern[str]] = []
        self.pages: dict[str, Page] = {}
        self.lived: set[str] = set()  # parts of a story that came to their end

    def of(self, member: Member, path: str | None = None) -> Page:
        """The page in front of a member of staff, signed in through the door; opened at `path`."""
        page = self.pages.get(member.username)
        if page is None:
            page = self.pages[member.username] = self.fresh()
            self.sign_in(page, member)
        if path is not None:
            self.goto(page, path)
        return page

    def fresh(self, **wishes: Any) -> Page:
        """A page nobody has signed in to, in a context of its own."""
        size = {"width": self.width, "height": HEIGHTS[self.width]}
        context = self.browser.new_context(
            viewport=size, locale="en-US", timezone_id="America/Chicago", base_url=self.house.origin, **wishes
        )
        context.set_default_timeout(15_000)
        context.on("page", self.watch)
        return context.new_page()

    def watch(self, page: Page) -> None:
        """Note everything that should not happen on a page."""
        page.on("console", lambda said: self._hear(page, f"console {said.type}: {said.text}", said.type))
        page.on("pageerror", lambda error: self._hear(page, f"script: {error}", "error"))
        page.on("request", lambda asked: self._own(page, asked.url))
        page.on("response", self._not_kept)

    def _hear(self, page: Page, what: str, kind: str) -> None:
        if kind in ("error", "warning") and not any(known.search(what) for known in self.forgiven):
            self.wrong.append(f"{urlsplit(page.url).path}: {what}")

    def _own(self, page: Page, url: str) -> None:
        if not url.startswith((self.house.origin + "/", "data:")):
            self.wrong.append(f"{page.url}: asked another place for {url}")

    def _not_kept(self, answer: Response) -> None:
        path = urlsplit(answer.url).path
        ours = answer.url.startswith(self.house.origin) and not path.startswith("/s/")
        if ours and answer.headers.get("cache-control") != "no-store":
            self.wrong.append(f"{path}: may be kept by the browser")

    @contextmanager
    def forgiving(self, *patterns: str) -> Iterator[None]:
        """While something is meant to go wrong."""
        before = self.forgiven
        self.forgiven = [*before, *map(re.compile, patterns)]
        yield
        self.forgiven = before

    def sign_in(self, page: Page, member: Member) -> None:
        """Name and password, then the code of the app."""
        known = self.house.sign_ins[member.username]
        page.goto("/sign-in/")
        page.locator("[name=login]").fill(known.username)
        page.locator("[name=password]").fill(known.password)
        page.get_by_role("button", name="Sign in", exact=True).click()
        page.locator("form.card [name=code]").fill(self.house.fresh_code(known.username))
        page.get_by_role("button", name="Go on").click()
        expect(page.locator("body.framed h1").first).to_be_visible()

    def goto(self, page: Page, path: str) -> Response:
        """Open an address; anything but a plain answer is wrong."""
        answer = page.goto(path)
        assert answer is not None and answer.status == 200, f"{path}: {answer and answer.status}"
        return answer

    def timeline(self, page: Page) -> None:
        """Open the whole timeline of whoever stands in front; their page shows the newest few."""
        theirs = re.match(r"/people/[0-9a-f-]{36}/", urlsplit(page.url).path)
        assert theirs, f"nobody's page: {page.url}"
        self.goto(page, f"{theirs[0]}timeline/")

    def send(self, button: Locator) -> None:
        """Press a button that sends its form, and wait for the page that answers; the draft goes first."""
        with button.page.expect_navigation():
            button.click()

    def clock(self, member: Member, moment: str) -> None:
        """Set the test clock to a moment such as 2027-01-06T02:07, standing still."""
        page = self.of(member, "/clock/")
        page.get_by_label("Day and hour").fill(moment)
        page.get_by_label("Time stands still").check()
        self.send(page.get_by_role("button", name="Set the clock"))
        expect(page.get_by_text("The clock is set.")).to_be_visible()

    def stands(self, page: Page, *texts: str, within: str = "main", times: int = 1) -> None:
        """Each text is on the page, in sight or folded, now and after a reload."""
        for time in range(times + 1):
            if time:
                anew(page)
            for text in texts:
                place = page.locator(within).first
                expect(place, f"{text!r} on {page.url}").to_contain_text(text)

    def nothing_serious(self, page: Page, where: str = "") -> None:
        """Nothing that a screen reader, a keyboard, a finger or a narrow phone would stumble over."""
        found = troubles(page)
        assert found == [], f"{where or page.url} at {self.width}:\n" + "\n".join(found)

    def close(self) -> None:
        """Close every browser window."""
        for context in {page.context for page in self.pages.values()}:
            context.close()
        self.pages.clear()


def anew(page: Page) -> None:
    """Load the page once more. A way elsewhere that the page has just begun goes first."""
    page.wait_for_load_state("load")
    try:
        page.reload()
    except PlaywrightError as cut_off:
        if "ERR_ABORTED" not in str(cut_off):
            raise
        page.wait_for_load_state("load")
        page.reload()


def devtools(page: Page) -> CDPSession:
    """A line to the browser itself, which no page's policy binds."""
    return page.context.new_cdp_session(page)


def troubles(page: Page, run: Callable[[Page], list[dict[str, Any]]] | None = None) -> list[str]:
    """What axe calls serious or critical, and whether the page is wider than its window."""
    found = []
    for each in (run or violations)(page):
        if each["impact"] in ("serious", "critical"):
            places = "; ".join(node["html"][:140] for node in each["nodes"][:3])
            found.append(f"{each['impact']} {each['id']}: {each['help']}: {places}")
    if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append("wider than the window: " + page.evaluate(WIDEST))
    return found


WIDEST = """() => [...document.querySelectorAll("body *")]
    .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
    .slice(0, 3).map(one => one.outerHTML.slice(0, 120)).join("; ")"""


def violations(page: Page, rules: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """What axe finds on the page as it stands; a page that was just being left is looked at when the next is there."""
    asked = {**ASKED, "runOnly": list(rules)} if rules else ASKED
    for _try in range(3):
        page.wait_for_load_state("load")
        if (found := _axe_on(page, asked)) is not None:
            return found
    raise AssertionError(f"axe gave no answer on {page.url}")


def _axe_on(page: Page, options: dict[str, Any]) -> list[dict[str, Any]] | None:
    line = devtools(page)
    if not page.evaluate("typeof window.axe === 'object'"):
        line.send("Runtime.evaluate", {"expression": _axe() + ";0", "returnByValue": True})
    asked = f"axe.run(document, {json.dumps(options)}).then(found => JSON.stringify(found.violations))"
    told = line.send("Runtime.evaluate", {"expression": asked, "awaitPromise": True, "returnByValue": True})
    line.detach()
    value = told["result"].get("value")
    found: list[dict[str, Any]] | None = json.loads(value) if isinstance(value, str) else None
    return found


__all__: list[Any] = ["Desk", "devtools", "troubles", "violations"]
