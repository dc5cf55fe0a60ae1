"""What partners say on their pages about a referral that went out: which one it is, and where it is read."""

from typing import Any

from django.db.models.expressions import Combinable
from django.urls import reverse

from alongside.access.actor import Actor
from alongside.access.roles import Can
from alongside.referrals import queries


def beside() -> dict[str, Combinable]:
    """What comes in the query over what partners said."""
    return queries.answers_beside()


def address(actor: Actor, said: Any) -> str:
    """The page of the referral; nothing where it is about none, or the part is left off."""
    if said.referral is None or not actor.may(Can.REFER):
        return ""
    return reverse("referrals:referral", args=[said.item.participant_id, said.referral])
