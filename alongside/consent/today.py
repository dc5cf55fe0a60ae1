"""What this room brings to Today: what partners said, permissions that end, what a second person decides."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models.expressions import Combinable
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside import clock
from alongside.access.actor import Actor
from alongside.access.given import Answers, Waits
from alongside.access.roles import Can
from alongside.access.room import rooms
from alongside.agency import patterns
from alongside.consent import queries
from alongside.ui.cards import Card, Place, Reason, Row, Verb, short

if TYPE_CHECKING:
    from alongside.consent.models import LawfulException, Release, SharedReply


def beside(me: UUID, today: date) -> dict[str, Combinable]:
    """Whether a partner said something that nobody has read yet."""
    return {**queries.answered_beside()}


def brings(actor: Actor, people: Sequence[Any]) -> Iterator[Card | Reason]:
    """What partners said on their own pages."""
    if not actor.may(Can.OPEN_RECORD):
        return
    if any(vars(each)["answered"] for each in people):
        asked = [room.answered for room in rooms() if room.answered]
        given = {name: each for room in asked for name, each in room.beside().items()}
        title = _("Partners answered")
        if said := _at_this_hour(actor, queries.new_replies(**given)):
            yield Card(
                "answered-title",
                Place.ANSWERS,
                title,
                lambda: [_answered(actor, each, asked) for each in said],
            )


def waits(actor: Actor) -> Iterator[Waits]:
    """Exceptions that wait for a second person, and permissions that end."""
    if actor.may(Can.APPROVE_EXCEPTION):
        yield Waits(_to_decide, queries.exceptions_to_decide(actor))
    if actor.may(Can.OPEN_RECORD):
        yield Waits(_sharing, queries.releases_for_today())


def _to_decide(_people: Sequence[Any], asks: "list[LawfulException]") -> Iterator[Card]:
    if asks:
        yield Card("asked", Place.SECOND_PERSON, _("Second approvals"), partial(list, map(_decide, asks)))


def _sharing(_people: Sequence[Any], ends: "list[Release]") -> Iterator[Card]:
    if ends:
        yield Card("sharing-title", Place.SHARING, _("Permissions"), partial(list, map(_permission, ends)))


def _at_this_hour(actor: Actor, said: "list[SharedReply]") -> "list[SharedReply]":
    """Off shift, what came in for one's own people since waits for the next start; whoever covers has it at once."""
    since = patterns.off_since(actor.id, clock.now())
    if since is None:
        return said
    return [each for each in said if each.at < since or each.item.participant.case_manager_id != actor.id]


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
