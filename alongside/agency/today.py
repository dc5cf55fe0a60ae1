"""What this room brings to Today: what one colleague asks and a second agrees to."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.roles import ROLE_NAMES, Can, Role
from alongside.agency import queries
from alongside.ui.cards import Card, Place, Reason


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """What waits for a second person's word."""
    if actor.may(Can.AGREE) and (rows := agreement_rows(actor)):
        title = _("Second approvals")
        yield Card("asked", Place.SECOND_PERSON, title, lambda: rows, body="agency/parts/asked.html")


def agreement_rows(actor: Actor) -> list[dict[str, object]]:
    """What waits for a second person's word, as a page shows it."""
    rows = []
    for each in queries.asked_now():
        if each.outcome:
            continue
        is_access = each.kind == queries.SecondApproval.Kind.ACCESS
        mine = each.asked_by_id == actor.id
        about_me = each.account_id == actor.id
        may = not mine and not about_me and (not is_access or Role.ADMINISTRATOR in actor.roles)
        roles = [str(ROLE_NAMES[Role(role)]) for role in each.roles]
        rows.append({"asked": each, "is_access": is_access, "mine": mine, "may": may, "roles": roles})
    return rows
