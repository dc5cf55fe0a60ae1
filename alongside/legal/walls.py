"""The walls around strands: those who reach the person."""

from alongside.access.wall import GOES, of_participant

WALLS = [
    of_participant("core.legal_strand", "select, insert, update", author="by_id", leaves=GOES),
    of_participant("core.legal_strandevent", "select, insert, update", author="by_id", leaves=GOES),
    of_participant("core.legal_strandchange", "select, insert", author="by_id", leaves=GOES),
]
