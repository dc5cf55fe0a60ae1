"""What is done in this room, by idea."""

from alongside.practice.actions.cards import count_card, word_card
from alongside.practice.actions.checkins import answer_month, check_in, delete_check_in
from alongside.practice.actions.reflections import change_reflection, delete_reflection, write_reflection
from alongside.practice.actions.supervision import (
    bring,
    change_brought,
    change_supervision,
    plan_supervision,
    put_away_supervision,
    take_back,
    talk_over,
)
from alongside.practice.actions.training import (
    approve_scenario,
    call_off_training,
    forget_thoughts,
    keep_topic,
    plan_training,
    record_training,
    sign_up,
    step_back,
    think_back,
    write_scenario,
)

__all__ = [
    "answer_month",
    "approve_scenario",
    "bring",
    "call_off_training",
    "change_brought",
    "change_reflection",
    "change_supervision",
    "check_in",
    "count_card",
    "delete_check_in",
    "delete_reflection",
    "forget_thoughts",
    "keep_topic",
    "plan_supervision",
    "plan_training",
    "put_away_supervision",
    "record_training",
    "sign_up",
    "step_back",
    "take_back",
    "talk_over",
    "think_back",
    "word_card",
    "write_reflection",
    "write_scenario",
]
