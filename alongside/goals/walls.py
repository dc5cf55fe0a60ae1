"""The walls around the goal sheet: rows of people within reach, and histories that only grow."""

from alongside.access.wall import GOES, of_participant

_KEPT = "select, insert, update"
_ONLY_GROWS = "select, insert"

WALLS = [
    of_participant("core.goals_goalsheet", _KEPT, leaves=GOES),
    of_participant("core.goals_goal", _KEPT, author="by_id", leaves=GOES),
    of_participant("core.goals_step", _KEPT, author="by_id", leaves=GOES),
    of_participant("core.goals_stepwho", _ONLY_GROWS, author="by_id", leaves=GOES),
    of_participant("core.goals_goalstatechange", _ONLY_GROWS, author="by_id", leaves=GOES),
    of_participant("core.goals_signofchange", _KEPT, author="by_id", leaves=GOES),
    of_participant("core.goals_option", _KEPT, author="by_id", leaves=GOES),
    of_participant("core.goals_optionanswer", _ONLY_GROWS, author="by_id", leaves=GOES),
    of_participant("core.goals_learnedthing", _KEPT, author="by_id", leaves=GOES),
    of_participant("core.goals_supportchange", _ONLY_GROWS, author="by_id", leaves=GOES),
    of_participant("core.goals_taperplan", _KEPT, leaves=GOES),
    of_participant("core.goals_taperstep", _ONLY_GROWS, leaves=GOES),
    of_participant("core.goals_taperchange", _ONLY_GROWS, author="by_id", leaves=GOES),
    of_participant(
        "core.goals_lifeareadescription", "select, insert, update (removed_at)", author="by_id", leaves=GOES
    ),
]
