"""Who is involved, who holds what, decisions, huddles, clarity and what was said, on the timeline."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.given import MomentRow, moment_rows
from alongside.circle.choices import Clear, Holder, MatterState, Sees, TheirPart
from alongside.circle.models import (
    CaseCommitment,
    CaseDecision,
    Clarity,
    Huddle,
    Matter,
    MatterStateChange,
    Member,
)
from alongside.partners.choices import CommitmentState

STRAND = "plan"
KINDS = {
    "decision": "circle/moments/decision.html",
    "huddle": "circle/moments/huddle.html",
    "member": "circle/moments/member.html",
    "matter": "circle/moments/matter.html",
    "clarity": "circle/moments/clarity.html",
    "commitment": "circle/moments/commitment.html",
}


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """What the timeline needs of each moment of this room."""
    of: dict[str, Any] = {"participant_id": participant}
    # The name of one of the Circle beside a row: a partner's own, or the sealed one that was written.
    who = {"member": "member_id", "agency": "member__agency__name", "name": "member__name"}
    return [
        moment_rows(
            "decision",
            CaseDecision.objects.filter(**of),
            words="words",
            voice="voice",
            their_part="their_part",
        ),
        moment_rows("huddle", Huddle.objects.filter(**of), agenda="agenda"),
        moment_rows(
            "member",
            Member.objects.filter(**of),
            name="name",
            role="role",
            left_at="left_at",
            agency="agency__name",
        ),
        moment_rows(
            "matter",
            MatterStateChange.objects.filter(**of),
            words="matter__words",
            next="next",
            matter="matter_id",
            holder="holder",
            state="state",
            staff="staff__name",
            **who,
        ),
        moment_rows(
            "clarity", Clarity.objects.filter(**of), words="words", sees="sees", answer="answer", **who
        ),
        moment_rows(
            "commitment",
            CaseCommitment.objects.filter(**of),
            words="words",
            who="who",
            side="side",
            by_when="by_when",
            state="state",
            **who,
        ),
    ]


def shown(row: MomentRow) -> dict[str, Any]:
    """What the timeline shows of one moment."""
    return {"ref": row.ref} | _SHOWN[row.kind](row)


def _called(row: MomentRow) -> str:
    if row.says["agency"]:
        return str(row.says["agency"])
    return row.words("name", (Member, row.says["member"])) if row.says["member"] else ""


def _decision(row: MomentRow) -> dict[str, Any]:
    part = row.words("their_part")
    return {
        "words": row.words("words"),
        "voice": row.words("voice"),
        "their_part": TheirPart(part).label,
        "asks": not part,
    }


def _huddle(row: MomentRow) -> dict[str, Any]:
    return {"words": row.words("agenda")}


def _involved(row: MomentRow) -> dict[str, Any]:
    return {
        "called": row.says["agency"] or row.words("name"),
        "role": row.words("role"),
        "left": bool(row.says["left_at"]),
    }


def _matter(row: MomentRow) -> dict[str, Any]:
    says = row.says
    return {
        "matter": says["matter"],
        "words": row.words("words", (Matter, says["matter"])),
        "next": row.words("next"),
        "holder": says["staff"] or _called(row) or Holder(says["holder"]).label,
        "state": MatterState(says["state"]).label,
    }


def _clarity(row: MomentRow) -> dict[str, Any]:
    return {
        "who": _called(row) or Sees(row.words("sees")).label,
        "answer": Clear(row.words("answer")).label,
        "words": row.words("words"),
    }


def _said(row: MomentRow) -> dict[str, Any]:
    says = row.says
    return {
        "words": row.words("words"),
        "who": _called(row) or row.words("who"),
        "we": says["side"] == "we",
        "by_when": date.fromisoformat(says["by_when"]) if says["by_when"] else None,
        "state": CommitmentState(says["state"]).label,
    }


_SHOWN = {
    "decision": _decision,
    "huddle": _huddle,
    "member": _involved,
    "matter": _matter,
    "clarity": _clarity,
    "commitment": _said,
}
