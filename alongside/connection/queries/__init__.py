"""What can be read in this room: notes and services, and the strand of connection."""

from alongside.connection.models import EngagementShift, Note
from alongside.connection.queries.movements import lanes, movement_named, needs_told
from alongside.connection.queries.notes import (
    Choosable,
    activity,
    contact_beside,
    last_in_touch,
    lately_with,
    latest_notes,
    met_beside,
    note_named,
    notes_at,
    notes_of_workers,
    people_to_choose,
    person_with_record_open,
    service_kinds,
    statements,
    told_to_them,
    versions,
)
from alongside.connection.queries.search import found_in_notes
from alongside.connection.queries.staying import (
    check_in_later,
    check_in_reminders,
    first_beside,
    first_note_at,
    known_since,
    reminded_every,
    trust_beside,
    trust_of,
    trust_versions,
    unplanned_beside,
    unplanned_of,
)
from alongside.connection.queries.strand import (
    Strand,
    agreements,
    hello_beside,
    hello_of,
    is_third_hello,
    latest_shifts,
    presence_plans,
    reach_out_of,
    season_beside,
    season_change_named,
    season_changes,
    season_of,
    shift_named,
    strand_beside,
    strand_of,
)
