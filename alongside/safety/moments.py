"""On the timeline: that a safety plan was talked through, never a word of it, and which plain page was talked about."""

from typing import Any

from alongside.access.moment_kinds import MomentRow, Moments, Of
from alongside.safety.models import PlanVersion, TalkedAbout
from alongside.safety.pages import WORDS


def _page(row: MomentRow) -> dict[str, Any]:
    return {"title": WORDS.get(f"pages.{row.words('page')}.title", "")}


MOMENTS = Moments(
    "plan",
    version=Of(PlanVersion),
    talked=Of(TalkedAbout, "page", then=_page, standing=True),
)
