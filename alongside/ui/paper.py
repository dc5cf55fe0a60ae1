"""Pages for people's own hands, as PDF. Words go in as data and never become markup.

A template is a file of `paper/`; it is given one JSON value. The typefaces are the house's own, so that a
page looks and shapes the same on every machine; the file names the umbrella and nobody else.
"""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst
from django.conf import settings
from django.utils import translation

from alongside import clock

TEMPLATES = Path(__file__).parent / "paper"
STANDARD: Literal["ua-1"] = "ua-1"  # readable aloud: tagged, with a language


@cache
def _families() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((settings.FONTS / "families.json").read_text())
    return found


def direction(text: str) -> str:
    """The direction of the first letter that has one."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def words(text: str) -> dict[str, str]:
    """Somebody's words as a template takes them: with their direction."""
    return {"text": text.replace("\r\n", "\n"), "dir": direction(text)}


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """Set a page. `data` holds plain values only; `words()` for what somebody said.

    Where a letter of a script is written that no typeface of ours has, a page in every other respect alike is
    made that cannot claim the standard, rather than none.
    """
    language = (translation.get_language() or "en")[:2]
    given = {
        "lang": language,
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
        "day": clock.today().isoformat(),
        "fonts": _families(),
        **data,
    }
    sent = json.dumps(given, ensure_ascii=False)
    try:
        return _set(template, sent, STANDARD)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return _set(template, sent, None)


def _set(template: str, sent: str, standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=[Path(settings.FONTS)],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"page": sent},
        pdf_standards=standard,
        timestamp=0,
    )
