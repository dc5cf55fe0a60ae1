"""What this room brings to Today: what partners said, permissions that end, what a second person decides."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.access.actor import Actor
from alongside.access.given import Answers
from alongside.access.roles import Can
from alongside.access.room import rooms
from alongside.consent import queries
from alongside.ui.cards import Card, Place, Reason, Row, Verb, short

if TYPE_CHECKING:
    from alongside.consent.models import LawfulException, Release, SharedReply


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """Whether a partner said something that nobody has read yet."""
    return {**queries.answered_beside()}


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """Each with what can be done next."""
    if actor.may(Can.APPROVE_EXCEPTION) and (asks := queries.exceptions_to_decide(actor)):
        yield Card("asked", Place.SECOND_PERSON, _("Second approvals"), partial(list, map(_decide, asks)))
    if not actor.may(Can.OPEN_RECORD):
        return
    if any(vars(each)["answered"] for each in people):
        asked = [room.answered for room in rooms() if room.answered]
        given = {name: each for room in asked for name, each in room.beside().items()}
        said = queries.new_replies(**given)
        title = _("Partners answered")
        yield Card(
            "answered-title", Place.ANSWERS, title, lambda: [_answered(actor, each, asked) for each in said]
        )
    if sharing := queries.releases_for_today():
        yield Card("sharing-title", Place.SHARING, _("Permissions"), partial(list, map(_permission, sharing)))


def _decide(row: "LawfulException") -> Row:
    asks = _("%(who)s asks to share without a permission. A second person decides.") % {"who": row.by}
    address, alias = reverse("consent:exception", args=[row.participant_id, row.pk]), row.participant.alias
    verb = Verb(_("Decide"), address, about=alias)
    return Row(_("Sharing without a permission"), address, alias, row.asked_at, why=asks, verbs=(verb,))


def _answered(actor: Actor, said: "SharedReply", asked: Sequence[Answers]) -> Row:
    """It leads to what went out, in the room whose thing that was."""
    item = said.item
    address = next(filter(None, (room.address(actor, said) for room in asked)), "")
    address = address or reverse("consent:said", args=[item.participant_id, item.disclosure_id])
    alias, agency = item.participant.alias, item.disclosure.agency
    return Row(
        ": ".join(filter(None, (agency.name if agency else "", str(said.get_kind_display())))),
        address,
        alias,
        said.at,
        ours=short(said.words),
        verbs=(Verb(_("Open"), address, about=alias),),
    )


def _permission(row: "Release") -> Row:
    who = row.agency.name if row.agency else row.person
    if row.withdrawn_at:
        why = _("Stopped: ask %(who)s in writing not to use it any more, if that is safe.") % {"who": who}
    else:
        told = {"left": row.left}
        why = _("It ends soon: %(left)s.") % told
    address, alias = reverse("consent:sharing", args=[row.participant_id]), row.participant.alias
    return Row(
        _("Permission for %(who)s") % {"who": who},
        address,
        alias,
        row.withdrawn_at or row.ends_at,
        why=why,
        verbs=(Verb(_("Open"), address, about=alias),),
    )
