"""What can be read in this room, by idea."""

from alongside.participants.queries import Participant
from alongside.practice.models import Reflection
from alongside.practice.queries.cards import (
    AFTER,
    BEFORE,
    Shown,
    card_named,
    cards,
    own_words_first,
    pause_questions,
    tallies,
    wording,
)
from alongside.practice.queries.consults import consult_named, consults, pointers_in, replies
from alongside.practice.queries.debriefs import debriefs
from alongside.practice.queries.looks import day_to_look, is_about_now, look_beside
from alongside.practice.queries.reflections import PER_PAGE, names_said, reflection_named, reflections

__all__ = [
    "AFTER",
    "BEFORE",
    "PER_PAGE",
    "Participant",
    "Reflection",
    "Shown",
    "card_named",
    "cards",
    "consult_named",
    "consults",
    "day_to_look",
    "debriefs",
    "is_about_now",
    "look_beside",
    "names_said",
    "own_words_first",
    "pause_questions",
    "pointers_in",
    "reflection_named",
    "reflections",
    "replies",
    "tallies",
    "wording",
]
