"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.agency.words import Words
from alongside.safety.models import TalkedAbout

KINDS = (
    CanComeBack(
        TalkedAbout,
        _("Page that was talked about"),
        lambda row: Words().say(f"pages.{row.page}.title"),
        "safety:restore_talked",
        Can.CHANGE_RECORD,
    ),
)
