"""The look in a real browser, on a stage of its own: no database, no other room."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import BrowserContext, Page

CALM = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that the set-up found."""
    browser = os.environ.get("ALONGSIDE_CHROMIUM", "/usr/bin/chromium")
    return {**browser_type_launch_args, "executable_path": browser, "args": CALM}


@pytest.fixture(scope="session")
def base_url() -> str:
    """None: every test names the stage itself."""
    return ""


@pytest.fixture(scope="session")
def stage() -> Iterator[str]:
    """The address of the stage."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    place = Path(__file__).with_name("stage.py")
    server = subprocess.Popen([sys.executable, str(place), str(port)], cwd=place.parents[3])
    address = f"http://127.0.0.1:{port}"
    for _attempt in range(100):
        try:
            urlopen(f"{address}/log/", timeout=2).close()
            break
        except OSError:
            time.sleep(0.1)
    yield address
    server.terminate()
    server.wait(10)


@pytest.fixture
def heard(context: BrowserContext, stage: str) -> Iterator[Callable[..., list[Any]]]:
    """What the stage was sent since the test began; may tell it how to answer drafts."""
    before = len(context.request.get(f"{stage}/log/?draft=204").json())

    def read(draft: int | None = None) -> list[Any]:
        asked = "" if draft is None else f"?draft={draft}"
        return list(context.request.get(f"{stage}/log/{asked}").json()[before:])

    yield read
    context.request.get(f"{stage}/log/?draft=204")


@pytest.fixture
def gallery(page: Page, stage: str) -> Page:
    """The gallery, opened."""
    page.goto(f"{stage}/gallery/")
    return page
