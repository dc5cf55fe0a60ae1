"""SC1, "2 a.m., and the years after": acts 1 and 2, from a call at night to a goal sheet."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from alongside.project.demo.cast import CM1, DROP_IN, ON_CALL, PROGRAM, SUPERVISOR
from tests.browser.desk import Desk

WHISPERED = "Whispering. Works in a house. Asked what happens if they come in."
CALLED = "Anonymous contact, 6 Jan 02:07"
VISITED = "Anonymous contact, 8 Jan 15:00"
ROOM, TOOTH = "a room with a lock", "my tooth"


def path_of(page: Page) -> str:
    """The address in front of somebody."""
    return urlsplit(page.url).path


def known_people(page: Page) -> list[str]:
    """The aliases on the People page."""
    return sorted(page.locator("main a[href^='/people/']").all_inner_texts())


def test_act_1_first_contact(desk: Desk) -> None:
    supervisor = desk.of(SUPERVISOR)
    desk.clock(SUPERVISOR, "2027-01-06T02:07")
    desk.goto(supervisor, "/people/")
    before = known_people(supervisor)

    # Step 1: a call at 02:07; nothing is required, and no person comes of it.
    night = desk.of(ON_CALL, "/")
    night.get_by_role("link", name="Log a call").click()
    desk.nothing_serious(night, "log a call")
    night.get_by_label("What they said, in their words").fill(WHISPERED)
    night.get_by_label("Do not call back").check()
    night.get_by_role("button", name="Keep this call").click()
    expect(night.get_by_role("heading", level=1)).to_have_text(CALLED)
    desk.stands(night, CALLED, WHISPERED, "Do not call back")
    desk.nothing_serious(night, "a kept call")
    desk.goto(night, "/")
    desk.stands(night, "do not call back", WHISPERED)
    desk.goto(night, "/contacts/")
    expect(night.get_by_role("link", name=CALLED)).to_have_count(1)
    desk.goto(supervisor, "/people/")
    assert known_people(supervisor) == before

    # Step 3, without the stock: an anonymous visit on Friday; still no person.
    desk.clock(DROP_IN, "2027-01-08T15:00")
    door = desk.of(DROP_IN, "/")
    door.get_by_role("link", name="Log a visit").click()
    desk.nothing_serious(door, "log a visit")
    door.get_by_label("What they said, in their words").fill("Hygiene kit, a meal, a transit card.")
    door.get_by_role("button", name="Keep this visit").click()
    desk.stands(door, VISITED, "Hygiene kit, a meal, a transit card.")
    desk.goto(supervisor, "/people/")
    assert known_people(supervisor) == before

    # Step 4: "call me Lantern"; call and visit are joined at their wish.
    desk.clock(DROP_IN, "2027-01-15T11:00")
    desk.goto(door, "/contacts/")
    desk.nothing_serious(door, "contacts")
    door.get_by_role("link", name=VISITED).click()
    door.get_by_role("link", name="Keep an alias").click()
    door.get_by_label("What they would like to be called").fill("Lantern")
    door.get_by_label("A need, in their own words").fill(ROOM)
    door.get_by_label("Another need, if there is one").fill(TOOTH)
    door.get_by_text("They ask to have earlier calls or visits joined").click()
    door.get_by_label(re.compile("6 Jan 02:07")).check()
    desk.nothing_serious(door, "keep an alias")
    door.get_by_role("button", name="Keep the alias").click()
    expect(door.get_by_role("heading", level=1)).to_have_text("Lantern")
    desk.stands(door, "Contact", ROOM, TOOTH, WHISPERED, CALLED, VISITED)
    expect(door.get_by_text("joined at their wish, 15 Jan")).to_have_count(2)
    desk.nothing_serious(door, "an acquaintance")

    # Step 5, without the load: before any intake, one case manager and one backup are chosen.
    desk.goto(supervisor, "/")
    desk.stands(supervisor, "Nobody walks with them yet", "Lantern", ROOM)
    desk.nothing_serious(supervisor, "the supervisor's Today")
    desk.goto(supervisor, path_of(door))
    supervisor.get_by_role("link", name=VISITED).click()
    supervisor.get_by_role("link", name="Assign a case manager").click()
    new_here = supervisor.get_by_role("listitem").filter(has_text="Case manager 3")
    expect(new_here).to_contain_text("trafficking training not recorded")
    experienced = supervisor.get_by_role("listitem").filter(has_text="Case manager 1")
    expect(experienced).not_to_contain_text("not recorded")
    supervisor.get_by_label("Case manager - Case manager 1").check()
    supervisor.get_by_label("Backup - Case manager 2").check()
    desk.nothing_serious(supervisor, "assign")
    supervisor.get_by_role("button", name="Assign").click()
    desk.stands(supervisor, "Case manager 1 walks with them.")
    supervisor.get_by_role("link", name="Lantern").click()
    desk.nothing_serious(supervisor, "Lantern's page")
    supervisor.goto(f"{path_of(supervisor)}team/")
    desk.stands(supervisor, "Case manager 1", "Case manager 2")
    print(supervisor.locator("main").inner_text())
