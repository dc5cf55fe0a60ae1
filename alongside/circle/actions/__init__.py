"""What is done in a Circle, and with what feels off."""

from alongside.circle.actions.promises import ask_on_their_page, bring_settled
from alongside.circle.actions.together import (
    MemberSaid,
    Owner,
    add_case_commitment,
    another_day_for_case_commitment,
    answer_clarity,
    invite_attendee,
    leave_circle,
    mark_at_capacity,
    plan_huddle,
    return_to_circle,
    save_decision,
    save_matter,
    save_member,
    settle_case_commitment,
)
from alongside.circle.actions.worries import (
    Composed,
    agree_on_concern,
    answer_peer_review,
    ask_for_peer_review,
    choose_for_worry,
    compose_concern,
    drop_concern,
    drop_worry,
    hold_concern,
    raise_concern,
    save_worry,
    take_peer_review_back,
)
