"""Words that say what kind of place we are, and finding them in a text. Needs no database.

An agency keeps its own list, one word or phrase a line; `*` stands for any ending. Ours is where a list begins, and
what counts where there is none.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from alongside.keeping.data_files import entries

OURS = entries("consent", "outing", dict[str, tuple[str, ...]])["words"]
ALL_OURS = tuple(phrase for phrases in OURS.values() for phrase in phrases)
# One letter says nothing, and would stop every text.
SHORTEST = 3


def lines_of(words: str) -> list[str]:
    """The phrases of a list, each once; what is too short to say anything is left out."""
    told = (" ".join(line.split()) for line in words.splitlines())
    return list(dict.fromkeys(line for line in told if len(line.strip("* ")) >= SHORTEST))


def with_ours(words: str, language: str) -> str:
    """A list with what we suggest and is not in it yet at its end."""
    told = lines_of(words)
    known = {_plain(each) for each in told}
    return "\n".join([*told, *(each for each in OURS.get(language, ()) if _plain(each) not in known)])


def _plain(text: str) -> str:
    """Without case and accents, sign for sign, so that a place in it is the same place in the text."""
    return "".join(unicodedata.normalize("NFKD", sign.lower())[0] for sign in text)


@lru_cache(maxsize=32)
def _finding(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    alike = [
        r"[\s-]+".join(re.escape(word).replace(r"\*", r"\w*") for word in re.split(r"[\s-]+", _plain(phrase)))
        for phrase in sorted(phrases, key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alike)})(?!\w)") if alike else None


def found_in(text: str, phrases: Iterable[str]) -> list[str]:
    """What in a text is on the list, as it stands there."""
    said = unicodedata.normalize("NFC", text)
    finding = _finding(tuple(phrases))
    return [said[match.start() : match.end()] for match in finding.finditer(_plain(said))] if finding else []
