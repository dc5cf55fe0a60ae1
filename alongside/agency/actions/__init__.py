"""What is done about the agency: setting it up, its words, and who works here."""

from alongside.agency.actions.admission import (
    add_first_administrator,
    agree,
    ask_for_access,
    invite,
    take_back_link,
)
from alongside.agency.actions.patterns import set_pattern
from alongside.agency.actions.setting_up import (
    add_program,
    add_site,
    choose_features,
    import_set_up,
    propose_wording,
    reword,
    set_closed_days,
    set_nouns,
    set_test_clock,
    set_up_agency,
    settle_proposed_wording,
    stamp_wording,
)
from alongside.agency.actions.staff import add_staff, change_staff, leave_tour
