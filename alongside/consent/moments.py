"""Permissions given and stopped, and exceptions, on the timeline."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from alongside.access.moment_kinds import MomentRow, Moments, Of
from alongside.consent import rules
from alongside.consent.models import LawfulException, Release


def _to(row: MomentRow) -> dict[str, Any]:
    return {"to": row.says["agency"] or row.words("person")}


def _until(row: MomentRow) -> dict[str, Any]:
    return _to(row) | {"last_day": rules.last_day(localtime(datetime.fromisoformat(row.says["ends_at"])))}


# A permission and its stop are one row; the timeline shows it at both moments, as it stands now.
MOMENTS = Moments(
    "",
    release=Of(Release, "person purpose ends_at withdrawn_at", {"agency": "agency__name"}, then=_until),
    exception=Of(LawfulException, "person kind", {"agency": "agency__name"}, then=_to),
)
