"""What is done about the agency: setting it up, its words, and who works here."""

from alongside.agency.actions.admission import agree, ask_for_access, begin_here, invite, take_back_link
from alongside.agency.actions.setting_up import (
    add_program,
    add_site,
    call_things,
    choose_modules,
    reword,
    set_test_clock,
    set_up_agency,
    stamp_wording,
    take_set_up,
)
from alongside.agency.actions.staff import admit_staff, change_staff
