"""What is done in this room, by idea."""

from alongside.practice.actions.cards import count_card, word_card
from alongside.practice.actions.consults import (
    ask_colleagues,
    bring_reply_back,
    close_consult,
    delete_consult,
    reopen_consult,
    reply_to_consult,
    take_reply_back,
    thank_for_reply,
)
from alongside.practice.actions.debriefs import ask_for_debrief, see_debrief, take_debrief_back
from alongside.practice.actions.plan import (
    let_rest,
    look_again,
    plan_check_ins,
    turn_goals,
    turn_goals_back,
)
from alongside.practice.actions.reflections import change_reflection, delete_reflection, write_reflection

__all__ = [
    "ask_colleagues",
    "ask_for_debrief",
    "bring_reply_back",
    "change_reflection",
    "close_consult",
    "count_card",
    "delete_consult",
    "delete_reflection",
    "let_rest",
    "look_again",
    "plan_check_ins",
    "reopen_consult",
    "reply_to_consult",
    "see_debrief",
    "take_debrief_back",
    "take_reply_back",
    "thank_for_reply",
    "turn_goals",
    "turn_goals_back",
    "word_card",
    "write_reflection",
]
