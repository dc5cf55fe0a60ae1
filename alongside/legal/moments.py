"""Strands on the timeline: where one was from then on, without any code for how something turned out."""

from datetime import date
from typing import Any

from alongside.access.moment_kinds import MomentRow, Moments, Of
from alongside.legal.models import Strand, StrandChange


def _strand(row: MomentRow) -> dict[str, Any]:
    since = row.words("since")
    return {
        "called": row.words("words", (Strand, row.says["strand"])),
        "since": date.fromisoformat(since) if since else None,
    }


MOMENTS = Moments(
    "plan",
    strand=Of(
        StrandChange,
        "state waits_on holder since said",
        {"strand": "strand_id", "words": "strand__words"},
        then=_strand,
    ),
)
