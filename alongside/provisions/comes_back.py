"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.provisions.models import DonationAsk

KINDS = (
    CanComeBack(DonationAsk, _("Ask of donors"), lambda row: row.item, "provisions:restore", Can.ASK_DONORS),
)
