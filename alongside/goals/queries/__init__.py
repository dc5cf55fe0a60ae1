"""What can be read in this room. Forms name the rows they show by the names given here."""

from alongside.goals.models import Goal, SignOfChange, Step
from alongside.goals.queries.along import (
    TaperRead,
    level_beside,
    level_of,
    long_view,
    stances_of_areas,
    support_beside,
    support_changes,
    support_of,
    taper,
    taper_turns,
)
from alongside.goals.queries.holding import held_beside, held_of, holding_list, look_again_beside, to_revisit
from alongside.goals.queries.sheet import (
    GoalRead,
    SheetRead,
    StepRead,
    goals_with_steps,
    learned_things,
    sheet,
    standing_goals,
    standing_goals_of,
)
