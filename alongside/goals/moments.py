"""How the moments of the goal sheet read on the timeline."""

from alongside.access.moment_kinds import Moments, Of
from alongside.goals.models import (
    Goal,
    GoalStateChange,
    LifeAreaDescription,
    Option,
    SupportChange,
    TaperChange,
)

MOMENTS = Moments(
    "plan",
    goal=Of(Goal, "words later"),
    turn=Of(GoalStateChange, "words state", {"is_step": "step_id"}),
    option=Of(Option, "words answer"),
    support=Of(SupportChange, "words level asked_by"),
    taper=Of(TaperChange, "words move pace asked_by"),
    view=Of(LifeAreaDescription, "words area", standing=True),
)
