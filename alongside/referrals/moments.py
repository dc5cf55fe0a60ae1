"""Drafts and changes of referrals and barriers of systems on the timeline."""

from alongside.access.moment_kinds import Moments, Of
from alongside.referrals.models import Referral, ReferralStateChange, SystemBarrier

MOMENTS = Moments(
    "plan",
    draft=Of(
        Referral,
        "provider need",
        {"service": "service__name", "agency": "agency__name"},
        then=lambda row: {"to": row.says["service"] or row.says["agency"] or row.words("provider")},
        standing=True,
    ),
    turn=Of(
        ReferralStateChange,
        "words state",
        {"referral": "referral_id", "service": "referral__service__name", "agency": "referral__agency__name"},
        then=lambda row: {"to": row.says["service"] or row.says["agency"] or ""},
        standing=True,
    ),
    barrier=Of(SystemBarrier, "what tried system stuck", standing=True),
)
