"""Permissions given and stopped, and exceptions, on the timeline."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localtime

from alongside.access.given import MomentRow, moment_rows
from alongside.consent import rules
from alongside.consent.choices import Compelled, Purpose
from alongside.consent.models import LawfulException, Release

STRAND = ""
KINDS = {
    "release": "consent/moments/release.html",
    "stop": "consent/moments/release.html",
    "exception": "consent/moments/exception.html",
}


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """What the timeline needs of each moment of this room.

    A permission and its stop are one row; the timeline shows it at both moments, as it stands now.
    """
    return [
        moment_rows(
            "release",
            Release.objects.filter(participant_id=participant),
            person="person",
            agency="agency__name",
            purpose="purpose",
            ends_at="ends_at",
            withdrawn_at="withdrawn_at",
        ),
        moment_rows(
            "exception",
            LawfulException.objects.filter(participant_id=participant),
            person="person",
            agency="agency__name",
            kind="kind",
        ),
    ]


def shown(row: MomentRow) -> dict[str, Any]:
    """What the timeline shows of one moment."""
    says = row.says
    to = {"ref": row.ref, "to": says["agency"] or row.words("person")}
    if row.kind == "exception":
        return to | {"kind": Compelled(row.words("kind")).label}
    stopped = says["withdrawn_at"]
    return to | {
        "purpose": Purpose(says["purpose"]).label,
        "last_day": rules.last_day(localtime(datetime.fromisoformat(says["ends_at"]))),
        "stopped_at": datetime.fromisoformat(stopped) if stopped else None,
    }
