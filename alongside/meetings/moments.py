"""Meetings on the timeline."""

from django.db.models import BooleanField, Case, Value, When

from alongside.access.moment_kinds import Moments, Of
from alongside.meetings.choices import Outcome
from alongside.meetings.models import Meeting

_CALLED_OFF = Case(
    When(cancelled_at=None, then=Value(False)), default=Value(True), output_field=BooleanField()
)

MOMENTS = Moments(
    "connection",
    meeting=Of(
        Meeting,
        "purpose place at",
        {"with_whom": "with_whom__name", "called_off": _CALLED_OFF, "outcome": "outcome"},
        then=lambda row: {"outcome": Outcome(row.says["outcome"]).label if row.says["outcome"] else ""},
    ),
)
