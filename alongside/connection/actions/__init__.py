"""What is done in this room: with notes and services, and with the strand of connection."""

from alongside.connection.actions.movements import (
    add_change_over_time,
    remove_change_over_time,
    restore_change_over_time,
)
from alongside.connection.actions.notes import (
    add_statement,
    amend_note,
    import_service_kinds,
    log_contact,
    mark_for_participant,
    remove_note,
    restore_note,
    save_service_kind,
)
from alongside.connection.actions.staying import leave_check_in, save_trust, set_check_in_reminder
from alongside.connection.actions.strand import (
    add_engagement_shift,
    agree_together,
    follow_engagement_shift,
    plan_presence,
    record_reach_out,
    remove_engagement_shift,
    remove_season,
    restore_engagement_shift,
    restore_season,
    set_season,
)
