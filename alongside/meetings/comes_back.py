"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.meetings.models import Interpreting

KINDS = (
    CanComeBack(
        Interpreting,
        _("Who interpreted"),
        lambda row: row.who,
        "meetings:restore_interpreting",
        Can.CHANGE_RECORD,
    ),
)
