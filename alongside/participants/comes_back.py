"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.participants.models import ContactPoint

# A number or address is shown after a tap alone, so of a way to reach them only its kind is said.
KINDS = (
    CanComeBack(
        ContactPoint,
        _("Way to reach them"),
        lambda row: row.get_channel_display(),
        "participants:restore_reach",
        Can.CHANGE_RECORD,
    ),
)
