"""What can be read in this room, by idea."""

from alongside.practice.models import CheckIn, Reflection, Supervision, SupervisionItem, WordingSuggestion
from alongside.practice.queries.cards import (
    AFTER,
    card_named,
    card_notes,
    cards,
    every_wording,
    own_words_first,
    pause_questions,
    tallies,
    wording,
)
from alongside.practice.queries.checkins import (
    Pattern,
    carried_months,
    check_in_named,
    check_ins,
    feelings_of,
    has_answered,
    pattern,
    this_month,
)
from alongside.practice.queries.consults import consult_named, consults, pointers_in, replies
from alongside.practice.queries.debriefs import debriefs
from alongside.practice.queries.for_me import ForMe, for_me
from alongside.practice.queries.guard import guarded, guarded_named, names_spared
from alongside.practice.queries.looks import day_to_look, is_about_now, look_beside
from alongside.practice.queries.reflections import PER_PAGE, reflection_named, reflections
from alongside.practice.queries.supervision import (
    brought,
    brought_named,
    last_met,
    pair_of,
    supervision_named,
    supervisions,
    team,
    walked_with,
    worker_named,
)
from alongside.practice.queries.team_questions import (
    asked_beside,
    asks_me,
    open_to_me,
    team_answer,
    team_answers,
    team_question,
    team_questions,
)
from alongside.practice.queries.training import (
    SessionRead,
    coverage,
    own_record,
    own_thoughts,
    scenario_of,
    scenarios_to_read,
    session_read,
    sessions,
    team_of,
    topics,
    who_comes,
    without_training,
)
