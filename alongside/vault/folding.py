"""Text as it is compared: pure functions that make alike what people type alike, in every script."""

import re
import sys
import unicodedata
from functools import cache

# Every shape that is typed for an apostrophe; some are letters, some are accents that stand alone.
APOSTROPHES = "`´ʹʻʼʽʾʿˈ՚׳‘’‛′‵ꞌ＇"
# Letters that no decomposition takes apart; those that Unicode names "letter X with ..." are found by that name.
LETTERS = {
    "ı": "i", "ȷ": "j", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ŋ": "n", "ĸ": "k", "ə": "e", "ǝ": "e",
    "ɛ": "e", "ɔ": "o", "ɩ": "i", "ɣ": "g", "ʃ": "s", "ʒ": "z",
    # Arabic, Persian, Urdu and Kurdish keyboards write one letter in several ways.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه",
    "ە": "ه", "ۃ": "ه", "ء": "",
}  # fmt: skip
# Signs that nobody sees, beside those of Unicode's class for them: joiners, fillers, the stretch of Arabic letters.
UNSEEN = "\u034f\u0640\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
_WITH = re.compile("LATIN SMALL LETTER ([A-Z]) WITH ")


def fold(text: str) -> str:
    """Text as it is compared: case, accents and ways of typing folded, unseen signs gone, spaces made one.

    Some letters spread into capitals or into further marks, so it is folded until nothing changes: what is
    found in a folded text is then found again when it is folded by itself.
    """
    if text.isascii():
        return _fold_plain(text)
    # No fold reaches over a space, and most words are plain ones.
    words = (_fold_plain(word) if word.isascii() else _fold_word(word) for word in text.split())
    return " ".join(word for word in words if word)


def _fold_word(text: str) -> str:
    folded = _fold_once(text)
    # What is plain by now may still hold the capitals or the accent that a letter spread into.
    while (again := _fold_plain(folded) if folded.isascii() else _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_plain(text: str) -> str:
    return " ".join(text.lower().replace("`", "'").split())


def _fold_once(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_alike()))
    return " ".join(unicodedata.normalize("NFKC", spread.translate(_marks())).split())


@cache
def _alike() -> dict[int, str]:
    """What is put in place of a letter or sign: the apostrophe, the plain letter, the plain figure, nothing."""
    found = {}
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        kind = unicodedata.category(letter)
        if kind == "Cf" or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
            found[code] = ""
        elif kind == "Nd":
            found[code] = str(unicodedata.decimal(letter))
        elif kind == "Ll" and (plain := _WITH.match(unicodedata.name(letter, ""))):
            found[code] = plain[1].lower()
    found |= {ord(letter): "'" for letter in APOSTROPHES} | {ord(letter): "" for letter in UNSEEN}
    return found | {ord(letter): plain for letter, plain in LETTERS.items()}


@cache
def _marks() -> dict[int, None]:
    """Every mark that stands on another letter, to be taken out."""
    return dict.fromkeys(code for code in range(sys.maxunicode + 1) if unicodedata.combining(chr(code)))
