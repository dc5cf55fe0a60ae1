"""The demo from what people type by themselves: at a role's desk within two clicks."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.stage import House, SignIn
from tests.conftest import ROOT, clone


class DemoHouse(House):
    """A demo in a folder of its own, as ./run makes and serves it; with its staff and no years."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def surroundings(self, role: str = "desk") -> dict[str, str]:
        ours = {"ALONGSIDE_MODE": "demo", "ALONGSIDE_BIND": "127.0.0.1", "ALONGSIDE_DATA": str(self.folder)}
        return super().surroundings(role) | ours

    def fill(self) -> None:
        (self.folder / "keys").symlink_to(settings.KEYS.path)
        clone(self.database)
        for role, words in (("desk", ["load_demo"]), ("owner", ["load_demo", "--cards"])):
            command = [sys.executable, "manage.py", *words]
            subprocess.run(command, cwd=ROOT, env=self.surroundings(role), check=True)

    def _read_sign_ins(self) -> dict[str, SignIn]:
        return {}


@pytest.fixture(scope="module")
def house() -> Iterator[House]:
    with (
        tempfile.TemporaryDirectory(prefix=f"demo-{os.getpid()}-") as folder,
        DemoHouse(Path(folder)).opened() as made,
    ):
        yield made


def test_from_localhost_to_today_in_two_clicks(desk: Desk, house: House) -> None:
    page = desk.fresh()
    page.goto(f"http://localhost:{house.port}/")
    desk.wrong = [each for each in desk.wrong if "http://localhost" not in each]
    desk.nothing_serious(page)
    desk.send(page.get_by_role("button", name="Case manager 1"))  # one of the two
    expect(page).to_have_url(f"{house.origin}/")
    expect(page.locator("body.framed h1").first).to_be_visible()
    with desk.forgiving("403"):
        page.goto("/me/password/")
        desk.nothing_serious(page)
        desk.send(page.get_by_role("button", name="Sign out"))
    expect(page.get_by_role("heading", name="Come in with one click")).to_be_visible()
