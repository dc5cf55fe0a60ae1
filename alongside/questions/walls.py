"""The walls around questions and their updates."""

from alongside.access.wall import GOES, of_participant

WALLS = [
    of_participant("core.questions_askedquestion", "select, insert, update", author="by_id", leaves=GOES),
    of_participant("core.questions_questionupdate", author="by_id", leaves=GOES),
]
