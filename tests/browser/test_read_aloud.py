"""What a listener hears of ten pages (docs/LISTENING.md): whom a page is about, its parts, and names that differ."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from playwright.sync_api import Page

from alongside.project.demo.cast import CM1, known_id
from tests.browser.desk import Desk
from tests.browser.test_today import desk_of_now

__all__ = ["desk_of_now"]

LANTERN = f"/people/{known_id('Lantern')}/"
PAGES = (
    "/", "/people/", LANTERN, "/note/", f"{LANTERN}goals/", f"{LANTERN}sharing/new/", "/on-call/",
    f"{LANTERN}safety-plan/", f"{LANTERN}welcome/", "/partners/",
)  # fmt: skip


def heard(page: Page) -> list[tuple[str, str, int]]:
    """What is read aloud, line by line: role, name, and the level of a heading."""
    said = page.locator("body").aria_snapshot()
    found = re.findall(r"^\s*- '?(\w+)(?: \"((?:[^\"\\]|\\.)*)\")?(?: \[level=(\d)\])?", said, re.MULTILINE)
    return [(role, name, int(level or 0)) for role, name, level in found]


def faults(page: Page) -> list[str]:
    """What would confuse somebody who listens."""
    all_said = heard(page)
    roles = Counter(role for role, _name, _level in all_said)
    wrong = [f"{role}: {roles[role]}" for role in ("main", "banner") if roles[role] != 1]
    levels = [level for role, _name, level in all_said if role == "heading"]
    wrong += [f"{levels.count(1)} headings of level 1"] if levels.count(1) != 1 else []
    wrong += [f"h{one} before h{two}" for one, two in pairwise(levels) if two > one + 1]
    named = ("button", "link", "textbox", "combobox", "searchbox", "checkbox", "radio", "heading")
    wrong += [f"a {role} without a name" for role, name, _level in all_said if role in named and not name]
    presses = Counter(name for role, name, _level in all_said if role == "button")
    return wrong + [f"{times} buttons {name!r}" for name, times in presses.items() if times > 1]


@pytest.mark.parametrize("path", PAGES)
def test_a_listener_knows_where_they_are(desk_of_now: Desk, path: str) -> None:
    page = desk_of_now.of(CM1)
    page.set_viewport_size({"width": 1280, "height": 800})
    desk_of_now.goto(page, path)
    assert faults(page) == []
    if path.startswith(LANTERN):
        assert any(role == "heading" and "Lantern" in name for role, name, level in heard(page) if level == 1)


def test_chips_and_ways_of_each_goal_are_told_apart(desk_of_now: Desk) -> None:
    page = desk_of_now.of(CM1)
    desk_of_now.goto(page, f"{LANTERN}goals/")
    said = page.locator("#sheet").aria_snapshot()
    assert "a room with a lock , Now" in said or "a room with a lock, Now" in said
    ways = re.findall(r'link "(Find another way[^"]*)"', said)
    assert len(set(ways)) == len(ways) > 1
