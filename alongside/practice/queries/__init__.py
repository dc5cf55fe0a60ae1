"""What can be read in this room, by idea."""

from alongside.participants.queries import Participant
from alongside.practice.models import Reflection
from alongside.practice.queries.cards import (
    Shown,
    card_named,
    cards,
    own_words_first,
    tallies,
    wording,
)
from alongside.practice.queries.reflections import PER_PAGE, names_said, reflection_named, reflections

__all__ = [
    "PER_PAGE",
    "Participant",
    "Reflection",
    "Shown",
    "card_named",
    "cards",
    "names_said",
    "own_words_first",
    "reflection_named",
    "reflections",
    "tallies",
    "wording",
]
