"""SC2, step 16: a small agency turns off what it does not use; the navigation shrinks, and every way left leads on."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from alongside.project.demo.cast import ADMIN, CM1, DIRECTOR, ON_CALL, SUPERVISOR, known_id
from tests.browser.desk import Desk

MAPLE = f"/people/{known_id('Maple')}/"
OFF = (
    "Benefit clocks", "Circle", "Donation asks", "Load and capacity", "Partners", "Practice", "Referrals", "Strands",
    "Support for staff", "Their questions", "Training",
)  # fmt: skip
ONES = (
    "",
    "record/",
    "timeline/",
    "team/",
    "goals/",
    "holding/",
    "sharing/",
    "reaching/",
    "periods/",
    "state/",
)
PAGES = {
    CM1: ("/", "/people/", "/search/", "/people/new/", *(f"{MAPLE}{each}" for each in ONES)),
    SUPERVISOR: ("/", "/people/", "/program/", f"{MAPLE}team/", "/on-call/", "/time-off/"),
    DIRECTOR: ("/", "/program/"),
    ON_CALL: ("/", "/on-call/", "/contacts/"),
    ADMIN: ("/", "/program/"),
}
WAYS = "all => all.map(one => one.href)"
OPENED = """async all => {
    const found = [];
    for (const each of all) found.push([each, (await fetch(each)).status]);
    return found;
}"""


def places(page: Page) -> set[str]:
    """Where the navigation and the menus lead."""
    return set(page.locator("header a[href], nav a[href]").evaluate_all(WAYS))


def test_step_16_what_is_left_off_is_gone_and_nothing_breaks(desk: Desk) -> None:
    desk.clock(ADMIN, "2027-05-03T08:00")
    before = {member: places(desk.of(member, "/")) for member in PAGES}
    page = desk.of(ADMIN, "/program/modules/")
    desk.nothing_serious(page, "features")
    for name in OFF:
        page.get_by_label(name, exact=True).uncheck(force=True)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "The features are saved.", times=0)
    for member, paths in PAGES.items():
        seen = set[str]()
        for path in paths:
            one = desk.of(member, path)
            expect(one.get_by_role("heading", level=1).first).to_be_visible()
            desk.nothing_serious(one, f"{path} with little left on")
            seen |= leads_on(desk, one, seen)
        assert places(desk.of(member, "/")) < before[member], member.name
    page = desk.of(ADMIN, "/program/modules/")
    for name in OFF:
        page.get_by_label(name, exact=True).check(force=True)
    desk.send(page.get_by_role("button", name="Save", exact=True))
    for member in PAGES:
        assert places(desk.of(member, "/")) == before[member], member.name


def leads_on(desk: Desk, page: Page, seen: set[str]) -> set[str]:
    """Every way on a page that was not gone before leads to a page."""
    found = {each.partition("#")[0] for each in page.locator("a[href]:not([download])").evaluate_all(WAYS)}
    ours = {each for each in found if each.startswith(desk.house.origin)} - seen
    shut = [each for each, status in page.evaluate(OPENED, sorted(ours)) if status != 200]
    assert shut == [], f"{urlsplit(page.url).path} leads to {shut}"
    return ours
