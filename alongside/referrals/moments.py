"""Changes of referrals and barriers of systems on the timeline."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.access.given import MomentRow, moment_rows
from alongside.referrals.choices import State, Stuck, System
from alongside.referrals.models import ReferralStateChange, SystemBarrier

STRAND = "plan"
KINDS = {
    "turn": "referrals/moments/turn.html",
    "barrier": "referrals/moments/barrier.html",
}


def rows(participant: UUID) -> "list[QuerySet[Any, Any]]":
    """What the timeline needs of every moment of this room."""
    return [
        moment_rows(
            "turn",
            ReferralStateChange.objects.filter(participant_id=participant, removed_at=None),
            words="words",
            state="state",
            referral="referral_id",
            to="referral__service__name",
            agency="referral__agency__name",
        ),
        moment_rows(
            "barrier",
            SystemBarrier.objects.filter(participant_id=participant, removed_at=None),
            what="what",
            tried="tried",
            system="system",
            stuck="stuck",
        ),
    ]


def shown(row: MomentRow) -> dict[str, Any]:
    """What the timeline shows of one moment, its words opened."""
    says = row.says
    if row.kind == "barrier":
        return {
            "system": System(says["system"]).label,
            "stuck": Stuck(says["stuck"]).label,
            "what": row.words("what"),
            "tried": row.words("tried"),
        }
    return {
        "referral": says["referral"],
        "to": says["to"] or says["agency"] or "",
        "state": State(says["state"]).label,
        "words": row.words("words"),
    }
