"""How the log of a record says what was looked at in this room."""

from django.utils.translation import gettext_lazy as _

LOOKS = {
    "open_referrals": _("read referrals and what waits"),
    "open_referral": _("read a referral"),
}
