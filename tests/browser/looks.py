"""How a page looks to others: at night, in forced colours, at 400 %, in Spanish; a pair for each kind and width.

`ALONGSIDE_LOOKS=all ./test one tests/browser/test_crawl.py` looks at every language in every look instead, which takes
several times as long.
"""

import os
import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.browser.desk import Desk, troubles, violations

# A window of 1280 by 1024 points at 400 %.
CLOSE = {"width": 320, "height": 256}
# What lies over a blank follows its size in the next frame.
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))"
# Words that stand on two lines in what is short: a button, a heading, a way, a label, a cell at the head of a table.
# A paper for somebody's own hands is in their language, whoever prints it.
FOR_THEM = re.compile(r"^/people/.+/(print|card)/$")
SHORT = "h1, h2, h3, .btn, nav a, .bar > *, .tabs a, .chip, th, td, label, legend, dt"
THEIRS = ".visually-hidden, .theirs, .ours, bdi, [dir=auto]"
BROKEN = """([short, theirs]) => {
    const found = [];
    for (const one of document.querySelectorAll(short)) {
        if (one.closest(theirs)) continue;
        const texts = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (!text.parentElement.checkVisibility({visibilityProperty: true})) continue;
            for (const word of text.data.matchAll(/\\p{L}{2,24}/gu)) {
                const range = document.createRange();
                range.setStart(text, word.index);
                range.setEnd(text, word.index + word[0].length);
                const parts = [...range.getClientRects()].filter(part => part.width > 1);
                if (new Set(parts.map(part => Math.round(part.top))).size > 1)
                    found.push(word[0] + " in " + one.outerHTML.slice(0, 80));
            }
        }
    }
    return [...new Set(found)].slice(0, 4);
}"""


@dataclass(frozen=True)
class Look:
    """A language, and how the browser shows its pages."""

    language: str
    name: str

    def __str__(self) -> str:
        return f"{self.name}, {self.language}"


NAMES = ("light", "dark", "forced colours", "400 %")
EVERY = tuple(Look(language, name) for language in ("en", "es") for name in NAMES)
# At a desk and on a phone: each language and look comes once, beside what is looked at anyway (light, in English).
PAIRS = {
    1280: (Look("en", "400 %"), Look("es", "dark")),
    375: (Look("es", "forced colours"),),
}


def looks(width: int) -> tuple[Look, ...]:
    """What a page is looked at in, beside light and English."""
    return EVERY if os.environ.get("ALONGSIDE_LOOKS") == "all" else PAIRS[width]


def _shown(page: Page, look: Look, desk: Desk, address: str) -> None:
    language = {"name": "desk_language", "value": look.language, "url": desk.house.origin}
    page.emulate_media(
        color_scheme="dark" if look.name == "dark" else "light",
        forced_colors="active" if look.name == "forced colours" else "none",
    )
    if look.name == "400 %":
        page.set_viewport_size(CLOSE)  # type: ignore[arg-type]
        page.evaluate(SETTLED)
    if look.language != "en":
        page.context.add_cookies([language])  # type: ignore[list-item]
        page.goto(address)


def _as_before(page: Page, look: Look, size: Any) -> None:
    page.emulate_media(color_scheme="light", forced_colors="none")
    page.set_viewport_size(size)
    if look.language != "en":
        page.context.clear_cookies(name="desk_language")


def _contrast(page: Page) -> list[dict[str, Any]]:
    return violations(page, rules=("color-contrast",))


def faults(page: Page, desk: Desk, address: str) -> list[str]:
    """What is wrong with this page in another look: too wide, a broken word, too little contrast, another language."""
    found = [f"{address}: broken: {each}" for each in page.evaluate(BROKEN, [SHORT, THEIRS])]
    size = page.viewport_size
    for look in looks(desk.width):
        _shown(page, look, desk, address)
        told = troubles(page, _contrast if look.name == "dark" else lambda _page: [])
        told += [f"broken: {each}" for each in page.evaluate(BROKEN, [SHORT, THEIRS])]
        spoken = page.locator("html").get_attribute("lang")
        theirs = "language=" in address or FOR_THEM.search(address)
        told += [] if spoken == look.language or theirs else [f"speaks {spoken}"]
        found += [f"{address} ({look}): {each}" for each in told]
        _as_before(page, look, size)
    return found
