"""What is done with permissions: granting, stopping, letting something out, exceptions, wishes, cover words."""

from alongside.consent.actions.agency import (
    add_kind,
    keep_outing_words,
    reword_paper,
    set_sharing_rule,
    take_outing_words,
)
from alongside.consent.actions.exceptions import ask_exception, decide_exception, say_they_were_told
from alongside.consent.actions.passing import disclose, hand_over, write_to_stop
from alongside.consent.actions.releases import (
    follow_up_release,
    grant_release,
    hold_sharing,
    lift_hold,
    withdraw_release,
)
from alongside.consent.actions.replies import answer_as_partner, answer_partner, read_replies
from alongside.consent.actions.wishes import (
    choose_identity,
    keep_cover_words,
    keep_program,
    remove_cover_words,
    remove_program,
    restore_cover_words,
    restore_program,
    say_wish,
)
