"""Names as people type them: what of an alias has a token, and whether an alias reads like what was asked for.

Apostrophes may be left out or typed in any shape, words come in any order and are joined or parted as one likes.
"""

import unicodedata

from alongside.vault.folding import fold

FEWEST, LONGEST = 4, 24  # letters of the beginnings that have a token
PREFIXES = ("mc", "mac", "al", "el")  # written apart, joined or with a line by the same people


def words(name: str) -> list[str]:
    """The words of a name, folded, without apostrophes. A name of signs alone is a word as it stands."""
    folded = fold(name)
    return _parted(folded.replace("'", "")) or folded.split()


def letters(name: str) -> str:
    """The letters of a name without anything between them."""
    return "".join(words(name))


def beginnings(name: str) -> set[str]:
    """What has a token: whole words of any length, and from each place where a word begins, four letters and more."""
    short = {word for word in words(name) if len(word) < FEWEST}
    return short | {run[:size] for run in _runs(name) for size in range(FEWEST, min(len(run), LONGEST) + 1)}


def asked_for(name: str) -> list[set[str]]:
    """The beginnings that an alias must have, all of one set, to read like what was asked for."""
    each = {word[:LONGEST] for word in words(name)}
    joined = letters(name)[:LONGEST]
    return [each, {joined}] if len(joined) >= FEWEST else [each]


def reads_like(alias: str, asked: str) -> bool:
    """Whether every word asked for stands somewhere in the alias."""
    whole = letters(alias)
    return all(word in whole for word in words(asked))


def begins_like(alias: str, asked: str) -> bool:
    """Whether a word of the alias begins as what was asked for does."""
    first = words(asked)[:1]
    return any(run.startswith(word) for run in _runs(alias) for word in first)


def whole(name: str) -> str:
    """A whole name as it is compared with another whole one: its words in one order."""
    held, found = "", []
    for word in words(name):
        held += word
        if word not in PREFIXES and (len(word) > 1 or not word.isalpha()):
            found.append(held)
            held = ""
    return " ".join(sorted([*found, held] if held else found))


def _parted(text: str) -> list[str]:
    """Its words: what is neither a letter, a mark nor a figure parts them."""
    return "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in text).split()


def _runs(name: str) -> list[str]:
    """The letters of a name from each place on where a word begins, after an apostrophe as well."""
    parts = _parted(fold(name)) or words(name)
    return ["".join(parts[at:]) for at in range(len(parts))]
