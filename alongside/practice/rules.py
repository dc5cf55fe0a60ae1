"""What a card and a reflection are made of; needs no database."""

import re
from dataclasses import dataclass, fields

LONGEST_CARD = 150
LONGEST_LEAD = 40


class NothingWritten(ValueError):
    """A reflection without a single word is not kept."""


class TooLongToReadNow(ValueError):
    """A card is read in a hard moment: 150 words and no more."""


@dataclass(frozen=True)
class Reflected:
    """What somebody wrote for themselves, prompt by prompt; each may stay blank."""

    expected: str = ""
    urgency: str = ""
    unsure: str = ""
    body: str = ""
    well: str = ""
    bring: str = ""

    def whole(self) -> str:
        """Every word of it, one part after the other."""
        return "\n".join(getattr(self, name) for name in PROMPTS)


PROMPTS = tuple(each.name for each in fields(Reflected))


@dataclass(frozen=True)
class Guarded:
    """What an entry of the language guard says: the words, where they are fine, why, and other words."""

    phrases: str
    why: str
    options: str
    fine: str = ""
    names: bool = False
    plans: bool = False


# Shown where an entry is written. They are words of the list itself, so they are no sentence of the interface.
EXAMPLES = {
    "several": "refuses, refused, refusing",
    "either": "refuse/refuses to leave",
    "maybe": "(is/was) resistant",
    "hyphen": "no-show",
    "fine": "heat-resistant, resistance band/bands",
}
LEAVE_OUT = "-"


def several(text: str) -> list[str]:
    """Phrases or other words written one after the other, apart by commas or lines."""
    return [each for part in text.splitlines() for one in part.split(",") if (each := one.strip())]


def plainly(phrase: str) -> str:
    """A phrase as it is mostly written: without what may be left out, and with the first of several words."""
    bare = re.sub(r"\([^)]*\)", " ", phrase)
    return " ".join(word.split("/")[0] for word in bare.split())


def one_a_line(text: str) -> list[str]:
    """Other words, one a line."""
    return [each for line in text.splitlines() if (each := line.strip())]


def words_in(text: str) -> int:
    """How many words a text has, as a reader counts them; a blank to fill in is none."""
    return sum(1 for word in text.split() if any(letter.isalnum() for letter in word))


def lines_of(text: str) -> list[tuple[str, str]]:
    """The lines of a card, each with what stands in bold before its first colon."""
    found = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        lead, colon, rest = line.partition(":")
        fits = bool(colon) and len(lead) <= LONGEST_LEAD and (not rest or rest[0] == " ")
        found.append((f"{lead}:", rest.strip()) if fits else ("", line))
    return found


def said_in(folded: str, name: str) -> bool:
    """Whether a name stands in a text as a word of its own; both come folded."""
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None
