"""Judgements about welcome and intake that need no database."""

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class WelcomeComesFirst(ValueError):
    """Nothing is asked before we have talked about what we are and what the limits are."""


class NeedsAReason(ValueError):
    """A question is added for a reason, so that nothing is asked out of habit."""


class NeedsWords(ValueError):
    """A question without a word in any language."""


class Worded(NamedTuple):
    """A question in one language: what is asked, a hint beside it, and help for whoever asks."""

    text: str
    hint: str = ""
    how: str = ""


@dataclass(frozen=True)
class Said:
    """What stands, or was sent, for one question."""

    words: str = ""
    choice: str = ""

    @property
    def anything(self) -> bool:
        """Whether there is a word or a choice; a blank nobody touched is nothing at all."""
        return bool(self.words or self.choice)


def fingerprint(parts: Iterable[object]) -> int:
    """A short number that changes whenever one of the parts does: what a writer had before their eyes."""
    return zlib.crc32("|".join(sorted(str(part) for part in parts)).encode()) % 10**9


def wording_of(texts: Iterable[str]) -> str:
    """Which wording it was: a fingerprint of a whole text."""
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def shortened(words: str, longest: int = 200) -> str:
    """The beginning of long words, for a list."""
    return words if len(words) <= longest else f"{words[:longest]}…"
