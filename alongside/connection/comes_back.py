"""What can be taken away in this room, and how it comes back."""

from django.utils.translation import gettext_lazy as _

from alongside.access.given import CanComeBack
from alongside.access.roles import Can
from alongside.connection.models import ChangeOverTime, EngagementShift, Note, SeasonChange

KINDS = (
    CanComeBack(
        Note,
        _("Note"),
        lambda row: row.happened or row.responded,
        "connection:restore",
        Can.LOG_CONTACT,
        lambda row: [row.pk],
    ),
    CanComeBack(
        EngagementShift,
        _("Something changed"),
        lambda row: row.get_kind_display(),
        "connection:restore_engagement_shift",
        Can.LOG_CONTACT,
    ),
    CanComeBack(
        SeasonChange,
        _("Season"),
        lambda row: row.get_season_display(),
        "connection:restore_season",
        Can.CHANGE_RECORD,
    ),
    CanComeBack(
        ChangeOverTime,
        _("Change over time"),
        lambda row: row.words,
        "connection:restore_moved",
        Can.LOG_CONTACT,
    ),
)
