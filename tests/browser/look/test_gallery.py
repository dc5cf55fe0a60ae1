"""The gallery in both widths, by day, by night, in forced colours and from the right: accessible, and from here."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

AXE = Path(__file__).resolve().parents[3] / "node_modules" / "axe-core" / "axe.min.js"
# What a finger has to hit; the links inside a sentence and what only a keyboard sees are other things.
TOO_SMALL = """
[...document.querySelectorAll("button, .btn, summary, .tabs a, .bar > a, input:not([type=hidden]), select")]
  .filter((target) => target.checkVisibility() && !target.matches(".picker")) // which nobody can press
  .filter((target) => !target.closest(".ask-how, .form-check, .visually-hidden-focusable"))
  .filter((target) => target.getBoundingClientRect().height < 43.5)
  .map((target) => target.outerHTML.slice(0, 90))
"""
GROUND = "where => getComputedStyle(document.querySelector(where)).backgroundColor"
PLACES = (
    "gallery/",
    "gallery/?theme=dark",
    "gallery/?dir=rtl",
    "gallery/?forced",
    "note/",
    "held/",
    "paper/",
    "nothing/",
    "trouble/",
)


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("place", PLACES)
def test_the_look_holds(browser: Browser, stage: str, width: int, place: str) -> None:
    forced: Any = "active" if "forced" in place else "none"
    context = browser.new_context(viewport={"width": width, "height": 800}, forced_colors=forced)
    page = context.new_page()
    asked: list[str] = []
    said: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{stage}/{place}")
    page.wait_for_load_state("networkidle")
    assert said == []
    assert [url for url in asked if not url.startswith((stage, "data:"))] == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.evaluate(AXE.read_text())
    # Of forced colours axe knows only half: it reads a ground as it is shown, and letters as we wrote them.
    rules = {"color-contrast": {"enabled": forced == "none"}}
    found = page.evaluate("rules => axe.run({resultTypes: ['violations'], rules})", rules)["violations"]
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
    if width == 375 and place.startswith("gallery"):
        assert page.evaluate(TOO_SMALL) == []
    if "forced" in place:
        assert page.evaluate(GROUND, ".opt[for=answered_skip_1]") != page.evaluate(
            GROUND, ".opt[for=answered_skip_0]"
        )
        assert page.evaluate(GROUND, ".tabs a[aria-current]") != page.evaluate(GROUND, ".tabs a:last-child")
    context.close()
