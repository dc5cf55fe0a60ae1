#!/usr/bin/env python3
"""Makes the pictures of docs/img from the demo, on a database of its own that is gone afterwards.

Run it in the environment that ./test makes: .venv/bin/python scripts/screenshots.py
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bootstrap import chromium, environment, testbed  # noqa: E402
from bootstrap.checks import short_temporary_folder  # noqa: E402
from bootstrap.serve import collect_static, make_surroundings  # noqa: E402
from scripts.palette import lightened  # noqa: E402

PICTURES = ROOT / "docs" / "img"
LARGEST = 150_000  # bytes


@contextmanager
def surroundings() -> Iterator[None]:
    """A database server for as long as this takes, and everything else that the demo needs."""
    if "ALONGSIDE_DATA" in os.environ:
        yield
        return
    make_surroundings(tests=True)
    folder = short_temporary_folder()
    cluster = testbed.start(folder, bound=True)
    try:
        os.environ |= testbed.environment(cluster) | {"ALONGSIDE_CHROMIUM": str(chromium.find_chromium())}
        collect_static({**environment.child_environment(), **os.environ})
        yield
    finally:
        cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def take() -> None:
    """Sign in to the demo and take every picture."""
    import django

    django.setup()
    from playwright.sync_api import sync_playwright

    from alongside.project.demo.cast import CM1, ON_CALL, known_id
    from tests.browser.desk import Desk
    from tests.browser.plays import CALM
    from tests.browser.stage import House

    with House(beginning=False).opened() as house, sync_playwright() as player:
        found = os.environ.get("ALONGSIDE_CHROMIUM") or "/usr/bin/chromium"
        browser = player.chromium.launch(executable_path=found, args=CALM)
        wide, phone = Desk(browser, house, 1280), Desk(browser, house, 375)
        wide.clock(CM1, "2027-02-22T09:00")  # standing still, so that the same demo gives the same pictures
        person = f"/people/{known_id('Lantern')}/"
        page = wide.of(CM1, "/")
        page.screenshot(path=PICTURES / "today.png")
        page.goto(person)
        ends = page.locator(".cols.even").bounding_box()  # both strands whole, beside each other
        tall = int(ends["y"] + ends["height"]) + 16 if ends else 900
        page.screenshot(path=PICTURES / "person.png", full_page=True, clip=_from_the_top(1280, tall))
        page.goto("/in-it-now/activated/")
        page.screenshot(path=PICTURES / "in-it-now.png")
        page = wide.of(ON_CALL, "/calls/new/")
        page.screenshot(path=PICTURES / "call.png")
        small = phone.fresh(storage_state=wide.of(CM1).context.storage_state())
        small.goto(person)
        small.screenshot(path=PICTURES / "person-phone.png")
        browser.close()


def _from_the_top(width: int, height: int) -> "FloatRect":
    return {"x": 0, "y": 0, "width": width, "height": height}


def main() -> int:
    """Take the pictures and say how large each is."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "alongside.project.settings"
    PICTURES.mkdir(parents=True, exist_ok=True)
    with surroundings():
        take()
    for picture in PICTURES.glob("*.png"):
        picture.write_bytes(lightened(picture.read_bytes()))
    sizes = {picture.name: picture.stat().st_size for picture in sorted(PICTURES.glob("*.png"))}
    for name, size in sizes.items():
        sys.stdout.write(f"{name}: {size // 1000} kB{' is too large' if size > LARGEST else ''}\n")
    return int(any(size > LARGEST for size in sizes.values()))


if __name__ == "__main__":
    sys.exit(main())
