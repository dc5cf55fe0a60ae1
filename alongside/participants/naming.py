"""Whether words that are to be about nobody name somebody: for whoever writes them, within their own reach."""

import re
from collections.abc import Iterable

from alongside.access.actor import Actor
from alongside.participants.queries import everybody
from alongside.vault.folding import fold

# One letter stands in every text.
SHORTEST = 2


class NamesSomebody(ValueError):
    """Words that are to be about nobody name a participant; `found` says whom."""

    def __init__(self, found: list[str]) -> None:
        super().__init__("names somebody")
        self.found = found


def stands_in(folded: str, name: str) -> bool:
    """Whether a name stands in a text as words of its own; both come folded."""
    return len(name) >= SHORTEST and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) is not None


def names_said(actor: Actor, texts: Iterable[str]) -> list[str]:
    """Aliases and names of people the actor may see that stand in these texts. It tells of nobody else."""
    folded = fold("\n".join(texts))
    if not folded.strip():
        return []
    found: dict[str, str] = {}
    for person in everybody(actor):
        told = person.told
        for name in (person.alias, told.name if told else ""):
            key = fold(name)
            if key not in found and stands_in(folded, key):
                found[key] = name.strip()
    return sorted(found.values())
