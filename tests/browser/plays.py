"""Fixtures of the tests in a real browser: the browser, the house, and a desk at each width."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.desk import Desk
from tests.browser.stage import House

CALM = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP *.localhost 127.0.0.1",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that the set-up found."""
    found = os.environ.get("ALONGSIDE_CHROMIUM") or "/usr/bin/chromium"
    return {**browser_type_launch_args, "executable_path": found, "args": CALM}


@pytest.fixture(scope="session")
def base_url() -> str:
    """None: every house has an address of its own."""
    return ""


@pytest.fixture(scope="module", params=[1280, 375])
def width(request: pytest.FixtureRequest) -> int:
    """A desk's screen and a phone's."""
    return int(request.param)


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    """The demo before Lantern calls, served on a database of its own."""
    with House().opened() as opened:
        yield opened


@pytest.fixture(scope="module")
def _desks(browser: Browser, house: House, width: int) -> Iterator[Desk]:
    desk = Desk(browser, house, width)
    yield desk
    desk.close()


@pytest.fixture
def desk(_desks: Desk) -> Iterator[Desk]:
    """Desks at one width; whatever a page did that it should not do is told at the end."""
    _desks.wrong.clear()
    yield _desks
    assert _desks.wrong == [], "\n".join(_desks.wrong)


__all__ = ["_desks", "base_url", "browser_type_launch_args", "desk", "house", "width"]
