"""What is done with referrals, waiting places and system barriers."""

from alongside.referrals.actions.along import hold_referral, keep_warm, turn_back, turn_referral
from alongside.referrals.actions.answers import bring_answer, partner_answered, saw_answer
from alongside.referrals.actions.barriers import name_barrier, remove_barrier, restore_barrier
from alongside.referrals.actions.drafting import draft_referral, remove_referral, restore_referral
from alongside.referrals.actions.sending import send_referral
from alongside.referrals.actions.waiting import keep_waiting
