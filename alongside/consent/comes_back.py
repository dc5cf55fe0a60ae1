"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.consent.models import CoverWords, ProgramInTouch

KINDS = (
    CanComeBack(
        ProgramInTouch,
        _("Program they know"),
        lambda row: row.agency.name if row.agency else row.name,
        "consent:restore_program",
        Can.CHANGE_RECORD,
    ),
    CanComeBack(
        CoverWords, _("What we say"), lambda row: row.introduce, "consent:restore_cover", Can.CHANGE_RECORD
    ),
)
