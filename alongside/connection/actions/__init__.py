"""What is done in this room: with notes and services, and with the strand of connection."""

from alongside.connection.actions.movements import note_movement, remove_movement, restore_movement
from alongside.connection.actions.notes import (
    add_statement,
    amend_note,
    keep_service_kind,
    log_contact,
    mark_for_participant,
    remove_note,
    restore_note,
    take_services,
)
from alongside.connection.actions.strand import (
    agree_together,
    go_on_from_shift,
    notice_shift,
    plan_presence,
    remove_season,
    remove_shift,
    restore_season,
    restore_shift,
    said_hello,
    set_season,
)
