"""What can be read in this room. Forms name the rows they show by the names given here."""

from alongside.goals.models import Goal, SignOfChange, Step
from alongside.goals.queries.along import (
    AreaRead,
    Support,
    TaperRead,
    long_view,
    support_beside,
    support_changes,
    support_of,
    taper,
    taper_turns,
)
from alongside.goals.queries.holding import Held, holding_list, look_again_beside
from alongside.goals.queries.sheet import (
    GoalRead,
    OptionRead,
    SheetRead,
    StepRead,
    goals_with_steps,
    learned_things,
    options,
    sheet,
    standing_goals,
    standing_goals_of,
)

__all__ = [
    "AreaRead",
    "Goal",
    "GoalRead",
    "Held",
    "OptionRead",
    "SheetRead",
    "SignOfChange",
    "Step",
    "StepRead",
    "Support",
    "TaperRead",
    "goals_with_steps",
    "holding_list",
    "learned_things",
    "long_view",
    "look_again_beside",
    "options",
    "sheet",
    "standing_goals",
    "standing_goals_of",
    "support_beside",
    "support_changes",
    "support_of",
    "taper",
    "taper_turns",
]
