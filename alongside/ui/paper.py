"""Pages for people's own hands, as PDF. Words go in as data and never become markup.

A template is a file of `paper/`; it is given one JSON value. The typefaces are the house's own, so that a
page looks and shapes the same on every machine; the file names the umbrella and nobody else.
"""

import json
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from django.conf import settings
from django.utils import translation
from noto_cjk_sans_otc import FONT_PATH

from alongside import clock

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "paper"
STANDARD: Literal["ua-1"] = "ua-1"  # readable aloud: tagged, with a language


@cache
def _families() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads((settings.FONTS / "families.json").read_text())
    return found


@cache
def _faces() -> "typst.Fonts":
    import typst

    return typst.Fonts(include_system_fonts=False, font_paths=[settings.FONTS, Path(str(FONT_PATH)).parent])


@cache
def _drawn() -> frozenset[int]:
    """The letters that our typefaces draw."""
    ranges: list[list[int]] = json.loads((settings.FONTS / "letters.json").read_text())
    return frozenset(letter for first, last in ranges for letter in range(first, last + 1))


def cannot_print(data: Any) -> str:
    """The letters of a page's data that would come out as boxes, each once; empty where every one is drawn.

    Ask before a page is handed over, and offer the browser's own print instead: the browser has the letters of the
    machine it runs on.
    """
    letters = dict.fromkeys(sign for text in _texts(data) for sign in unicodedata.normalize("NFC", text))
    return "".join(each for each in letters if ord(each) not in _drawn() and not _unseen(each))


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for each in data.values():
            yield from _texts(each)
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)


def _unseen(sign: str) -> bool:
    """Spaces, ends of lines and what only joins or parts its neighbours: nothing is drawn for them."""
    return unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp") or "\ufe00" <= sign <= "\ufe0f"


def direction(text: str) -> str:
    """The direction of the first letter that has one."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def _language(text: str) -> str:
    """Japanese and Korean write some letters otherwise than Chinese: told by what only they use."""
    for sign in text:
        if "\u3040" <= sign <= "\u30ff":
            return "ja"
        if "\uac00" <= sign <= "\ud7a3":
            return "ko"
    return ""


def words(text: str) -> dict[str, str]:
    """Somebody's words as a template takes them: with their direction, and how their letters are drawn."""
    return {"text": text.replace("\r\n", "\n"), "dir": direction(text), "lang": _language(text)}


def pdf(template: str, data: dict[str, Any]) -> bytes:
    """Set a page. `data` holds plain values only; `words()` for what somebody said.

    Where a letter is written that no typeface of ours draws, a page in every other respect alike is made that cannot
    claim the standard, rather than none; `cannot_print` says so before.
    """
    language = (translation.get_language() or "en")[:2]
    given = {
        "lang": language,
        "dir": "rtl" if translation.get_language_bidi() else "ltr",
        "day": clock.today().isoformat(),
        "fonts": _families(),
        **data,
    }
    import typst

    sent = json.dumps(given, ensure_ascii=False)
    try:
        return _set(template, sent, STANDARD)
    except typst.TypstError as error:
        if "could not be displayed" not in str(error):
            raise
        return _set(template, sent, None)


def _set(template: str, sent: str, standard: Literal["ua-1"] | None) -> bytes:
    import typst

    return typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=_faces(),
        format="pdf",
        sys_inputs={"page": sent},
        pdf_standards=standard,
        timestamp=0,
    )
