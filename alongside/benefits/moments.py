"""Clocks on the timeline."""

from datetime import date
from typing import Any

from alongside.access.moment_kinds import MomentRow, Moments, Of
from alongside.benefits.choices import KINDS
from alongside.benefits.models import ClockChange


def _clock(row: MomentRow) -> dict[str, Any]:
    ends = row.words("ends_on")
    called = row.says["name"] or KINDS.get(row.says["key"], row.says["key"])
    return {"called": called, "ends": date.fromisoformat(ends) if ends else None}


MOMENTS = Moments(
    "plan",
    clock=Of(
        ClockChange,
        "turn words ends_on",
        {"key": "clock__rule__key", "name": "clock__rule__name", "clock": "clock_id"},
        then=_clock,
    ),
)
