"""Keeping partners and the directory."""

from alongside.partners.actions.agencies import (
    Described,
    add_commitment,
    add_point_of_contact,
    appreciate,
    end_partnership,
    end_point_of_contact,
    log_partner_contact,
    renegotiate,
    reopen_commitment,
    resume_partnership,
    save_agency,
    settle_commitment,
    take_appreciation_back,
)
from alongside.partners.actions.agreements import Agreed, review_again, save_agreement
from alongside.partners.actions.directory import (
    Offered,
    Situated,
    count_gap,
    drop_preparation,
    link_duplicates,
    log_visit_to_provider,
    remove_location,
    restore_preparation,
    save_location,
    save_openings,
    save_organization,
    save_service,
    set_check_again,
    take_visit_back,
    uncount_gap,
    unlink_duplicates,
    write_preparation,
)
from alongside.partners.actions.importing import import_directory, undo_import
from alongside.partners.actions.seats import (
    answer_partner_access_request,
    invite_contact,
    request_partner_access,
)
