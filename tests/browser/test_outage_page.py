"""The page for hours without a computer, made at a desk and on a phone."""

from playwright.sync_api import expect

from alongside.project.demo.cast import SUPERVISOR
from tests.browser.desk import Desk


def test_the_page_is_made_for_a_purpose(desk: Desk) -> None:
    page = desk.of(SUPERVISOR, "/on-call/")
    page.get_by_role("link", name="A page for hours without a computer").click()
    desk.nothing_serious(page, "asking what it is for")
    with desk.forgiving(r"422"):
        page.get_by_role("button", name="Make the page").click()
        expect(page.get_by_text("Please say what it is for")).to_be_visible()
    page.get_by_label("Practising for it").check()
    with page.expect_download() as made:
        page.get_by_role("button", name="Make the page").click()
    assert made.value.suggested_filename.startswith("page-")
