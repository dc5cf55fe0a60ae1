"""The long stories, in a real browser: each width lives through them in a house of its own."""

from collections.abc import Iterator

import pytest

from tests.browser.plays import *  # noqa: F403
from tests.browser.stage import House


@pytest.fixture(scope="module")
def house(width: int) -> Iterator[House]:
    """The demo before Lantern calls, new for each width, as what happens in it stays."""
    with House().opened() as opened:
        yield opened
