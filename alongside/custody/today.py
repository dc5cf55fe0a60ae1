"""What this room brings to Today: moves of records that wait for a second person, and where the others are."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Waits
from alongside.access.roles import Can, Role
from alongside.custody import queries
from alongside.custody.sentences import STANDS
from alongside.ui.cards import Card, Empty, Place, Row, Verb

SHOWN = 5


def waits(actor: Actor) -> Iterator[Waits]:
    """To a custodian, and to whoever can be the second person."""
    if actor.may(Can.APPROVE_MOVE):
        yield Waits(partial(_moves, actor), queries.moves())


def _moves(actor: Actor, _people: Sequence[Any], moves: list[queries.Move]) -> Iterator[Card]:
    """What waits for a second person, and where the others are."""
    found = [(each, queries.stands(each)) for each in moves]
    asked = [each for each, stands in found if stands == "asked" and each.by_id != actor.id]
    if asked:
        rows = lambda: [_row(each, _("Decide")) for each in asked]  # noqa: E731
        yield Card("asked", Place.SECOND_PERSON, _("Second approvals"), rows)
    if Role.CUSTODIAN in actor.roles:
        leads = Verb(_("Move records"), reverse("custody:moves"))
        late = [_row(each, _("Open"), stands) for each, stands in found if each not in asked][:SHOWN]
        none = Empty(_("No records are being moved."))
        yield Card("moves", Place.HOUSE, _("Moving records"), lambda: late, end=(leads,), empty=none)


def _row(move: queries.Move, label: str, stands: str = "") -> Row:
    verb = Verb(label, reverse("custody:move", args=[move.pk]), about=move.by.name)
    stood = "taken" if move.kind == "take" and move.done_at else stands
    why = str(STANDS[stood]) if stood else _("%(who)s asks.") % {"who": move.by.name}
    return Row(move.get_kind_display(), verb.address, move.by.name, move.asked_at, why=why, verbs=(verb,))
