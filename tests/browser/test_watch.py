"""The eye on every page sees: each kind of fault, planted, is told."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.desk import Desk, troubles
from tests.browser.test_crawl import pattern, tells_nothing

HEAD = "<!doctype html><html lang=en><title>{title}</title><main><h1>Here</h1>{body}</main></html>"
ORIGIN = "http://desk.localhost:1"


@pytest.fixture
def planted(browser: Browser) -> Iterator[Desk]:
    """A desk whose pages come from the test itself."""
    desk = Desk(browser, SimpleNamespace(origin=ORIGIN), 375)  # type: ignore[arg-type]
    yield desk
    desk.close()


def shown(desk: Desk, body: str, title: str = "Today - Riverbend Community Services", **headers: str) -> Page:
    """A page with this in it."""
    page = desk.pages["planted"] = desk.fresh()

    def fulfil(route: Route) -> None:
        told = {"Cache-Control": "no-store", "Content-Type": "text/html", **headers}
        route.fulfill(body=HEAD.format(title=title, body=body), headers=told)

    page.route("**/*", fulfil)
    page.goto("/")
    return page


def test_a_good_page_is_good(planted: Desk) -> None:
    page = shown(planted, "<p>Words</p>")
    assert troubles(page) == []
    assert tells_nothing(page) == []
    assert planted.wrong == []


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<img src=data:,>", "image-alt"),
        ("<input name=x>", "label"),
        ("<p style='color:#bbb;background:#fff'>Words</p>", "color-contrast"),
        ("<button style='width:9px;height:9px;padding:0'>a</button>" * 2, "target-size"),
        ("<p style='width:2000px'>Words</p>", "wider than the window"),
    ],
)
def test_a_trouble_is_told(planted: Desk, body: str, told: str) -> None:
    assert told in " ".join(troubles(shown(planted, body)))


@pytest.mark.parametrize(
    "body",
    [
        "<script>console.error('oh')</script>",
        "<script>throw new Error('oh')</script>",
        "<img alt='' src='http://elsewhere.example/x.png'>",
    ],
)
def test_a_fault_is_heard(planted: Desk, body: str) -> None:
    page = shown(planted, body)
    page.wait_for_timeout(200)
    assert planted.wrong


def test_an_answer_that_may_be_kept_is_told(planted: Desk) -> None:
    shown(planted, "", **{"Cache-Control": "private"})
    assert planted.wrong


@pytest.mark.parametrize(
    "title", ["Maple - Riverbend Community Services", "Today", "Trafficking - Riverbend Community Services"]
)
def test_a_title_that_tells_is_told(planted: Desk, title: str) -> None:
    assert tells_nothing(shown(planted, "", title=title))


def test_pages_of_one_kind_are_one_kind() -> None:
    one = "/people/6f1c0d52-5a4e-4c19-9d5e-0a1b1f6e2027/timeline/?year=2026"
    assert (
        pattern(one)
        == pattern(one.replace("6f1c", "7a2d").replace("2026", "2025"))
        == "/people/*/timeline/?year"
    )
