"""What the scripts of the look promise: drafts, privacy screen, quick note, and life without scripts."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

Heard = Callable[..., list[Any]]


def kinds(heard: Heard) -> list[str]:
    """What kinds of things were sent."""
    return [kind for kind, _fields in heard()]


def test_a_draft_is_kept_a_moment_after_the_typing_stops(gallery: Page, heard: Heard) -> None:
    form = gallery.locator("form[data-draft]")
    form.locator("[name=called]").fill("ሻይ, أم خالد")
    expect(form.locator("[data-saved]")).to_have_text("Draft saved 10:42 AM")
    gallery.wait_for_timeout(1800)
    drafts = [fields for kind, fields in heard() if kind == "draft"]
    assert len(drafts) == 1
    assert drafts[0]["key"] == "gallery"
    assert json.loads(drafts[0]["fields"])["called"] == ["ሻይ, أم خالد"]


def test_it_never_says_kept_when_it_is_not(gallery: Page, heard: Heard) -> None:
    form = gallery.locator("form[data-draft]")
    saved = form.locator("[data-saved]")
    heard(draft=500)
    form.locator("[name=called]").fill("still here")
    expect(saved).to_have_text("Not kept yet: no connection. Your words are still here.")
    heard(draft=204)
    expect(saved).to_have_text("Draft saved 10:42 AM", timeout=10_000)


def test_a_lost_connection_is_said_and_made_good(gallery: Page, context: BrowserContext) -> None:
    form = gallery.locator("form[data-draft]")
    context.set_offline(True)
    form.locator("[name=called]").fill("written on a train")
    expect(form.locator("[data-saved]")).to_contain_text("Not kept yet")
    context.set_offline(False)
    expect(form.locator("[data-saved]")).to_have_text("Draft saved 10:42 AM", timeout=10_000)


def test_the_last_words_are_kept_before_a_form_is_sent(page: Page, stage: str, heard: Heard) -> None:
    page.goto(f"{stage}/note/")
    page.locator("[name=alias]").fill("Lantern")
    page.get_by_role("button", name="Save note").click()
    expect(page.get_by_role("heading", name="Kept")).to_be_visible()
    assert kinds(heard) == ["draft", "note"]


def test_a_blank_grows_and_cuts_nothing_off(gallery: Page) -> None:
    blank = gallery.locator("form[data-draft] [name=happened]")
    blank.fill("a line\n" * 40)
    assert blank.evaluate("blank => blank.scrollHeight <= blank.clientHeight + 1")


def test_one_tap_takes_an_answer_back(gallery: Page) -> None:
    pill = gallery.locator("form[data-draft]").get_by_label("Rather not")
    pill.click()
    expect(pill).to_be_checked()
    pill.click()
    expect(pill).not_to_be_checked()
    pill.press("Space")
    expect(pill).to_be_checked()
    pill.press("Space")
    expect(pill).not_to_be_checked()


@pytest.mark.parametrize("keys", ["Alt+n", "Control+Shift+Comma"])
def test_a_note_opens_by_keys_and_closing_keeps_it(gallery: Page, heard: Heard, keys: str) -> None:
    gallery.locator("form[data-draft] [name=called]").focus()
    gallery.keyboard.press(keys)
    expect(gallery.locator("#overlay [name=alias]")).to_be_focused()
    gallery.keyboard.type("Lantern")
    gallery.keyboard.press("Escape")
    expect(gallery.locator("#overlay")).to_be_hidden()
    expect(gallery.locator("form[data-draft=gallery] [name=called]")).to_be_focused()
    for _each in range(50):  # the page may be put away before its words have arrived
        if kinds(heard) == ["draft"]:
            break
        gallery.wait_for_timeout(100)
    assert [fields["key"] for kind, fields in heard() if kind == "draft"] == ["note"]


def test_words_that_could_not_be_kept_wait_in_the_closed_note(gallery: Page, heard: Heard) -> None:
    gallery.keyboard.press("Alt+n")
    expect(gallery.locator("#overlay [name=alias]")).to_be_focused()
    heard(draft=500)
    gallery.keyboard.type("Lantern")
    gallery.keyboard.press("Escape")
    expect(gallery.locator("#overlay")).to_be_hidden()
    gallery.wait_for_timeout(300)
    gallery.keyboard.press("Alt+n")
    expect(gallery.locator("#overlay [name=alias]")).to_have_value("Lantern")


def test_a_letter_of_the_layout_wins_over_a_key(gallery: Page) -> None:
    gallery.evaluate(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'ń', code: 'KeyN', altKey: true, bubbles: true}))"
    )
    gallery.wait_for_timeout(300)
    expect(gallery.locator("#overlay")).to_be_hidden()


def test_the_privacy_screen_covers_every_tab_and_gives_all_back(
    gallery: Page, context: BrowserContext, stage: str, heard: Heard
) -> None:
    other = context.new_page()
    other.goto(f"{stage}/gallery/")
    gallery.bring_to_front()
    gallery.locator("form[data-draft] [name=called]").fill("half a sent")
    gallery.keyboard.press("Alt+p")
    assert gallery.title() == "Riverbend Community Services"
    expect(gallery.locator("main")).to_be_hidden()
    expect(other.locator("main")).to_be_hidden()
    gallery.keyboard.press("Escape")
    gallery.keyboard.press("Escape")
    expect(gallery.locator("#cover-password")).to_be_visible()

    gallery.locator("#cover-password").fill("wrong")
    gallery.keyboard.press("Enter")
    expect(gallery.locator("#cover-answer")).to_contain_text("Please try again")
    gallery.locator("#cover-password").fill("an open door")
    gallery.keyboard.press("Enter")
    expect(gallery.locator("form[data-draft] [name=called]")).to_have_value("half a sent")
    expect(gallery.locator("form[data-draft] [name=called]")).to_be_focused()
    expect(other.locator("main")).to_be_visible()
    assert kinds(heard)[:2] == ["draft", "lock"], "the words are kept before the door closes"
    assert gallery.title().startswith("Gallery")


def test_the_idle_lock_asks_first(page: Page, stage: str, heard: Heard) -> None:
    page.goto(f"{stage}/note/?idle=5")
    page.get_by_role("button", name="I am still here").click(timeout=5000)
    expect(page.locator("main")).to_be_visible()
    expect(page.locator("#cover-password")).to_be_visible(timeout=9000)
    assert kinds(heard) == ["lock"]


def test_everything_works_without_scripts(browser: Browser, stage: str) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{stage}/gallery/")
    pill = page.locator("form[data-draft]").get_by_label("Rather not")
    pill.check()
    page.locator("form[data-draft]").get_by_label("Take my answer back").check()
    expect(pill).not_to_be_checked()
    page.get_by_role("link", name="+ Quick note").click()
    page.locator("[name=alias]").fill("Lantern")
    page.get_by_role("button", name="Save note").click()
    expect(page.get_by_role("heading", name="Kept")).to_be_visible()


def test_an_old_page_gives_its_words_back(page: Page, stage: str, heard: Heard) -> None:
    page.goto(f"{stage}/note/")
    page.locator("[name=alias]").fill("Lantern")
    page.locator("[name=happened]").fill("ሻይ " * 2000)
    page.evaluate("document.querySelector('form[data-draft]').csrfmiddlewaretoken.value = 'x'.repeat(64)")
    page.get_by_role("button", name="Save note").click()
    expect(page.get_by_role("heading", name="Your words are here")).to_be_visible()
    expect(page.locator("[name=happened]")).to_have_value("ሻይ " * 2000)
    page.get_by_role("button", name="Send it again").click()
    expect(page.get_by_role("heading", name="Kept")).to_be_visible()
    sent = next(fields for kind, fields in heard() if kind == "note")
    assert sent["alias"] == "Lantern"
    assert sent["happened"] == "ሻይ " * 2000
