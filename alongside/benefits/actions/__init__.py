"""What is done in this room."""

from alongside.benefits.actions.agency import save_clock_rule
from alongside.benefits.actions.approvals import Answered, start_approval, turn_approval
from alongside.benefits.actions.certification import (
    add_certification_date,
    remove_certification_date,
    restore_certification_date,
)
from alongside.benefits.actions.clocks import correct_clock, see_clock, start_clock, turn_clock
from alongside.benefits.actions.family import remove_family_member, restore_family_member, save_family_member
from alongside.benefits.actions.trips import Trips, remove_trip, restore_trip, save_trip
