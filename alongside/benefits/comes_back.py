"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.benefits.choices import Evidence
from alongside.benefits.models import CertificationDate, FamilyMember, Trip
from alongside.benefits.sentences import trip_in_words

KINDS = (
    CanComeBack(
        FamilyMember,
        _("Family member"),
        lambda row: str(row.called),
        "benefits:restore_member",
        Can.CHANGE_RECORD,
    ),
    CanComeBack(
        Trip,
        _("Time out of the country"),
        trip_in_words,
        "benefits:restore_trip",
        Can.CHANGE_RECORD,
    ),
    CanComeBack(
        CertificationDate,
        _("Date about certification"),
        lambda row: str(Evidence(row.document).label),
        "benefits:restore_certification",
        Can.CHANGE_RECORD,
    ),
)
