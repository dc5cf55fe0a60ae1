"""Parts of SC2 that several steps play."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page

from alongside.project.demo.cast import (
    Member,
)
from tests.browser.desk import Desk

HONEST = "Debriefs happen; nights fall on the same three"


def path_of(page: Page) -> str:
    """The address in front of somebody."""
    return urlsplit(page.url).path


def is_shut(desk: Desk, page: Page, path: str, *statuses: int) -> None:
    """An address that does not open."""
    with desk.forgiving("40[34]"):
        answer = page.goto(path)
        assert answer is not None and answer.status in statuses, f"{path}: {answer and answer.status}"


def answers_honestly(desk: Desk, page: Page) -> None:
    """One question, in words and as it stands."""
    page.get_by_role("link", name=re.compile("^Answer.*look after staff")).click()
    page.get_by_label("In part").check()
    page.get_by_label("In words").fill(HONEST)
    desk.nothing_serious(page, "a question of the review")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, "In part", HONEST)


def agrees_on(desk: Desk, page: Page, words: str, owner: Member) -> None:
    """What follows, who does it, and by which day."""
    page.get_by_role("link", name=re.compile("^Add an action.*look after staff")).click()
    page.get_by_label("What we will do").fill(words)
    page.get_by_label("Who does it").select_option(label=owner.name)
    page.get_by_label("By which day").fill("9/30/2027")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    desk.stands(page, words)


def works_nine_to_five(desk: Desk, page: Page, member: Member) -> None:
    """The hours of one week, from Monday to Friday."""
    desk.goto(page, f"/team/hours/{member.id}/")
    desk.nothing_serious(page, "working hours")
    page.get_by_label("From this day on").fill("5/3/2027")
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        page.get_by_label(f"{day}, from").fill("9 AM")
        page.get_by_label(f"{day}, until").fill("5 PM")
    desk.send(page.get_by_role("button", name="Save", exact=True))
