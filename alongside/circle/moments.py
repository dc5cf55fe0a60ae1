"""Who is involved, who holds what, decisions, huddles, clarity and what was said, on the timeline."""

from typing import Any

from alongside.access.moment_kinds import MomentRow, Moments, Of
from alongside.circle.choices import Sees
from alongside.circle.models import (
    CaseCommitment,
    CaseDecision,
    Clarity,
    Huddle,
    Matter,
    MatterStateChange,
    Member,
)

# The name of one of the Circle beside a row: a partner's own, or the sealed one that was written.
_WHO = {"member": "member_id", "agency": "member__agency__name", "name": "member__name"}


def _called(row: MomentRow) -> str:
    if row.says["agency"]:
        return str(row.says["agency"])
    return row.words("name", (Member, row.says["member"])) if row.says["member"] else ""


def _matter(row: MomentRow) -> dict[str, Any]:
    words = row.words("words", (Matter, row.says["matter"]))
    return {"words": words} | ({"holder": holder} if (holder := row.says["staff"] or _called(row)) else {})


MOMENTS = Moments(
    "plan",
    decision=Of(
        CaseDecision,
        "words voice their_part",
        then=lambda row: {"asks": not row.words("their_part")},
    ),
    huddle=Of(Huddle, "agenda"),
    member=Of(
        Member,
        "name role left_at",
        {"agency": "agency__name"},
        then=lambda row: {"called": row.says["agency"] or row.words("name")},
    ),
    matter=Of(
        MatterStateChange,
        "next holder state",
        {"words": "matter__words", "matter": "matter_id", "staff": "staff__name"} | _WHO,
        then=_matter,
    ),
    clarity=Of(
        Clarity,
        "words sees answer",
        _WHO,
        then=lambda row: {"who": _called(row) or Sees(row.words("sees")).label},
    ),
    commitment=Of(
        CaseCommitment,
        "words who side by_when state",
        _WHO,
        then=lambda row: {"who": _called(row) or row.words("who"), "we": row.says["side"] == "we"},
    ),
)
