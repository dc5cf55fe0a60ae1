"""What is done with a goal sheet: writing it, turning and moving what is on it, and options we offered."""

from alongside.goals.actions.along import (
    agree_taper,
    decline_support,
    describe_self,
    move_taper,
    remove_description,
    restore_description,
    set_support,
)
from alongside.goals.actions.options import answer_option, offer_option, take_up_option
from alongside.goals.actions.sheet import write_sheet
from alongside.goals.actions.steps import add_learned, change_who, decline_learned, keep_learned, turn_step
from alongside.goals.actions.turns import (
    bring_back,
    bring_forward,
    keep_for_later,
    look_again,
    place_goal,
    take_away,
    turn_goal,
    turn_sign,
)
