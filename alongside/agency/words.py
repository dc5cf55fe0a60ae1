"""What survivors read, in the agency's words where it has chosen its own, else in ours.

A room declares its phrases in `words.py` as `WORDS = {"goals.barriers": _("What is in the way")}`. An agency
may reword or hide each one in each language.
"""

import re
from collections.abc import Mapping
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from alongside.access.room import rooms
from alongside.agency.nouns import LABEL
from alongside.agency.queries import wordings

WORDS: dict[str, str | Promise] = {
    # Read aloud before any paper goes into somebody's hands.
    "agency.take_home": _(
        "Is it safe to take this home? Think about who could see it: in your bag, your room, your phone.\n"
        "You can leave it here. You can take a photo, or take only the number. It is fine to say no."
    ),
}


def phrases() -> dict[str, str | Promise]:
    """Every phrase of the house that an agency may reword, with our own words for it."""
    found: dict[str, str | Promise] = {}
    for room in rooms():
        found |= room.words or {}
    return found


@cache
def labels() -> dict[str, str | Promise]:
    """The phrases that are labels: exchanged exactly, wherever the interface says them."""
    return {key: text for key, text in phrases().items() if key.startswith(LABEL)}


def sections(keys: set[str]) -> dict[str, str]:
    """The groups that phrases of these first parts of a key are shown in, each as its room calls it."""
    return {key: str(called) for room in rooms() for key, called in room.phrases.items() if key in keys}


BLANK = re.compile(r"\{(\w+)\}")
BY_HAND = "____"


def fill_in(text: str, known: Mapping[str, str]) -> str:
    """A text whose named blanks hold what we know; the others are lines to fill in by hand, or aloud."""
    return BLANK.sub(lambda blank: known.get(blank[1], "") or BY_HAND, text)


class Words:
    """The phrases of one page in today's language; one query brings all the agency's own."""

    def __init__(self) -> None:
        self.ours = phrases()
        self.theirs = wordings(self.ours)

    def say(self, key: str) -> str:
        """The phrase; empty where the agency hides it."""
        chosen = self.theirs.get(key, "")
        return "" if chosen is None else chosen or str(self.ours[key])

    def hidden(self, key: str) -> bool:
        """Whether the agency does not want to show this at all."""
        return key in self.theirs and self.theirs[key] is None
