"""Keeping partners and the directory."""

from alongside.partners.actions.agencies import (
    Described,
    appreciate,
    end_partnership,
    keep_agency,
    let_contact_go,
    name_contact,
    note_touch,
    renegotiate,
    reopen_commitment,
    resume_partnership,
    settle_commitment,
    take_appreciation_back,
    write_commitment,
)
from alongside.partners.actions.agreements import Agreed, keep_agreement, review_again
from alongside.partners.actions.directory import (
    Offered,
    Situated,
    count_gap,
    drop_preparation,
    join_twins,
    keep_listing,
    keep_place,
    leave_place,
    list_organization,
    log_visit_to_provider,
    part_twins,
    restore_preparation,
    say_openings,
    set_check_again,
    take_visit_back,
    uncount_gap,
    write_preparation,
)
from alongside.partners.actions.importing import import_directory, undo_import
from alongside.partners.actions.seats import answer_seat, ask_for_seat, invite_contact
