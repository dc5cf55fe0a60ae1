"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.funding.stream_models import Enrolment

KINDS = (
    CanComeBack(
        Enrolment,
        _("Enrollment in a funding stream"),
        lambda row: str(row.stream.name),
        "streams:restore_enrolment",
        Can.CHANGE_RECORD,
    ),
)
