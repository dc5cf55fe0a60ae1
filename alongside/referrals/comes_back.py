"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.referrals.models import Referral, SystemBarrier

KINDS = (
    CanComeBack(Referral, _("Referral draft"), lambda row: row.to, "referrals:restore", Can.REFER),
    CanComeBack(
        SystemBarrier,
        _("System barrier"),
        lambda row: row.what or row.get_stuck_display(),
        "referrals:restore_barrier",
        Can.REFER,
    ),
)
