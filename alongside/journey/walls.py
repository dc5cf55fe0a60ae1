"""The walls around the intake: the questions are the agency's, the answers are within reach only."""

from alongside.access.wall import GOES, of_agency, of_participant

WALLS = [
    of_agency("core.journey_section", leaves=GOES),
    of_agency("core.journey_sectionwording", leaves=GOES),
    of_agency("core.journey_question", leaves=GOES),
    of_agency("core.journey_questionwording", leaves=GOES),
    of_agency("core.journey_questionversion", write="insert", leaves=GOES),
    of_participant("core.journey_welcome", "select, insert", author="by_id", leaves=GOES),
    of_participant("core.journey_intakesession", "select, insert", author="by_id", leaves=GOES),
    of_participant("core.journey_answer", "select, insert", author="by_id", leaves=GOES),
    of_participant("core.journey_closing", "select, insert", author="by_id", leaves=GOES),
]
