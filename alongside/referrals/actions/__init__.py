"""What is done with referrals, waiting places and system barriers."""

from alongside.referrals.actions.along import (
    change_referral_state,
    hold_referral,
    plan_warm_handoff,
    undo_referral_state,
)
from alongside.referrals.actions.answers import bring_answer, partner_answered, saw_answer
from alongside.referrals.actions.barriers import add_barrier, remove_barrier, restore_barrier
from alongside.referrals.actions.drafting import draft_referral, remove_referral, restore_referral
from alongside.referrals.actions.sending import send_referral
from alongside.referrals.actions.waiting import save_waiting
