"""What is done with permissions: granting, stopping, letting something out, exceptions, wishes, cover words."""

from alongside.consent.actions.agency import (
    add_kind,
    import_outing_words,
    reword_paper,
    save_outing_words,
    set_sharing_rule,
)
from alongside.consent.actions.exceptions import ask_exception, decide_exception, record_notice
from alongside.consent.actions.passing import (
    Went,
    disclose,
    give_to_participant,
    keep_what_went,
    write_to_stop,
)
from alongside.consent.actions.releases import (
    follow_up_release,
    grant_release,
    pause_sharing,
    resume_sharing,
    withdraw_release,
)
from alongside.consent.actions.replies import answer_as_partner, answer_partner, read_replies
from alongside.consent.actions.wishes import (
    choose_identity,
    remove_cover_words,
    remove_program,
    restore_cover_words,
    restore_program,
    save_cover_words,
    save_program,
    save_wish,
)
