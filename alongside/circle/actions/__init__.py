"""What is done in a Circle, and with what feels off."""

from alongside.circle.actions.promises import ask_on_their_page, bring_settled
from alongside.circle.actions.together import (
    MemberSaid,
    Owner,
    another_day_for_case_commitment,
    invite_attendee,
    keep_decision,
    keep_matter,
    keep_member,
    leave_circle,
    plan_huddle,
    return_to_circle,
    say_clarity,
    say_no_capacity,
    settle_case_commitment,
    write_case_commitment,
)
from alongside.circle.actions.worries import (
    Composed,
    agree_on_concern,
    answer_peer_read,
    ask_peer_to_read,
    choose_for_worry,
    compose_concern,
    drop_concern,
    drop_worry,
    hold_concern,
    keep_worry,
    raise_concern,
    take_peer_read_back,
)
