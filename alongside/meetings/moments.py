"""Meetings on the timeline."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, QuerySet, Value, When

from alongside.access.given import MomentRow, moment_rows
from alongside.meetings.choices import Outcome
from alongside.meetings.models import Meeting

STRAND = "connection"
KINDS = {"meeting": "meetings/moments/meeting.html"}


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """A participant's meetings."""
    called_off = Case(
        When(cancelled_at=None, then=Value(False)), default=Value(True), output_field=BooleanField()
    )
    return [
        moment_rows(
            "meeting",
            Meeting.objects.filter(participant_id=participant),
            purpose="purpose",
            place="place",
            at="at",
            outcome="outcome",
            with_whom="with_whom__name",
            called_off=called_off,
        )
    ]


def shown(row: MomentRow) -> dict[str, Any]:
    """What the timeline shows of a meeting."""
    says = row.says
    return {
        "ref": row.ref,
        "purpose": row.words("purpose"),
        "place": row.words("place"),
        "at": datetime.fromisoformat(says["at"]),
        "with_whom": says["with_whom"],
        "outcome": says["outcome"],
        "outcome_name": Outcome(says["outcome"]).label if says["outcome"] else "",
        "called_off": says["called_off"],
    }
