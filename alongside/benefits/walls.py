"""The walls of this room. Rules are the agency's own: all staff read them, the administrator adds versions. Clocks,
family, time away and documents are of people within reach; what became of a clock is never rewritten."""

from alongside.access.wall import GOES, of_agency, of_participant

_STANDS = "state, how, ends_on, starts_on, what, comes_up_on, is_open, version, changed_at, changed_by_id"

WALLS = [
    of_agency("core.benefits_clockrule", write="insert", leaves=GOES),
    of_participant(
        "core.benefits_familymember",
        'select, insert, update (called, relation, birthday, "where", version, changed_at, changed_by_id, removed_at)',
        author="by_id",
        leaves=GOES,
    ),
    of_participant(
        "core.benefits_trip",
        "select, insert, update (left_on, back_on, excused, words, version, changed_at, changed_by_id, removed_at)",
        author="by_id",
        leaves=GOES,
    ),
    of_participant("core.benefits_clock", f"select, insert, update ({_STANDS})", author="by_id", leaves=GOES),
    of_participant("core.benefits_clockchange", author="by_id", leaves=GOES),
    of_participant(
        "core.benefits_approval",
        "select, insert, update (answer, through, comes_up_on, is_open, version, changed_at, changed_by_id)",
        author="by_id",
        keeper="select",
        leaves=GOES,
    ),
    of_participant("core.benefits_approvalturn", author="by_id", keeper="select", leaves=GOES),
    of_participant(
        "core.benefits_certificationdate",
        "select, insert, update (removed_at)",
        author="by_id",
        leaves=GOES,
    ),
]
