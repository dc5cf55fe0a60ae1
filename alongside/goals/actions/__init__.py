"""What is done with a goal sheet: writing it, turning and moving what is on it, and options we offered."""

from alongside.goals.actions.along import (
    add_life_area_description,
    agree_taper,
    change_taper,
    decline_support,
    remove_life_area_description,
    restore_life_area_description,
    set_support,
)
from alongside.goals.actions.options import answer_option, offer_option, take_up_option
from alongside.goals.actions.sheet import save_goal_sheet
from alongside.goals.actions.steps import (
    add_learned,
    change_step_state,
    change_who,
    decline_learned,
    save_learned,
)
from alongside.goals.actions.turns import (
    bring_back,
    bring_forward,
    change_goal_state,
    change_sign_state,
    keep_for_later,
    place_goal,
    set_revisit_day,
    take_away,
)
