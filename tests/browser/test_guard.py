"""The language guard in a real browser: a hint, other words, a tap; it hinders nothing and asks nobody."""

import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from alongside.project.demo.cast import CM1, CM2, PRACTICE
from tests.browser.desk import Desk

SENTENCE = "Client refused services and is noncompliant."
OWN_WORDS = "We didn't meet today. I texted once, as agreed."


@pytest.fixture
def page(desk: Desk) -> Page:
    """An empty quick note, as a page of its own."""
    page = desk.of(CM1, "/note/")
    if page.get_by_role("button", name="Begin anew").count():
        desk.send(page.get_by_role("button", name="Begin anew"))
    return page


def happened(page: Page) -> Locator:
    return page.locator("#main, #overlay").get_by_label("What happened").last


def hints(page: Page) -> Locator:
    return page.locator(".guard-hints li.guard-hint:visible")


def marked(page: Page) -> list[str]:
    return page.locator(".guard-sheet:visible mark").all_text_contents()


def test_both_words_get_a_hint_and_one_tap_replaces(desk: Desk, page: Page) -> None:
    happened(page).press_sequentially(SENTENCE)
    expect(hints(page)).to_have_count(2)
    assert marked(page) == ["refused", "is noncompliant"]
    expect(hints(page).first).to_contain_text("The choice is theirs")
    expect(happened(page)).to_be_focused()
    desk.nothing_serious(page, "a note with hints")
    hints(page).first.get_by_role("button", name="declined").click()
    expect(happened(page)).to_have_value("Client declined services and is noncompliant.")
    expect(happened(page)).to_be_focused()
    hints(page).filter(has_text="is noncompliant").get_by_role("button", name="did not ___").click()
    expect(happened(page)).to_have_value("Client declined services and did not ___.")
    # The gap is chosen, so that the next thing typed fills it.
    page.keyboard.type("call")
    expect(happened(page)).to_have_value("Client declined services and did not call.")
    expect(hints(page)).to_have_count(0)
    assert page.locator(".guard-marks:visible").count() == 0


def test_a_replacement_can_be_taken_back(page: Page) -> None:
    happened(page).fill("Refused tea.")
    hints(page).get_by_role("button", name="declined").click()
    expect(happened(page)).to_have_value("Declined tea.")
    page.get_by_role("button", name="Undo (Refused)").click()
    expect(happened(page)).to_have_value("Refused tea.")
    hints(page).get_by_role("button", name="declined").click()
    page.keyboard.press("Control+z")
    expect(happened(page)).to_have_value("Refused tea.")


def test_a_word_can_be_taken_out(page: Page) -> None:
    happened(page).fill("Obviously she slept. She simply slept.")
    hints(page).first.get_by_role("button", name="Take it out").click()
    expect(happened(page)).to_have_value("She slept. She simply slept.")
    hints(page).filter(has_text="simply").get_by_role("button", name="Take it out").click()
    expect(happened(page)).to_have_value("She slept. She slept.")


def test_quoted_words_get_none(page: Page) -> None:
    happened(page).fill('Client said "I refused services and I am noncompliant."')
    page.wait_for_timeout(900)
    expect(hints(page)).to_have_count(0)
    happened(page).fill('She said "no". She refused tea.')
    expect(hints(page)).to_have_count(1)


def test_saving_as_it_is_works(desk: Desk, page: Page) -> None:
    page.locator("#main select").first.select_option("Maple")
    happened(page).fill(SENTENCE)
    expect(hints(page)).to_have_count(2)
    desk.send(page.get_by_role("button", name="Save note"))
    desk.goto(page, "/people/")
    page.get_by_role("link", name="Maple", exact=True).click()
    desk.stands(page, SENTENCE)


def test_written_anew_it_gets_none(desk: Desk, page: Page) -> None:
    page.locator("#main select").first.select_option("Maple")
    happened(page).fill(SENTENCE)
    expect(hints(page)).to_have_count(2)
    happened(page).fill(OWN_WORDS)
    expect(hints(page)).to_have_count(0)
    desk.send(page.get_by_role("button", name="Save note"))
    desk.goto(page, "/people/")
    page.get_by_role("link", name="Maple", exact=True).click()
    desk.stands(page, OWN_WORDS)


def test_left_alone_it_stays_quiet_in_this_form(page: Page) -> None:
    happened(page).fill("She refused tea.")
    hints(page).get_by_role("button", name="Leave it").click()
    expect(hints(page)).to_have_count(0)
    expect(happened(page)).to_be_focused()
    page.get_by_label("How we responded").fill("She refused cake and resisted.")
    expect(hints(page)).to_have_count(1)
    expect(hints(page)).to_contain_text("resisted")


def test_by_keyboard_in_the_quick_note(desk: Desk) -> None:
    page = desk.of(CM1, "/")
    page.keyboard.press("Alt+n")
    page.locator("#overlay").get_by_label("How we responded").fill("")
    happened(page).fill("")
    page.keyboard.type("She refused tea and admits it.")
    expect(hints(page)).to_have_count(2)
    expect(page.locator("#overlay [role=status]").filter(has_text="under this blank: 2")).to_have_count(1)
    expect(happened(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#overlay").get_by_role("button", name="declined")).to_be_focused()
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert ring != "none"
    page.keyboard.press("Enter")
    expect(happened(page)).to_have_value("She declined tea and admits it.")
    expect(happened(page)).to_be_focused()
    desk.nothing_serious(page, "the quick note with hints")
    page.locator("#overlay").get_by_role("button", name="Leave it").press("Enter")
    expect(hints(page)).to_have_count(0)
    happened(page).fill("")


def test_nothing_is_asked_while_typing(page: Page) -> None:
    asked: list[str] = []

    def heard(request: Request) -> None:
        asked.append(urlsplit(request.url).path)

    happened(page).fill("First words")
    expect(page.locator("[data-saved]").last).to_contain_text("Draft saved", timeout=10_000)
    page.on("request", heard)
    happened(page).press_sequentially(" and then she resisted and refused to leave him.", delay=15)
    expect(hints(page)).to_have_count(2)
    assert marked(page) == ["resisted", "refused to leave him"]
    page.wait_for_timeout(2500)
    assert set(asked) <= {"/drafts/"}  # the draft, which is kept for the writer alone
    page.remove_listener("request", heard)


def test_a_long_note_is_typed_as_quickly_as_a_short_one(page: Page) -> None:
    happened(page).fill("We sat by the river and talked, and she refused tea. " * 400)
    expect(hints(page)).to_have_count(1)
    assert len(happened(page).input_value()) > 20_000
    took = page.evaluate(
        """async () => {
            const { guard } = window.alongside;
            const told = await (await fetch(document.body.dataset.guardUrl)).json();
            const list = guard.compile(told.entries, told.spared);
            const blank = document.querySelector("#main textarea[data-guard]");
            const begun = performance.now();
            guard.find(blank.value, list, false);
            return performance.now() - begun;
        }"""
    )
    assert took < 400, took
    begun = time.monotonic()
    happened(page).press_sequentially("and so on")
    assert time.monotonic() - begun < 4
    happened(page).fill("")


def test_marks_lie_over_their_words(page: Page) -> None:
    # A first line that wraps, then the word: a mark in the wrong face or width would stand elsewhere.
    happened(page).fill(
        "We sat by the window and spoke of the summer, of the river and of rain. She refused tea.\n\nلم تأت refused"
    )
    expect(page.locator(".guard-sheet:visible mark")).to_have_count(2)
    off = page.evaluate(
        """() => {
            const blank = document.querySelector("#main textarea[data-guard]");
            const sheet = document.querySelector(".guard-sheet");
            const look = (node, name) => getComputedStyle(node).getPropertyValue(name);
            const other = ["font-family", "font-size", "line-height", "padding-left", "padding-top", "letter-spacing"]
                .filter((name) => look(blank, name) !== look(sheet, name));
            const within = blank.getBoundingClientRect();
            const out = [...sheet.querySelectorAll("mark")].map((mark) => mark.getBoundingClientRect())
                .filter((box) => box.left < within.left || box.right > within.right || box.bottom > within.bottom);
            const width = Math.abs(sheet.getBoundingClientRect().width - blank.clientWidth);
            return [other, out.length, width];
        }"""
    )
    assert off == [[], 0, 0]


def test_a_blank_that_comes_later_gets_hints_too(page: Page) -> None:
    page.evaluate(
        """() => {
            const blank = document.createElement("textarea");
            blank.dataset.guard = "words";
            blank.setAttribute("aria-label", "Later");
            document.querySelector("#main form[data-draft]").append(blank);
        }"""
    )
    page.get_by_label("Later").press_sequentially("She refused.")
    expect(hints(page)).to_have_count(1)


def test_from_right_to_left(desk: Desk, page: Page) -> None:
    page.evaluate("document.documentElement.dir = 'rtl'")
    happened(page).fill("She refused tea.")
    expect(hints(page)).to_have_count(1)
    desk.nothing_serious(page, "hints from right to left")


def test_a_colleague_sees_no_trace_of_it(desk: Desk) -> None:
    page = desk.of(CM2, "/guard/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wording suggestions")
    desk.nothing_serious(page, "the list")
    assert page.get_by_role("button", name="Switch off").count() == 0


def test_an_editor_tries_a_sentence_before_keeping_it(desk: Desk) -> None:
    page = desk.of(PRACTICE, "/guard/new/?language=en")
    page.get_by_label("Words or phrases").fill(f"(is/was) grumpy{desk.width}")
    page.get_by_label("Other words, one a line").fill("said little")
    page.get_by_label("Why, in one sentence").fill("A mood is no trait.")
    box = page.get_by_label("Try a sentence")
    box.press_sequentially(f"He was Grumpy{desk.width} today.")
    expect(hints(page)).to_have_count(1)
    desk.nothing_serious(page, "writing an entry")
    hints(page).get_by_role("button", name="said little").click()
    expect(box).to_have_value("He said little today.")
    desk.send(page.get_by_role("button", name="Save", exact=True))
    expect(page.get_by_role("status").first).to_contain_text("Hints follow it")
    desk.nothing_serious(page, "the list of an editor")
    row = page.locator("li", has_text=f"grumpy{desk.width}")
    desk.send(row.get_by_role("button", name="Switch off"))
    expect(page.get_by_role("heading", name="Switched off")).to_be_visible()
