"""What in a text points at one person: their names, a number one could call, an address. Needs no database."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from alongside.consent.rules import folded

# A run of so many digits is more than a size, an amount or a year: a phone, a birthday, a number of a paper.
DIGITS = 7
# Shorter words of a name are too often words of something else.
LETTERS = 3
_RUN = re.compile(r"\d(?:[\s().+/-]{0,3}\d)+")
_LIKE_AN_ADDRESS = (
    re.compile(r"\S+@\S+|(?<!\w)@\w+"),
    re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE),
    re.compile(
        r"\b\d{1,5}[a-z]?\s+(?:\w+\.?\s+){0,3}"
        r"(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|highway|hwy)\b\.?",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:calle|avenida|avda|carrera|callejón|paseo)\s+\w+(?:\s+\w+){0,3}\s+\d{1,5}\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:apt|apartment|unit|apto|depto|departamento)\.?\s*#?\s*\d\w*", re.IGNORECASE),
)
# In a name these are no name.
_SMALL = frozenset({"the", "and", "del", "los", "las", "van", "von", "bin", "ibn", "san", "who", "from"})


@dataclass(frozen=True)
class Known:
    """What is known of one person by which a text would point at them."""

    names: tuple[str, ...] = ()
    said: tuple[str, ...] = ()  # found as a whole: code words, how they are reached, names of ours
    reached: tuple[str, ...] = ()


def like_an_address(text: str) -> list[str]:
    """What anybody could call, write to or go to; a long number of whatever kind."""
    plain = unicodedata.normalize("NFKC", text)
    found = [run[0] for run in _RUN.finditer(plain) if len(_digits(run[0])) >= DIGITS]
    return found + [each[0] for like in _LIKE_AN_ADDRESS for each in like.finditer(plain)]


def pointing(text: str, known: Known) -> list[str]:
    """What in a text points at this person, as it is known of them."""
    plain = folded(text)
    found = [name for whole in known.names for name in _parts(whole) if _stands_in(folded(name), plain)]
    found += [each for each in (*known.said, *known.reached) if _stands_in(folded(each), plain)]
    numbers = [number for each in known.reached if len(number := _digits(each)) >= DIGITS - 2]
    for run in _RUN.finditer(unicodedata.normalize("NFKC", text)):
        said = _digits(run[0])
        if len(said) >= DIGITS - 2 and any(number in said or said in number for number in numbers):
            found.append(run[0])
    return list(dict.fromkeys(found))


def _parts(name: str) -> Iterable[str]:
    words = [each for each in re.split(r"[\s,;/·]+", name) if len(each) >= LETTERS]
    return dict.fromkeys([name.strip(), *(each for each in words if folded(each) not in _SMALL)])


def _stands_in(name: str, plain: str) -> bool:
    """As a word of its own where the script has spaces between words; anywhere else just as it stands."""
    if not name:
        return False
    if name.isascii():
        return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) is not None
    return name in plain


def _digits(text: str) -> str:
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())
