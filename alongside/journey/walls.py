"""The walls around the intake: the questions are the agency's, the answers are within reach only."""

from alongside.access.wall import of_agency, of_participant

WALLS = [
    of_agency("core.journey_section"),
    of_agency("core.journey_sectionwording"),
    of_agency("core.journey_question"),
    of_agency("core.journey_questionwording"),
    of_agency("core.journey_questionversion", write="insert"),
    of_participant("core.journey_welcomed", "select, insert", author="by_id"),
    of_participant("core.journey_sitting", "select, insert", author="by_id"),
    of_participant("core.journey_answer", "select, insert", author="by_id"),
    of_participant("core.journey_closing", "select, insert", author="by_id"),
]
